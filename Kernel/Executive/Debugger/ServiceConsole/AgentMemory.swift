#if os(none)
  import Machine

  /// What the service console keeps in the memory of a spawned process: one region where NT has the PEB and the TEBs.
  enum AgentMemory {
    static let region = VirtualAddress(0x7FFD_0000)
    static let bytes: UInt32 = 4 * pageSize
    /// The instructions that its thread runs.
    static let code = region
    /// The arguments of a call, and behind them the strings among them.
    static let arguments = region + pageSize
    static let argumentBytes: UInt32 = 4 * mostArguments
    static let mostArguments: UInt32 = 16
    static let strings = arguments + argumentBytes
    /// The cells that `let` makes.
    static let cells = region + 2 * pageSize
    static let cellBytes: UInt32 = 2 * pageSize

    // MARK: Access. The process must be the current one; its thread may have freed or protected this memory.

    static func load(_ address: VirtualAddress) throws(CommandError) -> UInt32 {
      var value: UInt32 = 0
      try unsafe withUnsafeMutablePointer(to: &value) { place throws(CommandError) in
        try read(address, to: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: 4)
      }
      return value
    }

    static func store(_ value: UInt32, at address: VirtualAddress) throws(CommandError) {
      var value = value
      try unsafe withUnsafeMutablePointer(to: &value) { place throws(CommandError) in
        try write(VirtualAddress(UInt32(UInt(bitPattern: place))), to: address, bytes: 4)
      }
    }

    static func store(_ value: UInt8, at address: VirtualAddress) throws(CommandError) {
      var value = value
      try unsafe withUnsafeMutablePointer(to: &value) { place throws(CommandError) in
        try write(VirtualAddress(UInt32(UInt(bitPattern: place))), to: address, bytes: 1)
      }
    }

    static func read(_ address: VirtualAddress, to place: VirtualAddress, bytes: UInt32) throws(CommandError) {
      guard probeCopy(to: place, from: address, bytes: bytes) == 0 else { throw .lostMemory }
    }

    static func write(_ place: VirtualAddress, to address: VirtualAddress, bytes: UInt32) throws(CommandError) {
      guard probeCopy(to: address, from: place, bytes: bytes) == 0 else { throw .lostMemory }
    }
  }

  extension CommandError {
    fileprivate static var lostMemory: Self { .invalid("The process has lost the console's memory at 7ffd0000; spawn another") }
  }
#endif
