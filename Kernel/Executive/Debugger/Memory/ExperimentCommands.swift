#if os(none)
  import Machine
  import MemoryManager

  /// The tag of what is allocated at the prompt.
  private var experimentTag: PoolTag { PoolTag(raw: 0x2020_644B) }  // "Kd  "

  /// `.alloc [paged | nonpaged] BYTES`: a block of pool to experiment with.
  func allocateAtPrompt(_ line: inout CommandLine) throws(CommandError) {
    let word = line.word()
    let isPaged = line.equals(word, "paged")
    guard isPaged || line.equals(word, "nonpaged") else { throw .invalid("Say which pool: paged or nonpaged") }
    let bytes = try line.expression("how many bytes")
    try line.end()
    guard bytes > 0 else { throw .invalid("A block has at least one byte") }
    guard let address = allocatePool(isPaged ? .paged : .nonpaged, bytes: bytes, tag: experimentTag) else {
      throw .invalid("There is no memory for that")
    }
    print("\(address)")
  }

  /// `.free ADDRESS`: gives back what `.alloc` gave. A wrong address is refused, where a driver's would be a bug check.
  func freeAtPrompt(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.address()
    try line.end()
    guard let type = memoryManager.poolType(of: address), memoryManager.poolPage(type, address) != nil,
      address.isPageAligned || probe(VirtualAddress(address.raw - 8)), memoryManager.freePool(address, tag: experimentTag) == nil
    else { throw .invalid("No block that .alloc gave starts there") }
  }

  /// `.pagein ADDRESS`: touches an address, as a program would.
  func pageIn(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.address()
    try line.end()
    guard probe(address) else { throw .invalid("The address may not be accessed") }
    print("\(address) is resident.")
  }

  private func probe(_ address: VirtualAddress) -> Bool {
    var byte: UInt8 = 0
    return unsafe withUnsafeMutablePointer(to: &byte) {
      probeCopy(to: VirtualAddress(UInt32(UInt(bitPattern: $0))), from: address, bytes: 1) == 0
    }
  }

  /// `.trim [ID]`: empties the working set of a process, of the system process that of the system. Locked pages stay.
  func trimAtPrompt(_ line: inout CommandLine) throws(CommandError) {
    let process = try line.optionalProcess()
    try line.end(releasing: process)
    try look(into: process) { () throws(CommandError) in
      guard let space = process.object.addressSpace else {
        return print("\(memoryManager.trimSystemWorkingSet(.max, age: 0)) pages trimmed.")
      }
      print("\(memoryManager.emptyWorkingSet(space)) pages trimmed.")
    }
  }
#endif
