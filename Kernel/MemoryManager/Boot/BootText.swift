/// The loader's command line: at most 511 bytes.
package struct BootText {
  package static var capacity: Int { 512 }
  private var bytes: InlineArray<512, UInt8>
  package private(set) var count: Int
  /// The line was longer than there is room for.
  package private(set) var isCut: Bool

  /// An empty line. Its room is the caller's to make: the compiler lays out a global only from what its own module says.
  package init(room: InlineArray<512, UInt8>) {
    bytes = room
    count = 0
    isCut = false
  }
  package subscript(index: Int) -> UInt8 { index < count ? bytes.span[index] : 0 }

  package mutating func append(_ byte: UInt8) {
    guard count < Self.capacity - 1 else {
      isCut = true
      return
    }
    bytes[count] = byte
    count += 1
  }

  /// A run of bytes without a blank.
  package struct Word: Equatable, Sendable {
    package var start = 0
    package var end = 0
  }

  /// The word at or behind `position`.
  package func word(from position: Int) -> Word? {
    let bytes = bytes.span
    var start = position
    while start < count && bytes[start] <= 32 { start += 1 }
    var end = start
    while end < count && bytes[end] > 32 { end += 1 }
    return start < end ? Word(start: start, end: end) : nil
  }

  /// If the word begins with `name`, in either case, the position behind it.
  package func match(_ word: Word, _ name: StaticString) -> Int? {
    guard name.utf8CodeUnitCount <= word.end - word.start else { return nil }
    let bytes = bytes.span
    for index in 0..<name.utf8CodeUnitCount {
      guard Self.lowercase(bytes[word.start + index]) == Self.lowercase(unsafe name.utf8Start[index]) else { return nil }
    }
    return word.start + name.utf8CodeUnitCount
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }

  /// A number in decimal or, with 0x, hexadecimal, with K, M or G behind it if wanted; nil if it is none or does not fit.
  package func number(from start: Int, to end: Int) -> UInt32? {
    let bytes = bytes.span
    var position = start
    let isHex = end - start > 2 && bytes[start] == 48 && Self.lowercase(bytes[start + 1]) == 120
    if isHex { position += 2 }
    var value: UInt64 = 0
    let firstDigit = position
    while position < end, let digit = Self.digit(bytes[position]), isHex || digit < 10 {
      value = value * (isHex ? 16 : 10) + UInt64(digit)
      guard value <= UInt64(UInt32.max) else { return nil }
      position += 1
    }
    guard position > firstDigit else { return nil }
    if position < end {
      guard position + 1 == end, let shift = Self.suffix(bytes[position]) else { return nil }
      value <<= shift
    }
    return value <= UInt64(UInt32.max) ? UInt32(value) : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch lowercase(byte) {
    case 48...57: byte - 48
    case 97...102: lowercase(byte) - 87
    default: nil
    }
  }

  private static func suffix(_ byte: UInt8) -> UInt64? {
    switch lowercase(byte) {
    case 107: 10
    case 109: 20
    case 103: 30
    default: nil
    }
  }
}
