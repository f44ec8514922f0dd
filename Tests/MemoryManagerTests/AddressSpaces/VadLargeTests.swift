import Machine
import Testing

@testable import MemoryManager

/// Of a hundred thousand ranges, one is found, added or removed, and a gap found, through few nodes.
@Suite struct VadLargeTests {
  private static let count: UInt32 = 100_000
  /// 1.44 times the logarithm of 100,000.
  private static let deepest: UInt32 = 23

  /// The ranges are of one to three pages in every five; `order` is that of their insertion.
  @Test func aHundredThousand() throws {
    let bench = VadBench(frames: 12_000)
    var random = Random(seed: Seeds.first(1)[0])
    var order = Array(0..<Self.count)
    shuffle(&order, &random)
    for key in order { bench.insert(16 + key * 5, 16 + key * 5 + key % 3) }
    #expect(bench.count == Self.count && bench.isSound && bench.depth <= Self.deepest)
    for key in order {
      let vad = bench.find(16 + key * 5 + key % 3)
      try #require(vad?.start == 16 + key * 5)
      try #require(bench.find(16 + key * 5 + 4) == nil)
    }
    try measure(bench, &random)
    shuffle(&order, &random)
    for key in order[..<(Int(Self.count) - 1000)] { bench.remove(bench.find(16 + key * 5)!) }
    #expect(bench.count == 1000 && bench.isSound && bench.depth <= 14)
    for key in order[(Int(Self.count) - 1000)...] { bench.remove(bench.find(16 + key * 5)!) }
    #expect(bench.count == 0 && bench.isSound)
  }

  private func shuffle(_ array: inout [UInt32], _ random: inout Random) {
    for index in array.indices { array.swapAt(index, Int(random.next(UInt32(array.count)))) }
  }

  /// The nodes lie on 1,500 pages: an operation that goes over many of them touches many pages.
  private func measure(_ bench: VadBench, _ random: inout Random) throws {
    for _ in 0..<200 {
      let (page, pages) = (random.next(0x7A000), random.next(1...40))
      #expect(pagesTouched(bench) { _ = bench.find(page) } <= Self.deepest)
      #expect(pagesTouched(bench) { _ = bench.first(overlapping: page, page + pages) } <= Self.deepest)
      #expect(pagesTouched(bench) { _ = bench.lowestGap(pages, below: page) } <= 3 * Self.deepest)
      #expect(pagesTouched(bench) { _ = bench.highestGap(pages, below: page) } <= 3 * Self.deepest)
      let vad = try #require(bench.firstAtOrAfter(page))
      let (start, end) = (vad.start, vad.end)
      #expect(pagesTouched(bench) { bench.remove(vad) } <= 6 * Self.deepest)
      #expect(pagesTouched(bench) { bench.insert(start, end) } <= 6 * Self.deepest)
    }
  }

  private func pagesTouched(_ bench: VadBench, _ body: () -> Void) -> Int {
    let machine = bench.bed.machine
    machine.invalidateAll()
    let before = machine.walks
    body()
    return machine.walks - before
  }
}
