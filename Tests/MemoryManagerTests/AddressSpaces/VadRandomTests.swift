import Machine
import Testing

@testable import MemoryManager

/// Random operations on a small address space, compared with a sorted array.
@Suite struct VadRandomTests {
  /// Two bounds at multiples of 64 KB, and two elsewhere.
  @Test(arguments: Seeds.first(8))
  func randomAgainstAModel(seed: UInt64) throws {
    var actor = VadActor(seed: seed, pages: seed % 3 == 0 ? 300 : 1500)
    for step in 0..<Seeds.steps(2500) {
      let done = try actor.step("seed \(seed) step \(step)")
      try #require(actor.bench.isSound, "seed \(seed) step \(step): \(done)")
      try #require(actor.bench.ranges == actor.model.ranges, "seed \(seed) step \(step): \(done)")
      if step % 16 == 0 { try #require(actor.bench.rangesBackwards == actor.model.ranges.reversed(), "seed \(seed) step \(step)") }
    }
  }
}

/// Does random things to a tree and to the model of it, and compares.
private struct VadActor {
  let bench: VadBench
  var model: VadModel
  private var random: Random
  private let pages: UInt32
  /// Whether ranges are coming rather than going, for a while.
  private var isGrowing = true

  init(seed: UInt64, pages: UInt32) {
    random = Random(seed: seed)
    self.pages = pages
    let (lowest, highest) = (random.oneIn(2) ? 16 : random.next(40), random.oneIn(2) ? pages - 1 : pages - random.next(60))
    bench = VadBench(lowest: lowest, highest: highest)
    model = VadModel(lowest: lowest, highest: highest)
  }

  /// One random step; its name, for the report of a failure.
  mutating func step(_ place: String) throws -> String {
    if random.oneIn(150) { isGrowing.toggle() }
    switch random.next(20) {
    case 0..<5: return isGrowing ? insertAnywhere() : try remove(place)
    case 5..<9: return isGrowing ? insertInGap() : try remove(place)
    case 9: return try remove(place)
    case 10: return insertAnywhere()
    case 11: return shrink()
    case 12: return split()
    case 13..<16: return try compareGaps(place)
    default: return try lookUp(place)
    }
  }

  private mutating func insert(_ range: ClosedRange<UInt32>) -> String {
    model.insert(range, bench.insert(range.lowerBound, range.upperBound))
    return "insert \(range)"
  }
  private mutating func insertAnywhere() -> String {
    let start = random.next(pages)
    let range = start...min(pages - 1, start + random.next(random.oneIn(5) ? 60 : 6))
    return model.first(overlapping: range) == nil ? insert(range) : "nothing"
  }
  private mutating func insertInGap() -> String {
    let (count, limit) = (random.next(1...40), random.oneIn(3) ? random.next(pages) : .max)
    let start = random.oneIn(2) ? bench.lowestGap(count, below: limit) : bench.highestGap(count, below: limit)
    return start.map { insert($0...$0 + count - 1) } ?? "nothing"
  }
  private mutating func remove(_ place: String) throws -> String {
    guard !model.items.isEmpty else { return "nothing" }
    let index = Int(random.next(UInt32(model.items.count)))
    let (range, vad) = model.items[index]
    model.remove(at: index)
    let isIntact = bench.remove(vad)
    try #require(isIntact, "\(place): \(range)")
    return "remove \(range)"
  }

  /// A part that stays of a range of several pages.
  private mutating func part() -> (index: Int, kept: ClosedRange<UInt32>)? {
    guard !model.items.isEmpty else { return nil }
    let index = Int(random.next(UInt32(model.items.count)))
    let range = model.items[index].range
    let start = random.oneIn(3) ? range.lowerBound : random.next(range)
    return (index, start...(random.oneIn(3) ? range.upperBound : random.next(start...range.upperBound)))
  }
  private mutating func shrink() -> String {
    guard let (index, kept) = part() else { return "nothing" }
    let (range, vad) = model.items[index]
    bench.shrink(vad, kept.lowerBound, kept.upperBound)
    model.shrink(at: index, to: kept)
    return "shrink \(range) to \(kept)"
  }
  /// Pages in the middle go: the range shrinks to what is before them, and what is behind becomes a range of its own.
  private mutating func split() -> String {
    guard let (index, hole) = part() else { return "nothing" }
    let (range, vad) = model.items[index]
    guard hole.lowerBound > range.lowerBound, hole.upperBound < range.upperBound else { return "nothing" }
    let kept = range.lowerBound...hole.lowerBound - 1
    bench.shrink(vad, kept.lowerBound, kept.upperBound)
    model.shrink(at: index, to: kept)
    return "split \(range), " + insert(hole.upperBound + 1...range.upperBound)
  }

  private mutating func compareGaps(_ place: String) throws -> String {
    for _ in 0..<4 {
      let count = random.oneIn(3) ? random.next(1...200) : random.next(1...33)
      let limit = random.oneIn(3) ? .max : random.next(pages + 20)
      let low = bench.lowestGap(count, below: limit)
      try #require(low == model.lowestGap(count, below: limit), "\(place): lowest \(count) below \(limit) in \(model.ranges)")
      let high = bench.highestGap(count, below: limit)
      try #require(high == model.highestGap(count, below: limit), "\(place): highest \(count) below \(limit) in \(model.ranges)")
    }
    return "gaps"
  }

  private mutating func lookUp(_ place: String) throws -> String {
    for _ in 0..<4 {
      let page = random.next(pages + 5)
      let last = page + random.next(50)
      try #require(bench.find(page) == model.find(page), "\(place): find \(page) in \(model.ranges)")
      try #require(bench.firstAtOrAfter(page) == model.firstAtOrAfter(page), "\(place): \(page) in \(model.ranges)")
      try #require(bench.first(overlapping: page, last) == model.first(overlapping: page...last), "\(place): \(page)...\(last)")
    }
    try #require(bench.count == UInt32(model.items.count), "\(place)")
    return "look up"
  }
}
