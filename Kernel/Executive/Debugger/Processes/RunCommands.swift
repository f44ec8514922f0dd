#if os(none)
  import Machine
  import MemoryManager

  /// `run [/LOCK] [/PAGEFILE] PROGRAM [ARGUMENTS]`: starts a program that the boot loader brought, waits for its end and says how it ended. Ctrl-C ends it.
  /// With /LOCK it holds the privilege to keep pages from others, with /PAGEFILE that to open page files.
  func runProgram(_ line: inout CommandLine) throws(CommandError) {
    guard let process = try start(&line) else { return }
    let refusal = SelectedProcess.waitOutside { wait(forEndOf: process) ? nil : end(process) }
    if refusal == nil { print("Exit status: \(status: process.object.exitStatus.raw)") }
    process.dereference()
    if let refusal { throw refusal }
  }

  /// `start [/LOCK] [/PAGEFILE] PROGRAM [ARGUMENTS]`: the same without waiting.
  func startProgram(_ line: inout CommandLine) throws(CommandError) {
    guard let process = try start(&line) else { return }
    print("Process \(hex: process.object.number, digits: 4)")
    process.dereference()
  }

  /// The process, with a reference for the caller; nil if there is none, and that has been said. The rest of the line are its arguments.
  private func start(_ line: inout CommandLine) throws(CommandError) -> Reference<Process>? {
    var (word, privileges) = (line.word(), Privileges())
    while let privilege = line.privilege(word) {
      privileges.insert(privilege)
      word = line.word()
    }
    guard word.start < word.end else { throw .missing("a program; the boot loader brings them as modules") }
    let name = line.imageName(word)
    let rest = line.rest()
    var arguments = InlineArray<256, UInt8>(repeating: 0)
    for index in rest.start..<rest.end { arguments[index &- rest.start] = line[index] }
    do throws(Status) {
      let text = arguments.span.extracting(0..<rest.end &- rest.start)
      return try createProcess(image: name, arguments: text, privileges: privileges)
    } catch {
      print("\(name) was not started: \(status: error.raw)")
      return nil
    }
  }

  extension CommandLine {
    /// The privilege that a command's option names; nil if `word` is no such option.
    func privilege(_ word: Word) -> Privileges? {
      if equals(word, "/LOCK") { return .lockMemory }
      return equals(word, "/PAGEFILE") ? .createPagefile : nil
    }
  }
#endif
