import Machine

/// The free pages between the ranges. A gap starts at a multiple of 64 KB, because a new range can start only there, and belongs to the
/// node behind it. What is free behind the last node belongs to none.
extension VadTree {
  /// Ranges start at multiples of 64 KB. NT: X64K
  private static var granularity: UInt32 { 16 }
  static func granule(atOrAfter page: UInt32) -> UInt32 { (page &+ (granularity - 1)) & ~(granularity - 1) }
  private static func granule(atOrBefore page: UInt32) -> UInt32 { page & ~(granularity - 1) }

  // MARK: Searching

  /// The lowest multiple of 64 KB with `pages` free pages from there on, none above `limit`, as a page number. NT: MiFindEmptyAddressRangeInTree
  package func lowestGap(pages: UInt32, below limit: UInt32) -> UInt32? {
    guard pages > 0 else { return nil }
    let start = firstGap(pages)
    let last = min(limit, highest)
    return start <= last && last &- start >= pages &- 1 ? start : nil
  }

  /// Where the first gap of `pages` starts: the one behind the last node, if no other is large enough.
  private func firstGap(_ pages: UInt32) -> UInt32 {
    var node = root
    guard !node.isNone && node.largestGap >= pages else { return gapStart(behind: node.isNone ? node : node.outermost(.right)) }
    while true {
      let left = node.left
      if !left.isNone && left.largestGap >= pages {
        node = left
      } else if node.gap >= pages {
        return node.start &- node.gap
      } else {
        node = node.right
      }
    }
  }

  /// The highest multiple of 64 KB with `pages` free pages from there on, none above `limit`, as a page number.
  /// NT: MiFindEmptyAddressRangeDownTree
  package func highestGap(pages: UInt32, below limit: UInt32) -> UInt32? {
    guard pages > 0 else { return nil }
    let end = min(limit, highest) &+ 1
    let (before, fitting) = lastNode(startingBelow: end, pages)
    // The gap that the limit cuts.
    let start = gapStart(behind: before)
    if start < end && end &- start >= pages { return Self.granule(atOrBefore: end &- pages) }
    guard !fitting.isNone else { return nil }
    return Self.granule(atOrBefore: lastGap(pages, atOrLeftOf: fitting).start &- pages)
  }

  /// The last node that starts below page `end`; and of those, the last one that has a gap of `pages` in front of itself or in its left subtree.
  private func lastNode(startingBelow end: UInt32, _ pages: UInt32) -> (before: Vad, fitting: Vad) {
    let none = Vad.none(machine)
    var (node, before, fitting) = (root, none, none)
    while !node.isNone {
      let left = node.left
      if node.start < end {
        before = node
        if node.gap >= pages || (!left.isNone && left.largestGap >= pages) { fitting = node }
        node = node.right
      } else {
        node = left
      }
    }
    return (before, fitting)
  }

  /// The last node with a gap of `pages`, among `node` and its left subtree, of which one has it.
  private func lastGap(_ pages: UInt32, atOrLeftOf node: Vad) -> Vad {
    if node.gap >= pages { return node }
    var node = node.left
    while true {
      let right = node.right
      if !right.isNone && right.largestGap >= pages {
        node = right
      } else if node.gap >= pages {
        return node
      } else {
        node = node.left
      }
    }
  }

  // MARK: Keeping

  /// Where the gap behind `previous` starts, or the first of all, if it is none.
  private func gapStart(behind previous: Vad) -> UInt32 {
    previous.isNone ? lowest : max(lowest, Self.granule(atOrAfter: previous.end &+ 1))
  }
  func gap(of vad: Vad, behind previous: Vad) -> UInt32 {
    let (start, free) = (vad.start, gapStart(behind: previous))
    return start > free ? start &- free : 0
  }

  /// `vad` is a new leaf between two nodes, of which either may be none: what was one gap are two.
  func splitGap(_ before: Vad, _ vad: Vad, _ behind: Vad) {
    let gap = gap(of: vad, behind: before)
    vad.gap = gap
    vad.largestGap = gap
    var node = vad.parent
    while !node.isNone && node.largestGap < gap {
      node.largestGap = gap
      node = node.parent
    }
    if !behind.isNone { updateGap(of: behind, behind: vad) }
  }

  /// The node between the two, of which either may be none, is gone, and `lowered` has another subtree than before.
  func joinGaps(_ before: Vad, _ behind: Vad, lowered: Vad) {
    if !behind.isNone { behind.gap = gap(of: behind, behind: before) }
    updateLargestGaps(lowered)
    updateLargestGaps(behind)
  }

  func updateGap(of vad: Vad, behind previous: Vad) {
    vad.gap = gap(of: vad, behind: previous)
    updateLargestGaps(vad)
  }

  /// The gap of `vad` or its children are not what they were.
  private func updateLargestGaps(_ vad: Vad) {
    var node = vad
    while !node.isNone {
      let largest = node.largestGapNow
      if largest == node.largestGap { return }
      node.largestGap = largest
      node = node.parent
    }
  }
}
