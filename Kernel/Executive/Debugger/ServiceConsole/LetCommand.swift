#if os(none)
  import Machine

  /// `let NAME = VALUE` and `let NAME[COUNT] = VALUE ...` make a cell or give a cell new values, the last of which is repeated for the dwords
  /// that are left, or zeroes without values; `let NAME` shows a cell, `let` alone all of them.
  func letCell(_ line: inout CommandLine) throws(CommandError) {
    let console = try selectedConsole()
    if line.isAtEnd { return try showCells(console.object.cells) }
    let word = line.name()
    guard word.start < word.end, !(line[word.start] >= 0x30 && line[word.start] <= 0x39) else {
      throw .invalid("A cell's name begins with a letter")
    }
    var reader = ArgumentReader(console, areKept: true)
    let count = try cellCount(&line, &reader)
    if count == nil && line.isAtEnd { return try showCell(word, in: line, console.object.cells) }
    if line.isAtEnd { return try fill(try findOrAdd(word, in: line, count, console.object.cells)) }
    guard line.take(0x3D) else { throw .missing("= and a value") }
    try assign(&line, word, count, &reader)
  }

  /// Takes `[COUNT]` if it is there.
  private func cellCount(_ line: inout CommandLine, _ reader: inout ArgumentReader) throws(CommandError) -> UInt32? {
    guard line.takeHere(0x5B) else { return nil }
    let count = try reader.value(&line, "how many dwords")
    guard line.take(0x5D) else { throw .missing("the ] behind the number of dwords") }
    guard count > 0 else { throw .invalid("A cell has at least one dword") }
    return count
  }

  private func assign(_ line: inout CommandLine, _ word: Word, _ count: UInt32?, _ reader: inout ArgumentReader) throws(CommandError) {
    let cells = reader.console.object.cells
    var value = try reader.value(&line, "a value")
    let cell = try findOrAdd(word, in: line, count, cells)
    try AgentMemory.store(value, at: cell.address(0))
    for index in 1..<max(cell.count, 1) {
      if !line.isAtEnd { value = try reader.value(&line, "a value") }
      try AgentMemory.store(value, at: cell.address(index))
    }
    try line.end()
  }

  private func fill(_ cell: Cell) throws(CommandError) {
    for index in 0..<cell.count { try AgentMemory.store(0 as UInt32, at: cell.address(index)) }
  }

  /// The cell of that name; a new one if there is none, or if it has another number of dwords than `count`.
  private func findOrAdd(_ word: Word, in line: CommandLine, _ count: UInt32?, _ cells: CellTable) throws(CommandError) -> Cell {
    guard let cell = cells.find(word, in: line), cell.count == count ?? cell.count else {
      return try cells.add(word, in: line, dwords: count ?? 1)
    }
    return cell
  }

  private func showCells(_ cells: CellTable) throws(CommandError) {
    for index in 0..<cells.count { try showValues(cells[index]) }
  }

  private func showCell(_ word: Word, in line: CommandLine, _ cells: CellTable) throws(CommandError) {
    guard let cell = cells.find(word, in: line) else { throw .wrong(word, "there is no such cell; let NAME = VALUE makes one") }
    try showValues(cell)
  }

  private func showValues(_ cell: Cell) throws(CommandError) {
    for index in 0..<cell.count {
      if Console.isInterrupted { return }
      print("\(cell.address(index)) ", terminator: "")
      cell.writeValue(index, try AgentMemory.load(cell.address(index)))
    }
  }
#endif
