import Machine

/// What there is below a node. All of it is reached without the tree itself, so that no call hands over a copy of that.
extension Vad {
  /// Nodes on the longest way down: as the balances say. 0 of no node.
  var height: UInt32 {
    var (node, height) = (self, UInt32(0))
    while !node.isNone {
      node = node.balance == .higher(.left) ? node.left : node.right
      height &+= 1
    }
    return height
  }

  /// The last node on that side; none of no node.
  func outermost(_ side: VadSide) -> Vad {
    var (node, found) = (self, self)
    while !node.isNone { (found, node) = (node, node[side]) }
    return found
  }

  /// The next node of the whole tree on that side, or none.
  func neighbor(_ side: VadSide) -> Vad {
    let child = self[side]
    if !child.isNone { return child.outermost(side.opposite) }
    var node = self
    var parent = node.parent
    while !parent.isNone && parent[side] == node {
      node = parent
      parent = node.parent
    }
    return parent
  }

  /// The lowest node that contains `page` or starts behind it, or none.
  func firstAtOrAfter(_ page: UInt32) -> Vad {
    var (node, found) = (self, Vad.none(machine))
    while !node.isNone {
      if page > node.end {
        node = node.right
      } else if page < node.start {
        (found, node) = (node, node.left)
      } else {
        return node
      }
    }
    return found
  }

  // MARK: Gaps

  /// What `largestGap` should be, as its children are.
  var largestGapNow: UInt32 {
    var largest = gap
    let (left, right) = (left, right)
    if !left.isNone { largest = max(largest, left.largestGap) }
    if !right.isNone { largest = max(largest, right.largestGap) }
    return largest
  }
  func hasGap(_ pages: UInt32) -> Bool { !isNone && largestGap >= pages }

  /// The first node with a gap of `pages` in front of it. There is one.
  func firstWithGap(_ pages: UInt32) -> Vad {
    var node = self
    while true {
      let left = node.left
      if left.hasGap(pages) {
        node = left
      } else if node.gap >= pages {
        return node
      } else {
        node = node.right
      }
    }
  }

  /// The last node with a gap of `pages` in front of it. There is one.
  func lastWithGap(_ pages: UInt32) -> Vad {
    var node = self
    while true {
      let right = node.right
      if right.hasGap(pages) {
        node = right
      } else if node.gap >= pages {
        return node
      } else {
        node = node.left
      }
    }
  }

  /// The last node that starts below page `end`; and of those, the last one that has a gap of `pages` in front of itself or in its left subtree.
  func last(startingBelow end: UInt32, gap pages: UInt32) -> (before: Vad, fitting: Vad) {
    let none = Vad.none(machine)
    var (node, before, fitting) = (self, none, none)
    while !node.isNone {
      if node.start < end {
        before = node
        if node.gap >= pages || node.left.hasGap(pages) { fitting = node }
        node = node.right
      } else {
        node = node.left
      }
    }
    return (before, fitting)
  }

  /// The gap or the children of this node, which may be none, are not what they were: goes up as far as that matters.
  func updateLargestGaps() {
    var node = self
    while !node.isNone {
      let largest = node.largestGapNow
      if largest == node.largestGap { return }
      node.largestGap = largest
      node = node.parent
    }
  }
}
