#if os(none)
  /// The path of a file on C:, as the file system wants it: `\DIR\FILE.TXT`.
  struct VolumePath {
    static let capacity = 260
    private var bytes = InlineArray<260, UInt8>(repeating: 0)
    private var count = 0

    static var root: Self {
      var path = Self()
      path.append(0x5C)
      return path
    }
    private init() {}

    /// What is typed: with or without `C:` and the first backslash. Nil if it is too long or on another drive.
    init?(_ word: Word, in line: CommandLine) {
      var start = word.start
      if word.end - start >= 2 && line[start + 1] == 0x3A {
        guard CommandLine.lowercase(line[start]) == 0x63 else { return nil }
        start += 2
      }
      if start == word.end || line[start] != 0x5C { append(0x5C) }
      guard word.end - start < Self.capacity - count else { return nil }
      for index in start..<word.end { append(line[index]) }
    }

    private mutating func append(_ byte: UInt8) {
      bytes[count] = byte
      count += 1
    }

    func withSpan<Result, Failure>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
      try body(bytes.span.extracting(0..<count))
    }
  }
#endif
