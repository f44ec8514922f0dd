import Machine
import Testing

@testable import MemoryManager

/// Places for new ranges: the lowest or the highest there is, at 64 KB boundaries.
@Suite struct VadGapTests {
  @Test func allIsFreeAtFirst() {
    let bench = VadBench()
    #expect(bench.lowestGap(1) == 0x10 && bench.highestGap(1) == 0x7FFE0)
    #expect(bench.lowestGap(17) == 0x10 && bench.highestGap(17) == 0x7FFD0)
    #expect(bench.lowestGap(0x7FFE0) == 0x10 && bench.highestGap(0x7FFE0) == 0x10)
    #expect(bench.lowestGap(0x7FFE1) == nil && bench.highestGap(0x7FFE1) == nil)
    #expect(bench.lowestGap(.max) == nil && bench.highestGap(.max) == nil)
    #expect(bench.lowestGap(0) == nil && bench.highestGap(0) == nil)
  }

  @Test func theLimitIsTheLastPageThatMayBeUsed() {
    let bench = VadBench()
    #expect(bench.lowestGap(16, below: 0x1F) == 0x10 && bench.highestGap(16, below: 0x1F) == 0x10)
    #expect(bench.lowestGap(16, below: 0x1E) == nil && bench.highestGap(16, below: 0x1E) == nil)
    #expect(bench.lowestGap(1, below: 0xF) == nil && bench.highestGap(1, below: 0xF) == nil)
    #expect(bench.lowestGap(1, below: 0) == nil && bench.highestGap(1, below: 0) == nil)
    #expect(bench.highestGap(1, below: 0x2F) == 0x20 && bench.highestGap(1, below: 0x30) == 0x30)
    #expect(bench.highestGap(0x11, below: 0x30) == 0x20 && bench.highestGap(0x12, below: 0x30) == 0x10)
    #expect(bench.highestGap(1, below: .max) == 0x7FFE0)
  }

  /// The last 64 KB need not be whole.
  @Test func oddBounds() {
    let bench = VadBench(lowest: 0x13, highest: 0x45)
    #expect(bench.lowestGap(1) == 0x20 && bench.lowestGap(0x26) == 0x20 && bench.lowestGap(0x27) == nil)
    #expect(bench.highestGap(6) == 0x40 && bench.highestGap(7) == 0x30 && bench.highestGap(0x26) == 0x20 && bench.highestGap(0x27) == nil)
  }

  @Test func betweenBeforeAndBehind() {
    let bench = VadBench(lowest: 0x10, highest: 0xFF)
    bench.insert(0x30, 0x3F)
    bench.insert(0x80, 0xBF)
    #expect(bench.lowestGap(0x20) == 0x10 && bench.lowestGap(0x21) == 0x40 && bench.lowestGap(0x40) == 0x40 && bench.lowestGap(0x41) == nil)
    #expect(bench.highestGap(0x40) == 0xC0 && bench.highestGap(0x41) == nil)
    #expect(bench.highestGap(0x40, below: 0xFE) == 0x40 && bench.highestGap(0x20, below: 0x7E) == 0x50)
    #expect(bench.highestGap(0x20, below: 0x5E) == 0x10 && bench.highestGap(0x20, below: 0x90) == 0x60)
    #expect(bench.lowestGap(0x21, below: 0x5F) == nil && bench.lowestGap(0x21, below: 0x60) == 0x40)
  }

  /// After a part of a range was released, others start and end at any page.
  @Test func unalignedNeighbors() {
    let bench = VadBench(lowest: 0x10, highest: 0x6F)
    let vad = bench.insert(0x10, 0x5F)
    bench.shrink(vad, 0x23, 0x4C)
    #expect(bench.isSound)
    #expect(bench.lowestGap(0x13) == 0x10 && bench.lowestGap(0x14) == 0x50)
    #expect(bench.highestGap(0x20) == 0x50 && bench.highestGap(0x21) == nil && bench.highestGap(0x11, below: 0x5F) == 0x10)
    #expect(bench.highestGap(3, below: 0x4F) == 0x20 && bench.highestGap(4, below: 0x4F) == 0x10)
    // Pages that are free but not from a multiple of 64 KB on are no place: the rest of its own 64 KB.
    bench.insert(0x50, 0x6F)
    bench.insert(0x10, 0x20)
    #expect(bench.lowestGap(1) == nil && bench.highestGap(1) == nil)
  }

  /// The user may say where: below and above what the searches use.
  @Test func rangesOutsideTheBounds() {
    let bench = VadBench(lowest: 0x20, highest: 0x5F)
    bench.insert(0x0, 0x0)
    bench.insert(0x5, 0x12)
    #expect(bench.isSound && bench.lowestGap(0x40) == 0x20 && bench.highestGap(0x40) == 0x20)
    bench.insert(0x80, 0x8F)
    bench.insert(0xFFFFF, 0xFFFFF)
    #expect(bench.isSound && bench.lowestGap(0x40) == 0x20 && bench.lowestGap(0x41) == nil && bench.highestGap(0x41) == nil)
    #expect(bench.highestGap(0x10) == 0x50)
    bench.insert(0x18, 0x21)
    bench.insert(0x55, 0x70)
    #expect(bench.isSound && bench.lowestGap(0x25) == 0x30 && bench.highestGap(0x25) == 0x30 && bench.lowestGap(0x26) == nil)
    #expect(bench.highestGap(5) == 0x50 && bench.highestGap(6) == 0x40)
  }

  @Test func allocatingUpAndDownFillsEverything() throws {
    let bench = VadBench(lowest: 0x10, highest: 0x1FFF)
    var random = Random(seed: 1)
    while let start = bench.lowestGap(1) {
      let pages = random.next(1...16)
      try #require(start == 0x10 + bench.count * 16)
      bench.insert(start, start + pages - 1)
    }
    #expect(bench.count == 0x1FF && bench.isSound && bench.highestGap(1) == nil)
    while let vad = bench.first { bench.remove(vad) }
    while let start = bench.highestGap(1) {
      try #require(start == 0x1FF0 - bench.count * 16)
      bench.insert(start, start + random.next(16))
    }
    #expect(bench.count == 0x1FF && bench.isSound && bench.lowestGap(1) == nil)
  }
}
