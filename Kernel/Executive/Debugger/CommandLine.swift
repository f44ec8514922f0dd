#if os(none)
  import Machine

  /// A word of a command line: the places of its first character and of the one behind its last.
  package struct Word {
    let start: Int
    let end: Int
  }

  /// The line that a command was given on, read from left to right. Commands take their arguments from it.
  package struct CommandLine {
    private let text: TextLine
    private var position = 0

    init(_ text: TextLine) { self.text = text }

    subscript(index: Int) -> UInt8 { text[index] }

    // MARK: Characters

    /// The next character that is not a space; nil at the end of the line.
    mutating func nextCharacter() -> UInt8? {
      while position < text.count && text[position] == 0x20 { position &+= 1 }
      return position < text.count ? text[position] : nil
    }

    /// The character reached, be it a space; nil at the end of the line.
    var character: UInt8? { position < text.count ? text[position] : nil }

    /// Takes the character reached if it is `character`: no space may come before it.
    mutating func takeHere(_ character: UInt8) -> Bool {
      guard self.character == character else { return false }
      position &+= 1
      return true
    }

    /// Whether there is nothing more on the line.
    package var isAtEnd: Bool { mutating get { nextCharacter() == nil } }

    /// Takes the next character if it is `character`, a letter in either case.
    package mutating func take(_ character: UInt8) -> Bool {
      guard let next = nextCharacter(), Self.lowercase(next) == Self.lowercase(character) else { return false }
      position &+= 1
      return true
    }

    /// Whether the line is for those who read the script: WinDbg's comments begin with `*`, the shell's with `#`.
    var isComment: Bool { mutating get { nextCharacter() == 0x2A || nextCharacter() == 0x23 } }

    // MARK: Words

    /// Takes what comes before the next space; empty at the end of the line.
    package mutating func word() -> Word { word { $0 == 0x20 } }

    /// Takes all that is left, without the spaces in front of it.
    mutating func rest() -> Word { word { _ in false } }

    /// Takes the word that says which command this is: `?` needs no space behind it.
    mutating func commandName() -> Word {
      return take(0x3F) ? Word(start: position &- 1, end: position) : word()
    }

    /// Takes the characters up to the next space for which `ends` is true.
    @inline(__always) mutating func word(ends: (UInt8) -> Bool) -> Word {
      _ = nextCharacter()
      let start = position
      while position < text.count && !ends(text[position]) { position &+= 1 }
      return Word(start: start, end: position)
    }

    /// Whether `word` is `name` from its character `first` on, letters in either case.
    @inline(never) package func equals(_ word: Word, _ name: StaticString, from first: Int = 0) -> Bool {
      guard word.end &- word.start == name.utf8CodeUnitCount &- first else { return false }
      for index in word.start..<word.end {
        let expected = unsafe name.utf8Start[index &- word.start &+ first]
        guard Self.lowercase(text[index]) == Self.lowercase(expected) else { return false }
      }
      return true
    }

    /// Writes the characters of `word`.
    package func write(_ word: Word) {
      for index in word.start..<word.end { Console.write(text[index]) }
    }

    /// Refuses an argument too many.
    package mutating func end() throws(CommandError) {
      guard isAtEnd else { throw .unexpected(word()) }
    }

    static func lowercase(_ character: UInt8) -> UInt8 {
      character >= 0x41 && character <= 0x5A ? character | 0x20 : character
    }
  }
#endif
