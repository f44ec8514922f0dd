#if os(none)
  import Machine

  /// Values as the service console reads them, close to C: numbers are decimal, or hexadecimal with 0x; `name` is a cell's value and `&name` its
  /// address, with an index behind it if need be; flags and constants go by NT's names; `"text"` is the address of a string; `proc(ID)` and
  /// `proc(ID, RIGHTS)` are handles to a process. Terms are joined by `|` and `+`, and by `-` without a space in front of it.
  struct ArgumentReader {
    let console: Reference<ServiceConsole>
    /// The values go to cells: they stay, and so do the handles among them. Strings, which do not, are refused.
    private let areKept: Bool
    private var handles = TemporaryHandles()
    /// Bytes of the strings so far.
    private var stringBytes: UInt32 = 0
    /// How many values this one is inside of: indexes and rights are values themselves.
    private var depth = 0
    /// A kernel stack is small.
    private static let deepest = 4

    init(_ console: Reference<ServiceConsole>, areKept: Bool = false) {
      self.console = console
      self.areKept = areKept
    }

    /// Closes the handles that were opened for the arguments. What was called may have closed some already.
    func closeHandles() {
      for index in 0..<handles.count { console.closeHandle(handles[index]) }
    }

    private enum Character {
      static let quote: UInt8 = 0x22
      static let ampersand: UInt8 = 0x26
      static let open: UInt8 = 0x28
      static let close: UInt8 = 0x29
      static let plus: UInt8 = 0x2B
      static let comma: UInt8 = 0x2C
      static let minus: UInt8 = 0x2D
      static let openBracket: UInt8 = 0x5B
      static let closeBracket: UInt8 = 0x5D
      static let bar: UInt8 = 0x7C
    }

    // MARK: Expressions

    /// Takes a value from the line. `what` names it when it is missing.
    mutating func value(_ line: inout CommandLine, _ what: StaticString) throws(CommandError) -> UInt32 {
      guard !line.isAtEnd else { throw .missing(what) }
      guard depth < Self.deepest else { throw .invalid("The argument is nested too deeply") }
      depth += 1
      let value = try sum(&line)
      depth -= 1
      try checkEnd(&line)
      return value
    }

    private mutating func sum(_ line: inout CommandLine) throws(CommandError) -> UInt32 {
      var value = line.takeHere(Character.minus) ? 0 &- (try term(&line)) : try term(&line)
      while true {
        if take(Character.plus, &line) {
          value = value &+ (try term(&line))
        } else if line.takeHere(Character.minus) {
          value = value &- (try term(&line))
        } else if take(Character.bar, &line) {
          value |= try term(&line)
        } else {
          return value
        }
      }
    }

    /// Spaces around these operators do not end the argument: none begins with one. Arguments begin with a minus sign.
    private func take(_ sign: UInt8, _ line: inout CommandLine) -> Bool {
      var ahead = line
      guard ahead.take(sign) else { return false }
      line = ahead
      return true
    }

    /// Behind a value comes a space, the end, or what closes an index or a handle.
    private func checkEnd(_ line: inout CommandLine) throws(CommandError) {
      switch line.character {
      case nil, 0x20, Character.comma, Character.close, Character.closeBracket: break
      default: throw .wrong(line.word(), "an argument cannot go on like that")
      }
    }

    private mutating func term(_ line: inout CommandLine) throws(CommandError) -> UInt32 {
      guard let character = line.nextCharacter() else { throw .missing("a value behind the operator") }
      if line.takeHere(Character.ampersand) { return try cellAddress(&line) }
      if line.takeHere(Character.quote) { return try string(&line) }
      let word = line.name()
      guard word.start < word.end else { throw .wrong(line.word(), "no argument begins like that") }
      if character >= 0x30 && character <= 0x39 { return try line.cNumber(word) }
      if line.equals(word, "proc"), line.takeHere(Character.open) { return try processHandle(&line) }
      return try namedValue(word, &line)
    }

    // MARK: Names

    private mutating func namedValue(_ word: Word, _ line: inout CommandLine) throws(CommandError) -> UInt32 {
      if let cell = console.object.cells.find(word, in: line) { return try AgentMemory.load(try address(of: cell, &line)) }
      if let value = NamedValue.find(word, in: line) { return value }
      throw .wrong(word, "no cell, flag or constant has that name")
    }

    private mutating func cellAddress(_ line: inout CommandLine) throws(CommandError) -> UInt32 {
      let word = line.name()
      guard let cell = console.object.cells.find(word, in: line) else { throw .wrong(word, "there is no such cell; let NAME = VALUE makes one") }
      return try address(of: cell, &line).raw
    }

    /// Where a cell is, or the dword of it that an index behind its name says.
    private mutating func address(of cell: Cell, _ line: inout CommandLine) throws(CommandError) -> VirtualAddress {
      guard line.takeHere(Character.openBracket) else { return cell.address(0) }
      let index = try value(&line, "an index")
      guard line.take(Character.closeBracket) else { throw .missing("the ] behind the index") }
      guard index < cell.count else { throw .invalid("The index is beyond the last dword of the cell") }
      return cell.address(index)
    }

    // MARK: Strings

    /// Lays the characters up to the next quotation mark into the process's memory, with a zero behind them.
    private mutating func string(_ line: inout CommandLine) throws(CommandError) -> UInt32 {
      guard !areKept else { throw .invalid("Strings are for arguments; a cell holds numbers") }
      let start = AgentMemory.strings + stringBytes
      while let character = line.character {
        _ = line.takeHere(character)
        if character == Character.quote {
          try put(0)
          return start.raw
        }
        try put(character)
      }
      throw .missing("the \" at the end of the string")
    }

    /// A line holds fewer characters than there is room.
    private mutating func put(_ character: UInt8) throws(CommandError) {
      try AgentMemory.store(character, at: AgentMemory.strings + stringBytes)
      stringBytes += 1
    }

    // MARK: Handles

    /// Opens a process for the thread of the console: `ID)` or `ID, RIGHTS)`.
    private mutating func processHandle(_ line: inout CommandLine) throws(CommandError) -> UInt32 {
      let process = try line.process()
      defer { process.dereference() }
      var access = AccessRights.processAll
      if line.take(Character.comma) { access = try value(&line, "access rights") }
      guard line.take(Character.close) else { throw .missing("the ) behind the process") }
      guard areKept || !handles.isFull else { throw .invalid("There are too many handles in one line") }
      let handle = try console.open(process, access: access)
      if !areKept { handles.append(handle) }
      return handle
    }
  }

  /// The handles that one line opens.
  struct TemporaryHandles {
    private var handles: InlineArray<8, UInt32> = [0, 0, 0, 0, 0, 0, 0, 0]
    private(set) var count = 0

    var isFull: Bool { count == handles.count }
    subscript(index: Int) -> UInt32 { handles[index] }
    mutating func append(_ handle: UInt32) {
      handles[count] = handle
      count &+= 1
    }
  }
#endif
