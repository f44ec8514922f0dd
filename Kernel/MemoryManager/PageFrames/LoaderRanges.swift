import Machine

/// The loader's ranges of memory as they come: unsorted, overlapping, tiny, with holes and above 4 GB.
package struct LoaderRanges {
  private(set) var usable = IntervalSet()
  private(set) var reserved = IntervalSet()
  /// What lies between reserved ranges that had to be joined.
  private var gaps = IntervalSet()
  /// Bytes of usable ranges for which there was no room, at most 64 being kept.
  private(set) var droppedBytes: UInt64 = 0

  package init() {}

  /// Takes one range. A length that runs over the end of the 64-bit space is cut.
  package mutating func add(base: UInt64, length: UInt64, isUsable: Bool) {
    let (end, overflow) = base.addingReportingOverflow(length)
    let interval = IntervalSet.Interval(start: base, end: overflow ? .max : end)
    if isUsable {
      if !usable.insert(interval) { drop(interval.end - interval.start) }
    } else if !reserved.insert(interval) {
      reserveWithLast(interval)
    }
  }

  /// Without room for another reserved range, the last one grows over this one and the gap between: too much is reserved, never too little.
  private mutating func reserveWithLast(_ interval: IntervalSet.Interval) {
    let last = reserved[reserved.count - 1]
    _ = gaps.insert(IntervalSet.Interval(start: min(last.end, interval.end), end: max(last.start, interval.start)))
    _ = reserved.insert(IntervalSet.Interval(start: min(interval.start, last.start), end: max(interval.end, last.end)))
  }

  /// Takes what is reserved out of what is usable.
  mutating func subtractReserved() {
    for index in 0..<gaps.count {
      let before = usable.bytes
      _ = usable.remove(gaps[index])
      drop(before - usable.bytes)
    }
    for index in 0..<reserved.count { drop(usable.remove(reserved[index])) }
  }

  /// What the loader says is not believed to add up.
  private mutating func drop(_ bytes: UInt64) {
    let (sum, overflow) = droppedBytes.addingReportingOverflow(bytes)
    droppedBytes = overflow ? .max : sum
  }
}
