#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// `call SERVICE ARGUMENT ...`: makes a system call in the selected process, from ring 3; writes its status and every cell that it changed.
  func callService(_ line: inout CommandLine) throws(CommandError) {
    let console = try selectedConsole()
    var reader = ArgumentReader(console)
    defer { reader.closeHandles() }
    let number = try serviceNumber(&line, &reader)
    let count = try layArguments(&line, &reader)
    try checkCount(count, of: number)
    try console.object.cells.remember()
    let outcome = console.run(AgentRequest(task: .callService, eax: number, edx: AgentMemory.arguments.raw))
    guard case .finished(let status) = outcome else { return outcome.write() }
    print("\(status: status)")
    try console.object.cells.writeChanges()
  }

  /// Takes a service's name, or a number that may be no service's.
  private func serviceNumber(_ line: inout CommandLine, _ reader: inout ArgumentReader) throws(CommandError) -> UInt32 {
    guard let character = line.nextCharacter() else { throw .missing("the name of a service; !syscalls lists them") }
    if character >= 0x30 && character <= 0x39 { return try reader.value(&line, "the number of a service") }
    let word = line.word()
    guard let number = ServiceTable.find(word, in: line) else { throw .wrong(word, "no service has that name; !syscalls lists them") }
    return number
  }

  /// Puts the arguments in place; returns how many there are. There may be a comma behind each but the last.
  private func layArguments(_ line: inout CommandLine, _ reader: inout ArgumentReader) throws(CommandError) -> UInt32 {
    var count: UInt32 = 0
    while !line.isAtEnd {
      guard count < AgentMemory.mostArguments else { throw .invalid("No service has so many arguments") }
      try AgentMemory.store(try reader.value(&line, "an argument"), at: AgentMemory.arguments + count * 4)
      _ = line.take(0x2C)
      count += 1
    }
    return count
  }

  /// Services get exactly what they ask for. A number that is no service's goes to the system call as it is.
  private func checkCount(_ count: UInt32, of number: UInt32) throws(CommandError) {
    guard number < ServiceTable.count else { return }
    let expected = ServiceTable.arguments(number)
    if count != expected { throw .argumentCount(expected) }
  }
#endif
