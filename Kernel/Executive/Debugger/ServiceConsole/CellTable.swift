#if os(none)
  import CMachine
  import Machine

  /// The cells of one spawned process: their names, and a copy of their dwords from before a call, by which one sees what it changed.
  /// A view of pages of nonpaged pool: in the first a header and the entries, behind it the copy.
  struct CellTable {
    static let bytes: UInt32 = pageSize + AgentMemory.cellBytes
    private static let most: UInt32 = pageSize / Cell.bytes - 1
    let place: VirtualAddress

    init(place: VirtualAddress) { self.place = place }

    /// Makes an empty table of raw memory.
    func initialize() {
      count = 0
      usedDwords = 0
    }

    private(set) var count: UInt32 {
      get { cpu_load32(place.raw) }
      nonmutating set { cpu_store32(place.raw, newValue) }
    }

    private var usedDwords: UInt32 {
      get { cpu_load32((place + 4).raw) }
      nonmutating set { cpu_store32((place + 4).raw, newValue) }
    }

    // MARK: Cells

    subscript(index: UInt32) -> Cell { Cell(entry: place + (index + 1) * Cell.bytes) }

    func find(_ word: Word, in line: CommandLine) -> Cell? {
      for index in 0..<count where self[index].isNamed(word, in: line) { return self[index] }
      return nil
    }

    /// A new cell of `dwords`, at least one. An older one of that name goes, but for its dwords.
    func add(_ word: Word, in line: CommandLine, dwords: UInt32) throws(CommandError) -> Cell {
      guard Cell.canBeName(word) else { throw .wrong(word, "a name has at most 24 characters") }
      guard NamedValue.find(word, in: line) == nil, !line.equals(word, "proc") else { throw .wrong(word, "the name has a meaning already") }
      let older = find(word, in: line)
      guard older != nil || count < Self.most, dwords <= AgentMemory.cellBytes / 4 - usedDwords else {
        throw .invalid("There is no room for more cells")
      }
      let cell = older ?? self[count]
      cell.define(word, in: line, first: usedDwords, count: dwords)
      usedDwords += dwords
      if older == nil { count += 1 }
      return cell
    }

    // MARK: Changes

    private var copy: VirtualAddress { place + pageSize }

    /// Keeps the dwords as they are now. The process must be the current one.
    func remember() throws(CommandError) { try AgentMemory.read(AgentMemory.cells, to: copy, bytes: usedDwords << 2) }

    /// Writes every dword that is no longer what it was, as `name = value`.
    func writeChanges() throws(CommandError) {
      for index in 0..<count {
        let cell = self[index]
        for dword in 0..<cell.count {
          let value = try AgentMemory.load(cell.address(dword))
          if value != cpu_load32((copy + (cell.first + dword) << 2).raw) { cell.writeValue(dword, value) }
        }
      }
    }
  }

  extension Cell {
    func writeValue(_ index: UInt32, _ value: UInt32) {
      writeName(index)
      print(" = 0x\(hex: value)")
    }
  }
#endif
