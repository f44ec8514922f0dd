/// Disjoint byte intervals in ascending order, at most `capacity` of them.
package struct IntervalSet {
  package static var capacity: Int { 64 }
  /// `start` up to, not including, `end`.
  package struct Interval: Equatable {
    package var start: UInt64 = 0
    package var end: UInt64 = 0
  }
  private var items = InlineArray<64, Interval>(repeating: Interval())
  package private(set) var count = 0

  package init() {}
  package subscript(index: Int) -> Interval { items[index] }

  package var bytes: UInt64 {
    var sum: UInt64 = 0
    for index in 0..<count { sum += items[index].end - items[index].start }
    return sum
  }

  /// Adds an interval, joining what it overlaps or touches. False if there is no room for another.
  package mutating func insert(_ added: Interval) -> Bool {
    guard added.start < added.end else { return true }
    var joined = added
    var kept = IntervalSet()
    var isPlaced = false
    for index in 0..<count {
      let item = items[index]
      if item.end < joined.start {
        kept.append(item)
      } else if joined.end < item.start {
        if !isPlaced {
          guard kept.append(joined) else { return false }
          isPlaced = true
        }
        guard kept.append(item) else { return false }
      } else {
        joined.start = min(joined.start, item.start)
        joined.end = max(joined.end, item.end)
      }
    }
    if !isPlaced { guard kept.append(joined) else { return false } }
    self = kept
    return true
  }

  /// Takes an interval out; what it cuts in two stays as two. Returns how many bytes behind the cut had to go too, for want of room.
  package mutating func remove(_ cut: Interval) -> UInt64 {
    guard cut.start < cut.end else { return 0 }
    var kept = IntervalSet()
    var lost: UInt64 = 0
    for index in 0..<count {
      let item = items[index]
      let before = Interval(start: item.start, end: min(item.end, cut.start))
      let after = Interval(start: max(item.start, cut.end), end: item.end)
      if before.start < before.end && !kept.append(before) { lost += before.end - before.start }
      if after.start < after.end && !kept.append(after) { lost += after.end - after.start }
    }
    self = kept
    return lost
  }

  @discardableResult
  private mutating func append(_ item: Interval) -> Bool {
    guard count < Self.capacity else { return false }
    items[count] = item
    count += 1
    return true
  }
}
