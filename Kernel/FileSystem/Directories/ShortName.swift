/// The name that a directory entry has itself: eight characters and three, in upper case, filled up with blanks.
/// (Microsoft, FAT specification, section 6.1)
package struct ShortName: Equatable, Sendable {
  static var length: UInt32 { 11 }
  /// As on the disk, except that the first byte is the character it stands for.
  private var bytes: InlineArray<11, UInt8>

  subscript(index: UInt32) -> UInt8 { bytes[Int(index)] }

  package static func == (one: Self, other: Self) -> Bool {
    for index in one.bytes.indices where one.bytes[index] != other.bytes[index] { return false }
    return true
  }

  // MARK: From and to the disk

  /// The name in the entry at `place`. Errors: `ioError`.
  init<Storage>(at place: DiskPlace, _ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    bytes = InlineArray(repeating: 0)
    for index in 0..<Self.length { bytes[Int(index)] = try cache.load8(place + index) }
    // E5 at this place would say that the entry is free.
    if bytes[0] == 0x05 { bytes[0] = 0xE5 }
  }

  /// Puts the name into the entry at `place`. Errors: `ioError`.
  func store<Storage>(at place: DiskPlace, _ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    for index in 0..<Self.length { try cache.store8(place + index, index == 0 && bytes[0] == 0xE5 ? 0x05 : bytes[Int(index)]) }
  }

  /// What an entry of a long name says of the short name that it belongs to.
  var checksum: UInt8 {
    var sum: UInt8 = 0
    for index in bytes.indices { sum = (sum >> 1 | sum << 7) &+ bytes[index] }
    return sum
  }

  // MARK: From and to text

  /// The names of a directory itself, and of the directory that it is in.
  static var dot: Self { Self(dots: 1) }
  static var dotDot: Self { Self(dots: 2) }
  private init(dots: Int) {
    bytes = InlineArray(repeating: 0x20)
    for index in 0..<dots { bytes[index] = 0x2E }
  }
  var isDots: Bool { self == .dot || self == .dotDot }

  /// A name of the form 8.3 in either case; nil if `name` is not of that form.
  init?(_ name: Span<UInt8>) {
    bytes = InlineArray(repeating: 0x20)
    var (position, end) = (0, 8)
    for index in name.indices {
      let character = uppercase(name[index])
      if character == 0x2E && end == 8 && position > 0 && index + 1 < name.count {
        (position, end) = (8, 11)
        continue
      }
      guard Self.allows(character), position < end else { return nil }
      bytes[position] = character
      position += 1
    }
    guard position > 0 else { return nil }
  }

  /// Letters, digits and what the specification names besides.
  private static func allows(_ character: UInt8) -> Bool {
    switch character {
    case 0x30...0x39, 0x41...0x5A: true
    // ! # $ % & ' ( ) - @ ^ _ ` { } ~
    case 0x21, 0x23...0x29, 0x2D, 0x40, 0x5E, 0x5F, 0x60, 0x7B, 0x7D, 0x7E: true
    default: false
    }
  }

  /// Hands over the characters of the name, with a dot if there is something behind it.
  package func forEachCharacter(_ body: (UInt8) -> Void) {
    for index in 0..<8 where bytes[index] != 0x20 { body(bytes[index]) }
    guard bytes[8] != 0x20 else { return }
    body(0x2E)
    for index in 8..<11 where bytes[index] != 0x20 { body(bytes[index]) }
  }
}

/// Of ASCII; other characters have no other case here.
func uppercase(_ character: UInt8) -> UInt8 { character >= 0x61 && character <= 0x7A ? character - 0x20 : character }
