import Machine

/// Where a range can be put: the page that it can start at, and the node that is behind it then, or none.
package struct VadGap {
  package let start: UInt32
  let behind: Vad
}

/// The free pages between the ranges. A gap starts at a multiple of 64 KB, because a new range can start only there, and belongs to the
/// node behind it. What is free behind the last node belongs to none.
extension VadTree {
  /// Ranges start at multiples of 64 KB. NT: X64K
  private static var granularity: UInt32 { 16 }
  static func granule(atOrAfter page: UInt32) -> UInt32 { (page &+ (granularity - 1)) & ~(granularity - 1) }
  private static func granule(atOrBefore page: UInt32) -> UInt32 { page & ~(granularity - 1) }

  // MARK: Searching

  /// The lowest multiple of 64 KB with `pages` free pages from there on, none above `limit`, as a page number.
  /// NT: MiFindEmptyAddressRangeInTree
  @inline(__always)
  package func lowestGap(pages: UInt32, below limit: UInt32) -> VadGap? {
    guard pages > 0 else { return nil }
    let last = min(limit, highest)
    let gap: VadGap
    if root.hasGap(pages) {
      let node = root.firstWithGap(pages)
      gap = VadGap(start: node.start &- node.gap, behind: node)
    } else {
      gap = VadGap(start: gapStart(behind: root.outermost(.right)), behind: Vad.none(machine))
    }
    return gap.start <= last && last &- gap.start >= pages &- 1 ? gap : nil
  }

  /// The highest multiple of 64 KB with `pages` free pages from there on, none above `limit`, as a page number.
  /// NT: MiFindEmptyAddressRangeDownTree
  package func highestGap(pages: UInt32, below limit: UInt32) -> VadGap? {
    guard pages > 0 else { return nil }
    let end = min(limit, highest) &+ 1
    let (before, fitting) = root.last(startingBelow: end, gap: pages)
    // The gap that the limit cuts.
    let start = gapStart(behind: before)
    if start < end && end &- start >= pages {
      return VadGap(start: Self.granule(atOrBefore: end &- pages), behind: before.isNone ? root.outermost(.left) : before.neighbor(.right))
    }
    guard !fitting.isNone else { return nil }
    let node = fitting.gap >= pages ? fitting : fitting.left.lastWithGap(pages)
    return VadGap(start: Self.granule(atOrBefore: node.start &- pages), behind: node)
  }

  // MARK: Keeping

  /// Where the gap behind `previous` starts, or the first of all, if it is none.
  func gapStart(behind previous: Vad) -> UInt32 {
    previous.isNone ? lowest : max(lowest, Self.granule(atOrAfter: previous.end &+ 1))
  }
  /// Where the gap in front of `vad` starts: perhaps behind its own start, if there is none.
  @inline(__always)
  func gapStart(inFrontOf vad: Vad) -> UInt32 {
    let gap = vad.gap
    return gap > 0 ? vad.start &- gap : gapStart(behind: vad.neighbor(.left))
  }
  /// Free pages from `start` up to page `end`.
  private static func gap(_ start: UInt32, _ end: UInt32) -> UInt32 { end > start ? end &- start : 0 }
  /// What the gap of `vad` should be.
  func gap(of vad: Vad, behind previous: Vad) -> UInt32 { Self.gap(gapStart(behind: previous), vad.start) }

  /// `vad` is a new leaf in the gap from `start` up to `behind`, which may be none: what was one gap are two.
  @inline(__always)
  mutating func splitGap(from start: UInt32, _ vad: Vad, _ behind: Vad) {
    let gap = Self.gap(start, vad.start)
    vad.gap = gap
    vad.largestGap = gap
    var node = vad.parent
    while !node.isNone && node.largestGap < gap {
      node.largestGap = gap
      node = node.parent
    }
    if !behind.isNone { setGap(of: behind, from: gapStart(behind: vad)) }
  }

  /// The node in front of `behind`, which may be none, is gone: the gap starts at `start` now. `lowered` has another subtree than before.
  @inline(__always)
  mutating func joinGaps(_ start: UInt32, _ behind: Vad, lowered: Vad) {
    if !behind.isNone { setGap(of: behind, from: start) }
    if lowered != behind { lowered.updateLargestGaps() }
  }

  @inline(__always)
  mutating func setGap(of vad: Vad, from start: UInt32) {
    vad.gap = Self.gap(start, vad.start)
    vad.updateLargestGaps()
  }

  /// The first and the last page of `vad` are others now; the gap in front of it starts at `gapStart` as before.
  @inline(__always)
  mutating func moveGaps(_ vad: Vad, _ gapStart: UInt32) {
    setGap(of: vad, from: gapStart)
    let behind = vad.neighbor(.right)
    if !behind.isNone { setGap(of: behind, from: self.gapStart(behind: vad)) }
  }
}
