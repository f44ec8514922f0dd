#if os(none)
  import Machine
  import MemoryManager

  /// `.kill ID`: ends a process.
  func killProcess(_ line: inout CommandLine) throws(CommandError) {
    let process = try line.process()
    try line.end(releasing: process)
    defer { process.dereference() }
    let outcome = SelectedProcess.waitOutside { end(process) }
    if let refusal = outcome { throw refusal }
    print("Process \(hex: process.object.number, digits: 4) \(process.object.name) has ended: \(status: process.object.exitStatus.raw)")
  }

  /// Ends the process and waits for it, unless Ctrl-C is typed. Returns why it has not ended.
  func end(_ process: Reference<Process>) -> CommandError? {
    if process == systemProcess { return .invalid("The system process does not end; q powers off") }
    terminateProcess(process, .controlCExit)
    return wait(forEndOf: process) ? nil : .invalid("It has not ended yet")
  }

  /// False when Ctrl-C was typed before.
  func wait(forEndOf process: Reference<Process>) -> Bool {
    while true {
      let status = currentThread.wait(.any, 1, process.header, timeout: .milliseconds(100), reason: "the end of a process")
      if status.isSatisfied { return true }
      if Console.isInterrupted { return false }
    }
  }
#endif
