#if os(none)
  import CMachine
  import Machine

  /// A name for one dword or an array of dwords in the memory of a spawned process.
  ///
  /// This is a view of its entry in a `CellTable`: 24 characters filled up with zeroes, the number of its first dword, how many it has.
  struct Cell {
    static let bytes: UInt32 = 32
    private static let nameBytes: UInt32 = 24
    let entry: VirtualAddress

    init(entry: VirtualAddress) { self.entry = entry }

    /// Its first dword, counted from the beginning of the cells' memory.
    var first: UInt32 { cpu_load32((entry + Self.nameBytes).raw) }
    /// How many dwords it has.
    var count: UInt32 { cpu_load32((entry + Self.nameBytes + 4).raw) }
    /// Where the process has the dword at `index`.
    func address(_ index: UInt32) -> VirtualAddress { AgentMemory.cells + (first + index) << 2 }

    // MARK: The name

    static func canBeName(_ word: Word) -> Bool { word.end &- word.start <= Int(nameBytes) }

    /// Fills the entry with a name that `canBeName`.
    func define(_ word: Word, in line: CommandLine, first: UInt32, count: UInt32) {
      for index in 0..<Self.nameBytes {
        let place = word.start &+ Int(index)
        cpu_store8((entry + index).raw, place < word.end ? line[place] : 0)
      }
      cpu_store32((entry + Self.nameBytes).raw, first)
      cpu_store32((entry + Self.nameBytes + 4).raw, count)
    }

    func isNamed(_ word: Word, in line: CommandLine) -> Bool {
      guard Self.canBeName(word) else { return false }
      for index in 0..<Self.nameBytes {
        let place = word.start &+ Int(index)
        if cpu_load8((entry + index).raw) != (place < word.end ? line[place] : 0) { return false }
      }
      return true
    }

    /// Writes its name, and the index of one of its dwords if it is an array.
    func writeName(_ index: UInt32) {
      for offset in 0..<Self.nameBytes {
        let character = cpu_load8((entry + offset).raw)
        if character == 0 { break }
        Console.write(character)
      }
      if count > 1 { print("[\(index)]", terminator: "") }
    }
  }
#endif
