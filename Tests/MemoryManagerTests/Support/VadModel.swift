@testable import MemoryManager

/// The plain picture of a small address space: a sorted array of ranges, searched from end to end.
struct VadModel {
  let lowest: UInt32
  let highest: UInt32
  private(set) var items: [(range: ClosedRange<UInt32>, vad: Vad)] = []

  init(lowest: UInt32, highest: UInt32) {
    self.lowest = lowest
    self.highest = highest
  }

  var ranges: [ClosedRange<UInt32>] { items.map(\.range) }
  mutating func insert(_ range: ClosedRange<UInt32>, _ vad: Vad) {
    items.append((range, vad))
    items.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
  mutating func remove(at index: Int) { items.remove(at: index) }
  mutating func shrink(at index: Int, to range: ClosedRange<UInt32>) { items[index].range = range }

  func find(_ page: UInt32) -> Vad? { items.first { $0.range.contains(page) }?.vad }
  func first(overlapping range: ClosedRange<UInt32>) -> Vad? { items.first { $0.range.overlaps(range) }?.vad }
  func firstAtOrAfter(_ page: UInt32) -> Vad? { items.first { $0.range.upperBound >= page }?.vad }

  private func fits(_ start: UInt32, _ pages: UInt32, _ limit: UInt32) -> Bool {
    let last = UInt64(start) + UInt64(pages) - 1
    guard start >= lowest, last <= min(highest, limit) else { return false }
    return first(overlapping: start...UInt32(last)) == nil
  }
  func lowestGap(_ pages: UInt32, below limit: UInt32) -> UInt32? {
    stride(from: 0, through: highest, by: 16).first { fits($0, pages, limit) }
  }
  func highestGap(_ pages: UInt32, below limit: UInt32) -> UInt32? {
    stride(from: 0, through: highest, by: 16).reversed().first { fits($0, pages, limit) }
  }
}
