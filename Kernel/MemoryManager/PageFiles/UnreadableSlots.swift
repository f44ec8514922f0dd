/// Slots that could not be read, with pages in them: when such a page is freed no other may come there. Of more than there is room for it turns out again
/// with the next page.
struct UnreadableSlots: ~Copyable {
  private static var most: Int { 16 }
  private var slots = InlineArray<16, UInt32>(repeating: 0)
  private var count = 0

  /// Slot 0 of the first file is no one's.
  private static func number(_ file: UInt32, _ slot: UInt32) -> UInt32 { file << 20 | slot }

  /// False if it is one of them, or there is no room.
  mutating func add(file: UInt32, slot: UInt32) -> Bool {
    guard count < Self.most, find(Self.number(file, slot)) == nil else { return false }
    slots[count] = Self.number(file, slot)
    count += 1
    return true
  }

  /// The slot is no longer one of them; false if it was not.
  @inline(__always)
  mutating func remove(file: UInt32, slot: UInt32) -> Bool { count > 0 && remove(Self.number(file, slot)) }

  @inline(never)
  private mutating func remove(_ number: UInt32) -> Bool {
    guard let index = find(number) else { return false }
    count -= 1
    slots[index] = slots[count]
    return true
  }

  private mutating func find(_ number: UInt32) -> Int? {
    for index in 0..<count where slots[index] == number { return index }
    return nil
  }
}
