#if os(none)
  import Machine
  import MemoryManager

  /// `peek ADDRESS`: reads a dword in the selected process, from ring 3.
  func peekMemory(_ line: inout CommandLine) throws(CommandError) {
    let console = try selectedConsole()
    var reader = ArgumentReader(console)
    defer { reader.closeHandles() }
    let address = try reader.value(&line, "an address")
    try line.end()
    let outcome = console.run(AgentRequest(task: .load, edx: address))
    guard case .finished(let value) = outcome else { return outcome.write() }
    print("0x\(hex: address) = 0x\(hex: value)")
  }

  /// `poke ADDRESS VALUE`: writes a dword there.
  func pokeMemory(_ line: inout CommandLine) throws(CommandError) {
    let console = try selectedConsole()
    var reader = ArgumentReader(console)
    defer { reader.closeHandles() }
    let address = try reader.value(&line, "an address")
    let value = try reader.value(&line, "a value")
    try line.end()
    let outcome = console.run(AgentRequest(task: .store, eax: value, edx: address))
    guard case .finished = outcome else { return outcome.write() }
    print("0x\(hex: address) = 0x\(hex: value)")
  }

  /// `fill ADDRESS SIZE VALUE`: writes a byte to all of a range.
  func fillMemory(_ line: inout CommandLine) throws(CommandError) {
    let console = try selectedConsole()
    var reader = ArgumentReader(console)
    defer { reader.closeHandles() }
    let address = try reader.value(&line, "an address")
    let size = try reader.value(&line, "how many bytes")
    let value = try reader.value(&line, "a byte")
    try line.end()
    guard value <= 0xFF else { throw .invalid("The value is one byte") }
    let outcome = console.run(AgentRequest(task: .fill, eax: value, ecx: size, edi: address))
    guard case .finished = outcome else { return outcome.write() }
    print("0x\(hex: address) L0x\(shortHex: size) = 0x\(hex: value, digits: 2)")
  }
#endif
