/// A long name, as it is put together from the entries in front of the file's own: 13 characters each, the last part of the name first.
/// (Microsoft, FAT specification, section 7)
package struct LongName: ~Copyable {
  static var charactersPerEntry: UInt32 { 13 }
  private static var mostEntries: UInt8 { 20 }
  private static var lastPart: UInt8 { 0x40 }

  /// UTF-16.
  private var characters = InlineArray<260, UInt16>(repeating: 0)
  /// 0 if the file has no long name, or one that does not fit it.
  package private(set) var count: UInt32 = 0
  private var checksum: UInt8 = 0
  /// The number of the entry that was read last; they are counted down to 1.
  private var part: UInt8 = 0

  package subscript(index: UInt32) -> UInt16 { characters[Int(index)] }

  mutating func clear() {
    count = 0
    part = 0
  }

  /// Takes the part in the entry at `place`. False if it does not continue the name: then it begins a new one, or none. Errors: `ioError`.
  mutating func take<Storage>(_ place: DiskPlace, _ cache: inout SectorCache<Storage>) throws(FileSystemError) -> Bool {
    let order = try cache.load8(place)
    let sum = try cache.load8(place + 13)
    let continues = order & Self.lastPart == 0 && part > 1 && order == part - 1 && sum == checksum
    if continues { part = order } else { begin(order, sum) }
    guard part > 0 else { return false }
    let start = UInt32(part - 1) * Self.charactersPerEntry
    for index in 0..<Self.charactersPerEntry { characters[Int(start + index)] = try cache.load16(place + Self.offset(index)) }
    return continues
  }

  private mutating func begin(_ order: UInt8, _ sum: UInt8) {
    clear()
    let entries = order & ~Self.lastPart
    guard order & Self.lastPart != 0, entries >= 1, entries <= Self.mostEntries else { return }
    part = entries
    count = UInt32(entries) * Self.charactersPerEntry
    checksum = sum
  }

  /// Where a part has its characters: five, six and two.
  private static func offset(_ index: UInt32) -> UInt32 {
    switch index {
    case 0..<5: 1 + index * 2
    case 5..<11: 14 + (index - 5) * 2
    default: 28 + (index - 11) * 2
    }
  }

  /// The file's own entry was reached: the name is complete and the file's, or there is none.
  mutating func finish(_ name: ShortName) {
    guard part == 1, checksum == name.checksum else { return clear() }
    for index in 0..<count where characters[Int(index)] == 0 {
      count = index
      break
    }
    part = 0
  }

  /// Whether the name is `name`, ASCII in either case.
  func equals(_ name: Span<UInt8>) -> Bool {
    guard count > 0, name.count == Int(count) else { return false }
    for index in name.indices {
      guard let character = UInt8(exactly: characters[index]), uppercase(character) == uppercase(name[index]) else { return false }
    }
    return true
  }
}
