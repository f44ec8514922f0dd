/// A path: names with a backslash in front of each, `\DIR\FILE.TXT`, in ASCII and in either case. `\` alone is the root directory.
///
/// Names of other characters are reached by their short name.
enum Path {
  private static var separator: UInt8 { 0x5C }

  /// Errors: `nameInvalid`.
  static func check(_ path: Span<UInt8>) throws(FileSystemError) {
    guard path.count > 0, path[0] == separator else { throw .nameInvalid }
    guard path.count > 1 else { return }
    for index in path.indices {
      guard isAllowed(path[index]) else { throw .nameInvalid }
      // No name is empty, also the last.
      if path[index] == separator, index + 1 == path.count || path[index + 1] == separator { throw .nameInvalid }
    }
  }

  /// Control characters, and " * / : < > ? |, are in no name.
  private static func isAllowed(_ character: UInt8) -> Bool {
    switch character {
    case 0x00...0x1F, 0x22, 0x2A, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x7C, 0x7F...: false
    default: true
    }
  }

  /// The bytes of the name behind the backslash at `position`; empty for the root directory.
  static func name(_ path: Span<UInt8>, behind position: Int) -> Range<Int> {
    var end = position + 1
    while end < path.count && path[end] != separator { end += 1 }
    return position + 1..<end
  }

  /// Where the last name of a path begins: one behind its backslash.
  static func lastName(_ path: Span<UInt8>) -> Range<Int> {
    var start = path.count
    while start > 0 && path[start - 1] != separator { start -= 1 }
    return start..<path.count
  }
}
