import Machine
import Testing

@testable import MemoryManager

/// Runs of pages against a plain picture of who has which page.
@Suite struct PageRunsTests {
  @Test func allOfItIsOneRunAtFirst() {
    let bench = RunsBench()
    #expect(bench.runs.freePages == 256 && bench.runs.freeRuns == 1)
    #expect(bench.allocate(257) == nil)
    #expect(bench.allocate(0) == nil)
    #expect(bench.allocate(.max) == nil)
    #expect(bench.allocate(256) == 0)
    #expect(bench.allocate(1) == nil)
    #expect(bench.release(0))
    #expect(bench.runs.freeRuns == 1 && bench.isSound)
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1], [1, 2, 0], [2, 0, 1]])
  func neighboursJoinInAnyOrder(order: [Int]) throws {
    let bench = RunsBench()
    let starts = try (0..<3).map { _ in try #require(bench.allocate(20)) }
    for index in order {
      #expect(bench.release(starts[index]))
      #expect(bench.isSound)
    }
    #expect(bench.runs.freeRuns == 1 && bench.runs.freePages == 256)
  }

  /// A run is known as allocated by its first page only, and only while it is.
  @Test(arguments: [1, 2, 16, 17, 40] as [UInt32])
  func releasingTwiceIsRefused(pages: UInt32) throws {
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [0, 2, 1]] {
      let bench = RunsBench()
      let starts = try (0..<3).map { _ in try #require(bench.allocate(pages)) }
      for index in order {
        #expect(bench.release(starts[index]))
        for before in order.prefix(through: order.firstIndex(of: index)!) {
          try #require(bench.runs.allocatedLength(starts[before]) == nil, "order \(order), \(before) after \(index)")
          try #require(!bench.release(starts[before]))
        }
        #expect(bench.isSound)
      }
    }
  }

  @Test func aPageInsideARunIsNotItsStart() throws {
    let bench = RunsBench()
    // The pages were runs of their own before.
    let singles = try (0..<64).map { _ in try #require(bench.allocate(1)) }
    for single in singles { #expect(bench.release(single)) }
    let start = try #require(bench.allocate(64))
    for page in 1..<UInt32(64) { #expect(bench.runs.allocatedLength(start + page) == nil, "page \(page)") }
    #expect(bench.runs.allocatedLength(start) == 64)
    #expect(bench.runs.allocatedLength(255) == nil)
    #expect(bench.runs.allocatedLength(256) == nil)
    #expect(bench.runs.allocatedLength(.max) == nil)
  }

  @Test func growingJoinsTheLastFreeRun() {
    let bench = RunsBench(100)
    #expect(bench.allocate(101) == nil)
    bench.grow(56)
    #expect(bench.runs.freeRuns == 1)
    #expect(bench.allocate(156) == 0)
    bench.grow(100)
    #expect(bench.allocate(100) == 156)
  }

  @Test(arguments: [1, 2, 4, 8, 16, 64] as [UInt32], [0, 1, 5, 0xE8000] as [UInt32])
  func alignedRunsStartWhereTheyShould(alignment: UInt32, origin: UInt32) throws {
    let bench = RunsBench()
    _ = bench.allocate(3)
    var taken: UInt32 = 3
    while let start = bench.allocate(5, alignment: alignment, origin: origin) {
      #expect((start + origin) % alignment == 0)
      #expect(bench.runs.allocatedLength(start) == 5)
      #expect(bench.isSound)
      taken += 5
    }
    #expect(bench.runs.freePages == 256 - taken)
    #expect(taken >= (256 / max(alignment, 5) / 2) * 5)
  }

  @Test(arguments: Seeds.first(6))
  func randomAgainstAModel(seed: UInt64) throws {
    var random = Random(seed: seed)
    let bench = RunsBench(128)
    var model = PageModel(pages: 128)
    for step in 0..<Seeds.steps(4000) {
      switch random.next(20) {
      case 0 where bench.runs.grown < 256:
        let more = min(random.next(1...9), 256 - bench.runs.grown)
        bench.grow(more)
        model.grow(more)
      case 1...9:
        let pages = random.oneIn(6) ? random.next(17...70) : random.next(1...18)
        let start = bench.allocate(pages)
        if let start {
          let isFree = model.take(start, pages)
          try #require(isFree, "seed \(seed) step \(step)")
        }
        try #require(start != nil || model.longestFree < pages, "nil with \(model.longestFree) for \(pages): seed \(seed) step \(step)")
      case 10...11:
        let (pages, alignment) = (random.next(1...20), UInt32(1) << random.next(6))
        let origin = random.next(100)
        if let start = bench.allocate(pages, alignment: alignment, origin: origin) {
          let isFree = model.take(start, pages)
          try #require(isFree && (start + origin) % alignment == 0, "seed \(seed) step \(step)")
        } else {
          try #require(model.longestFree < pages + alignment - 1, "seed \(seed) step \(step)")
        }
      case 12:
        // What is no start of a run is refused.
        let page = random.next(300)
        guard model.owned[page] == nil else { continue }
        try #require(!bench.release(page), "page \(page): seed \(seed) step \(step)")
      default:
        guard let start = model.owned.keys.sorted().dropFirst(Int(random.next(UInt32(max(1, model.owned.count))))).first else { continue }
        try #require(bench.runs.allocatedLength(start) == model.owned[start], "seed \(seed) step \(step)")
        try #require(bench.release(start), "seed \(seed) step \(step)")
        model.giveBack(start)
      }
      try #require(bench.isSound, "seed \(seed) step \(step)")
      try #require(bench.runs.freePages == model.free && bench.runs.freeRuns == model.freeRuns, "seed \(seed) step \(step)")
    }
  }
}
