import Machine

/// The ranges of a process's address space in the order of their page numbers; none overlaps another. NT: MM_AVL_TABLE
///
/// An AVL tree whose nodes are the ranges themselves. Each node knows the free pages in front of it and the largest such gap of its
/// subtree, so that a place for a new range is found as fast as a range is. No method recurses.
package struct VadTree: ~Copyable {
  let machine: Machine
  /// The first page that a gap search may return, and the last that it may use. Ranges may be inserted outside of the two.
  let lowest: UInt32
  let highest: UInt32
  var root: Vad
  package private(set) var count: UInt32 = 0

  /// The range found last, and its pages: not reached through the node, so that a hit reads nothing else. NT: NodeHint
  private var hint: Vad
  private var hintStart: UInt32 = 0
  private var hintCount: UInt32 = 0

  /// `lowest` and `highest`: the first and the last page that the gap searches may use. `lowest` is rounded up to 64 KB.
  package init(machine: Machine, lowest: UInt32, highest: UInt32) {
    self.machine = machine
    self.lowest = Self.granule(atOrAfter: lowest)
    self.highest = highest
    root = Vad.none(machine)
    hint = Vad.none(machine)
  }

  // MARK: Looking up

  /// The range that `page` is in. NT: MiLocateAddress
  @inline(__always)
  package mutating func find(_ page: UInt32) -> Vad? {
    if page &- hintStart < hintCount { return hint }
    return search(page)
  }

  @inline(never)
  private mutating func search(_ page: UInt32) -> Vad? {
    var node = root
    while !node.isNone {
      let start = node.start
      if page < start {
        node = node.left
      } else if page > node.end {
        node = node.right
      } else {
        remember(node)
        return node
      }
    }
    return nil
  }

  private mutating func remember(_ vad: Vad) {
    hint = vad
    hintStart = vad.start
    hintCount = vad.end &- hintStart &+ 1
  }
  private mutating func forget() {
    hint = Vad.none(machine)
    hintCount = 0
  }
  /// The hint is a range of the tree, as it is now.
  var isHintSound: Bool {
    if hint.isNone { return hintCount == 0 }
    return firstAtOrAfter(hintStart) == hint && hint.start == hintStart && hint.pageCount == hintCount
  }

  /// The ranges in front of a page that is in none, and behind it; either may be none.
  func neighbors(of page: UInt32) -> (before: Vad, behind: Vad) {
    let behind = root.firstAtOrAfter(page)
    return (behind.isNone ? root.outermost(.right) : behind.neighbor(.left), behind)
  }

  /// The lowest range that shares a page with `first`...`last`. NT: MiCheckForConflictingVad
  package func first(overlapping first: UInt32, _ last: UInt32) -> Vad? {
    let vad = root.firstAtOrAfter(first)
    return !vad.isNone && vad.start <= last ? vad : nil
  }

  /// The lowest range that contains `page` or starts behind it.
  package func firstAtOrAfter(_ page: UInt32) -> Vad? { root.firstAtOrAfter(page).orNil }

  package var first: Vad? { root.outermost(.left).orNil }
  package var last: Vad? { root.outermost(.right).orNil }
  /// NT: MiGetNextVad
  package func next(after vad: Vad) -> Vad? { vad.neighbor(.right).orNil }
  /// NT: MiGetPreviousVad
  package func previous(before vad: Vad) -> Vad? { vad.neighbor(.left).orNil }

  /// Nodes on the longest way down from the root. NT: DepthOfTree
  package var depth: UInt32 { root.height }

  // MARK: Changing

  /// `vad` knows its pages, and no range of the tree has one of them. NT: MiInsertNode
  package mutating func insert(_ vad: Vad) {
    let none = Vad.none(machine)
    var (node, before, behind) = (root, none, none)
    var (parent, side) = (none, VadSide.left)
    let start = vad.start
    while !node.isNone {
      parent = node
      if start < node.start {
        (behind, side) = (node, .left)
      } else {
        (before, side) = (node, .right)
      }
      node = node[side]
    }
    link(vad, below: parent, side, gapStart(behind: before), behind)
  }

  /// The same when the range behind it, or none, is known: so that the tree is not searched again for what a search for room has found.
  mutating func insert(_ vad: Vad, before behind: Vad) {
    // If `behind` has a left subtree, the last node in that is the one in front, and has no right child.
    let subtree = behind.isNone ? root : behind.left
    let (parent, side) = subtree.isNone ? (behind, VadSide.left) : (subtree.outermost(.right), .right)
    link(vad, below: parent, side, behind.isNone ? gapStart(behind: parent) : gapStart(inFrontOf: behind), behind)
  }

  /// The new leaf is in the gap from `gapStart` up to `behind`, which may be none.
  @inline(__always)
  private mutating func link(_ vad: Vad, below parent: Vad, _ side: VadSide, _ gapStart: UInt32, _ behind: Vad) {
    vad.becomeLeaf(below: parent)
    if parent.isNone { root = vad } else { parent[side] = vad }
    splitGap(from: gapStart, vad, behind)
    rebalance(afterInserting: vad, below: parent)
    count &+= 1
    remember(vad)
  }

  /// The node's memory belongs to the caller again. Returns the ranges that were in front of it and behind it. NT: MiRemoveNode
  @discardableResult
  package mutating func remove(_ vad: Vad) -> (before: Vad, behind: Vad) {
    if vad == hint { forget() }
    let (before, behind) = (vad.neighbor(.left), vad.neighbor(.right))
    let lowered = unlink(vad, successor: behind)
    joinGaps(gapStart(behind: before), behind, lowered: lowered.node)
    rebalance(afterRemovingOn: lowered.side, of: lowered.node)
    count &-= 1
    return (before, behind)
  }

  /// Gives up pages at either end of a range: neither is `start` lower nor `end` higher than before.
  package mutating func shrink(_ vad: Vad, start: UInt32, end: UInt32) {
    let gapStart = gapStart(inFrontOf: vad)
    vad.start = start
    vad.end = end
    moveGaps(vad, gapStart)
    if vad == hint { remember(vad) }
  }
}
