#if os(none)
  /// Makes lines of keys, and shows them while they grow.
  ///
  /// It draws with printable characters and backspaces only, which every terminal and the text screen understand. A line that is
  /// longer than the field is shown through a window on it.
  struct LineEditor: ~Copyable {
    /// What became of the line.
    enum Outcome {
      case entered, cancelled, endOfInput
      /// Characters were refused because the line was full: it is not what was typed.
      case tooLong
    }

    private(set) var line = TextLine(place: 9)
    private let prompt: StaticString
    private var keys = KeyDecoder()
    private var history = LineHistory()
    /// Where the next character goes.
    private var cursor = 0
    private var wasRefused = false
    private var field = LineField()

    init(prompt: StaticString) { self.prompt = prompt }

    /// Shows the prompt for an empty line.
    mutating func begin() {
      line.removeAll()
      cursor = 0
      wasRefused = false
      field = LineField()
      Console.write(prompt)
    }

    /// Takes the next byte received. Returns nil until the line is complete.
    mutating func handle(_ byte: UInt8) -> Outcome? {
      guard let key = keys.decode(byte) else { return nil }
      switch key {
      case .character(let character): insert(character)
      case .backspace: erase(from: max(cursor &- 1, 0), to: cursor)
      case .delete: eraseAtCursor()
      case .eraseToStart: erase(from: 0, to: cursor)
      case .eraseToEnd: erase(from: cursor, to: line.count)
      case .eraseWord: erase(from: startOfWord, to: cursor)
      case .left: move(to: max(cursor &- 1, 0))
      case .right: move(to: min(cursor &+ 1, line.count))
      case .home: move(to: 0)
      case .end: move(to: line.count)
      case .previous: showLine(history.previous(&line))
      case .next: showLine(history.next(&line))
      case .clearScreen: redrawAll()
      case .enter: return enter()
      case .cancel: return cancel()
      case .endOfInput:
        if line.isEmpty { return endInput() }
        eraseAtCursor()
      }
      return nil
    }

    // MARK: Changing the line

    private mutating func insert(_ character: UInt8) {
      guard !line.isFull else {
        wasRefused = true
        return Console.write(0x07)
      }
      line.insert(character, at: cursor)
      cursor &+= 1
      field.show(line, changedFrom: cursor &- 1, cursor: cursor)
    }

    private mutating func eraseAtCursor() { erase(from: cursor, to: min(cursor &+ 1, line.count)) }

    private mutating func erase(from start: Int, to end: Int) {
      guard start < end else { return Console.write(0x07) }
      wasRefused = false
      line.remove(from: start, to: end)
      cursor = start
      field.show(line, changedFrom: start, cursor: cursor)
    }

    private var startOfWord: Int {
      var start = cursor
      while start > 0 && line[start &- 1] == 0x20 { start &-= 1 }
      while start > 0 && line[start &- 1] != 0x20 { start &-= 1 }
      return start
    }

    private mutating func move(to position: Int) {
      cursor = position
      field.show(line, changedFrom: line.count, cursor: cursor)
    }

    /// After leafing through the history; there may have been nothing more.
    private mutating func showLine(_ isAnother: Bool) {
      guard isAnother else { return Console.write(0x07) }
      wasRefused = false
      cursor = line.count
      field.show(line, changedFrom: 0, cursor: cursor)
    }

    private mutating func redrawAll() {
      Console.clear()
      Console.write(prompt)
      field = LineField()
      field.show(line, changedFrom: 0, cursor: cursor)
    }

    // MARK: Ending it

    private mutating func enter() -> Outcome {
      move(to: line.count)
      Console.write(0x0A)
      history.add(line)
      return wasRefused ? .tooLong : .entered
    }

    private mutating func cancel() -> Outcome {
      move(to: line.count)
      Console.write("^C\n")
      line.removeAll()
      history.add(line)
      return .cancelled
    }

    private func endInput() -> Outcome {
      Console.write(0x0A)
      return .endOfInput
    }
  }
#endif
