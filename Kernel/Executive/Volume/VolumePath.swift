#if os(none)
  import MemoryManager

  /// The path of a file on C:, as the file system wants it: `\DIR\FILE.TXT`.
  package struct VolumePath: ~Copyable {
    static let capacity = 260
    private var bytes = InlineArray<260, UInt8>(repeating: 0)
    private var count = 0

    /// What is typed: with or without `C:` and the first backslash. Nil if it is too long or on another drive.
    @inline(never)
    init?(_ word: Word, in line: CommandLine) { self.init(from: word.start, to: word.end) { line[$0] } }

    /// What the boot options name, in the same form.
    init?(_ word: BootText.Word, of text: borrowing BootText) {
      var copy = InlineArray<260, UInt8>(repeating: 0)
      guard word.end - word.start < Self.capacity else { return nil }
      for index in word.start..<word.end { copy[index - word.start] = text[index] }
      self.init(from: 0, to: word.end - word.start) { copy[$0] }
    }

    private init?(from first: Int, to end: Int, _ character: (Int) -> UInt8) {
      var start = first
      if end - start >= 2 && character(start + 1) == 0x3A {
        guard character(start) | 0x20 == 0x63 else { return nil }
        start += 2
      }
      if start == end || character(start) != 0x5C { append(0x5C) }
      guard end - start < Self.capacity - count else { return nil }
      for index in start..<end { append(character(index)) }
    }

    init(copying other: borrowing VolumePath) {
      for index in 0..<other.count { append(other.bytes[index]) }
    }

    package init(_ path: StaticString) {
      for index in 0..<path.utf8CodeUnitCount { append(unsafe path.utf8Start[index]) }
    }

    /// NT's name of it, with `\??\C:` in front, in UTF-16. Throws STATUS_OBJECT_NAME_INVALID for what is not ASCII or has no drive,
    /// STATUS_OBJECT_PATH_SYNTAX_BAD without the prefix, STATUS_OBJECT_PATH_NOT_FOUND for another drive.
    init(systemName name: Span<UInt16>) throws(Status) {
      let prefix: InlineArray<4, UInt16> = [0x5C, 0x3F, 0x3F, 0x5C]
      for index in 0..<4 { guard index < name.count, name[index] == prefix[index] else { throw .objectPathSyntaxBad } }
      guard name.count >= 7, name.count < Self.capacity, name[5] == 0x3A, name[6] == 0x5C else { throw .objectNameInvalid }
      guard name[4] | 0x20 == 0x63 else { throw .objectPathNotFound }
      for index in 6..<name.count {
        guard name[index] < 0x80 else { throw .objectNameInvalid }
        append(UInt8(truncatingIfNeeded: name[index]))
      }
    }

    private mutating func append(_ byte: UInt8) {
      bytes[count] = byte
      count += 1
    }

    /// Writes it to the console, as `C:\DIR\FILE.TXT`.
    package func write() {
      Console.write("C:")
      for index in 0..<count { Console.write(bytes[index]) }
    }

    func withSpan<Result, Failure>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
      try body(bytes.span.extracting(0..<count))
    }
  }
#endif
