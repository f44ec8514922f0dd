#if os(none)
  import Machine
  import MemoryManager

  /// `!thread [ADDRESS]`: one thread, this one if no address is given.
  func showThread(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.optionalAddress() ?? currentThread.address
    try line.end()
    var isFound = false
    forEachThread { thread in
      guard thread.address == address else { return }
      isFound = true
      show(thread)
    }
    if !isFound { throw .invalid("There is no thread at that address; !process 0 0 lists them") }
  }

  private func show(_ thread: Reference<Thread>) {
    print("THREAD \(thread.address)  Cid \(cid: thread)  \(thread.object.name)")
    print(
      "  State \(thread.object.state.name)  Priority \(thread.object.priority)  Context switches \(thread.object.contextSwitches)  Run ticks \(thread.object.runTicks)"
    )
    print("  Stack \(thread.object.stackBase)  Limit \(thread.object.stackLimit)")
    guard thread.object.state == .waiting else { return }
    print("  Waits for \(thread.object.waitReason) since tick \(thread.object.waitTick)")
    for index in 0..<thread.waitedObjects {
      guard let object = thread.waitedObject(index) else { continue }
      print("    \(object.address)  \(object.object.kind.name)")
    }
    guard thread.object.isStackResident else { return print("  Kernel stack not resident.") }
    StackTrace.write(from: VirtualAddress(thread.object.stackPointer + 12))
  }
#endif
