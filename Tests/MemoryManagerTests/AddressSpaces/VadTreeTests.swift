import Machine
import Testing

@testable import MemoryManager

@Suite struct VadTreeTests {
  @Test func nothingIsFoundInAnEmptyTree() {
    let bench = VadBench()
    #expect(bench.isSound && bench.count == 0 && bench.depth == 0)
    #expect([0, 16, 0xFFFFF, .max].allSatisfy { bench.find($0) == nil && bench.firstAtOrAfter($0) == nil })
    #expect(bench.first == nil && bench.last == nil && bench.first(overlapping: 0, .max) == nil)
  }

  @Test func oneRange() {
    let bench = VadBench()
    let vad = bench.insert(0x20, 0x2F)
    #expect(bench.isSound && bench.count == 1 && bench.depth == 1 && bench.first == vad && bench.last == vad)
    #expect([0, 0x1F, 0x20, 0x2F, 0x30, .max].map { bench.find($0) == vad } == [false, false, true, true, false, false])
    #expect(bench.next(after: vad) == nil && bench.previous(before: vad) == nil)
    #expect(bench.remove(vad))
    #expect(bench.isSound && bench.count == 0 && bench.first == nil && bench.find(0x20) == nil)
  }

  @Test func theFirstAndTheLastPageThereAre() {
    let bench = VadBench(lowest: 0, highest: 0xFFFFF)
    let (low, high) = (bench.insert(0, 0), bench.insert(0xFFFFF, 0xFFFFF))
    #expect(bench.find(0) == low && bench.find(1) == nil && bench.find(0xFFFFE) == nil && bench.find(0xFFFFF) == high)
    #expect(bench.find(0x100000) == nil && bench.find(.max) == nil)
    #expect(bench.isSound)
  }

  /// What was found last is found at once; it must be forgotten with its range, and know when the range shrinks.
  @Test func theHintNeverLies() {
    let bench = VadBench()
    let (low, high) = (bench.insert(0x20, 0x2F), bench.insert(0x40, 0x5F))
    #expect(bench.find(0x28) == low && bench.find(0x20) == low && bench.find(0x2F) == low)
    #expect(bench.find(0x30) == nil && bench.find(0x1F) == nil && bench.find(0x28) == low)
    bench.shrink(low, 0x22, 0x2D)
    #expect(bench.find(0x20) == nil && bench.find(0x2E) == nil && bench.find(0x22) == low)
    // The other one shrinks, and goes.
    bench.shrink(high, 0x41, 0x5F)
    #expect(bench.find(0x22) == low && bench.find(0x40) == nil)
    bench.remove(high)
    #expect(bench.find(0x41) == nil && bench.find(0x22) == low)
    bench.remove(low)
    #expect(bench.find(0x22) == nil && bench.isSound)
    let again = bench.insert(0x22, 0x22)
    #expect(bench.find(0x22) == again && bench.isSound)
  }

  @Test func theLowestOfThoseThatOverlap() {
    let bench = VadBench()
    let (a, b, c) = (bench.insert(0x20, 0x2F), bench.insert(0x30, 0x3F), bench.insert(0x50, 0x5F))
    #expect(bench.first(overlapping: 0, 0x1F) == nil && bench.first(overlapping: 0x40, 0x4F) == nil)
    #expect(bench.first(overlapping: 0x60, .max) == nil)
    #expect(bench.first(overlapping: 0, 0x20) == a && bench.first(overlapping: 0, .max) == a && bench.first(overlapping: 0x2F, 0x2F) == a)
    #expect(bench.first(overlapping: 0x30, 0x30) == b && bench.first(overlapping: 0x3F, 0x50) == b)
    #expect(bench.first(overlapping: 0x40, 0x50) == c && bench.first(overlapping: 0x55, 0x56) == c)
    #expect(bench.firstAtOrAfter(0) == a && bench.firstAtOrAfter(0x2F) == a && bench.firstAtOrAfter(0x30) == b)
    #expect(bench.firstAtOrAfter(0x40) == c && bench.firstAtOrAfter(0x5F) == c && bench.firstAtOrAfter(0x60) == nil)
    #expect(bench.next(after: a) == b && bench.next(after: c) == nil && bench.previous(before: c) == b && bench.previous(before: a) == nil)
  }

  /// Every order in which seven ranges can come; they go in the order in which others came.
  @Test func everyOrder() throws {
    let orders = permutations(7)
    let bench = VadBench()
    for (index, order) in orders.enumerated() {
      var vads: [UInt32: Vad] = [:]
      for key in order {
        vads[key] = bench.insert(0x20 + key * 0x20, 0x2F + key * 0x20)
        try #require(bench.isSound, "\(key) of \(order) came")
      }
      try #require(bench.count == 7 && (3...4).contains(bench.depth), "\(order)")
      let leaving = orders[(index * 2999 + 17) % orders.count]
      for key in leaving {
        bench.remove(vads[key]!)
        try #require(bench.isSound, "\(key) of \(leaving) went after \(order) came")
      }
    }
  }

  private func permutations(_ count: UInt32) -> [[UInt32]] {
    guard count > 0 else { return [[]] }
    var orders: [[UInt32]] = []
    for shorter in permutations(count - 1) {
      for place in 0...shorter.count {
        var order = shorter
        order.insert(count - 1, at: place)
        orders.append(order)
      }
    }
    return orders
  }

  @Test(arguments: ["up", "down", "from both ends", "from the middle"])
  func regularOrdersStayFlat(order: String) throws {
    let bench = VadBench()
    let count: UInt32 = 1000
    let keys: [UInt32] = (0..<count).map { index in
      switch order {
      case "up": index
      case "down": count - 1 - index
      case "from both ends": index % 2 == 0 ? index / 2 : count - 1 - index / 2
      default: index % 2 == 0 ? count / 2 + index / 2 : count / 2 - 1 - index / 2
      }
    }
    for (index, key) in keys.enumerated() {
      bench.insert(0x10 + key * 0x10, 0x1F + key * 0x10)
      if index % 50 == 0 { try #require(bench.isSound) }
    }
    #expect(bench.isSound && bench.count == count && bench.depth <= 14)
    #expect(bench.ranges.map(\.lowerBound) == (0..<count).map { 0x10 + $0 * 0x10 })
    for (index, key) in keys.enumerated() {
      bench.remove(bench.find(0x15 + key * 0x10)!)
      if index % 50 == 0 { try #require(bench.isSound) }
    }
    #expect(bench.isSound && bench.count == 0)
  }
}
