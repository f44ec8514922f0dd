import Machine
import Testing

@testable import MemoryManager

/// A bitmap says the same as one that looks at every slot.
@Suite struct SlotBitmapTests {
  private let bed = TestBed(frames: 4096)

  private func bitmap(_ capacity: UInt32, size: UInt32? = nil) throws -> SlotBitmap {
    let place = try #require(bed.allocate(.nonpaged, SlotBitmap.bytes(slots: capacity) + 8))
    let end = place + SlotBitmap.bytes(slots: capacity)
    bed.machine.store32(end, 0x5AFE_5AFE)
    let bitmap = SlotBitmap(bed.machine, place)
    bitmap.initialize(capacity: capacity)
    bitmap.addFree(0..<(size ?? capacity))
    #expect(bed.machine.load32(end) == 0x5AFE_5AFE)
    return bitmap
  }

  /// How many pages of memory `body` looks at; the bitmap of the largest file has 33.
  private func pagesTouched<Result>(_ body: () -> Result) -> (result: Result, pages: Int) {
    bed.machine.invalidateAll()
    let before = bed.machine.walks
    return (body(), bed.machine.walks - before)
  }

  /// The bytes: a header of 8, a bit a slot, a bit a word, a bit a word of those.
  @Test(
    arguments: [(1, 20), (32, 20), (33, 24), (1024, 8 + 128 + 8), (1025, 8 + 132 + 12), (1 << 20, 8 + 131_072 + 4096 + 128)] as [(UInt32, UInt32)])
  func bytes(slots: UInt32, bytes: UInt32) { #expect(SlotBitmap.bytes(slots: slots) == bytes) }

  @Test func whatDoesNotExistIsInUse() throws {
    let bitmap = try bitmap(100, size: 10)
    #expect((0..<10).allSatisfy { bitmap.isFree($0) } && !(10..<100).contains { bitmap.isFree($0) })
    #expect(bitmap.countFree() == 10 && bitmap.capacity == 100 && bitmap.buffer == bitmap.address + 8)
    bitmap.addFree(10..<90)
    #expect(bitmap.countFree() == 90 && bitmap.isFree(89) && !bitmap.isFree(90))
  }

  @Test func aSlotIsGivenBackOnce() throws {
    let bitmap = try bitmap(64)
    #expect(!bitmap.release(5))
    #expect(bitmap.allocate(upTo: 16, from: 0)! == (0, 16))
    #expect(bitmap.release(5) && !bitmap.release(5) && bitmap.isFree(5) && !bitmap.isFree(4))
    #expect(bitmap.countFree() == 49)
  }

  @Test func theFirstRunThatIsLongEnough() throws {
    let bitmap = try bitmap(256)
    while bitmap.allocate(upTo: 16, from: 0) != nil {}
    for slot in [3, 10, 11, 30, 31, 32, 33, 200, 201, 202] as [UInt32] { #expect(bitmap.release(slot)) }
    #expect(bitmap.allocate(upTo: 3, from: 0)! == (30, 3))
    #expect(bitmap.allocate(upTo: 2, from: 11)! == (200, 2))
    #expect(bitmap.allocate(upTo: 9, from: 0)! == (10, 2))
    #expect(bitmap.allocate(upTo: 1, from: 34)! == (202, 1))
    #expect(bitmap.allocate(upTo: 1, from: 34)! == (3, 1))
    #expect(bitmap.allocate(upTo: 1, from: 34)! == (33, 1))
    #expect(bitmap.allocate(upTo: 1, from: 34) == nil)
  }

  /// In a file of single free slots no search sees more than a few of them.
  @Test func aSearchIsBounded() throws {
    let bitmap = try bitmap(1 << 20)
    while bitmap.allocate(upTo: 16, from: 0) != nil {}
    for slot in stride(from: UInt32(0), to: 1 << 20, by: 2) { #expect(bitmap.release(slot)) }
    #expect(bitmap.release((1 << 20) - 1))
    let (run, pages) = pagesTouched { bitmap.allocate(upTo: 16, from: 0) }
    #expect(run! == (0, 1) && pages <= 3)
  }

  /// The last free slot of the largest file is found as fast as the first.
  @Test func theLastFreeSlot() throws {
    let bitmap = try bitmap(1 << 20)
    while bitmap.allocate(upTo: 16, from: 0) != nil {}
    for slot in [(1 << 20) - 1, 0, 32_767, 32_768] as [UInt32] {
      #expect(bitmap.release(slot))
      let (run, pages) = pagesTouched { bitmap.allocate(upTo: 16, from: 0) }
      #expect(run! == (slot, 1) && pages <= 4)
      #expect(bitmap.countFree() == 0)
    }
  }

  @Test(arguments: [2, 31, 32, 33, 1000, 1024, 1025, 40_000] as [UInt32], Seeds.first(3))
  func random(capacity: UInt32, seed: UInt64) throws {
    let bitmap = try bitmap(capacity, size: capacity / 2)
    var model = SlotModel(size: capacity / 2)
    var random = Random(seed: seed)
    var isFilling = true
    for step in 0..<Seeds.steps(2000) {
      if random.oneIn(100) { isFilling.toggle() }
      if random.oneIn(50), model.isFree.count < capacity {
        let more = random.next(1...(capacity - UInt32(model.isFree.count)))
        bitmap.addFree(UInt32(model.isFree.count)..<UInt32(model.isFree.count) + more)
        model.isFree += Array(repeating: true, count: Int(more))
      }
      if random.oneIn(4) != isFilling {
        let (wanted, hint) = (random.next(1...16), random.next(0...capacity))
        let (found, expected) = (bitmap.allocate(upTo: wanted, from: hint), model.allocate(upTo: wanted, from: hint, capacity))
        try #require(found?.first == expected?.first && found?.count == expected?.count, "seed \(seed), step \(step)")
      } else {
        let slot = random.next(UInt32(model.isFree.count))
        try #require(bitmap.release(slot) == model.release(slot), "seed \(seed), step \(step)")
      }
    }
    #expect(bitmap.countFree() == UInt32(model.isFree.count { $0 }), "seed \(seed)")
    #expect(model.isFree.indices.allSatisfy { bitmap.isFree(UInt32($0)) == model.isFree[$0] }, "seed \(seed)")
  }
}
