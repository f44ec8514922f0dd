import Machine

/// The shape of the tree: the heights of a node's two subtrees differ by one at most.
extension VadTree {
  /// Nodes on the longest way down from `top`: as the balances say.
  func height(_ top: Vad) -> UInt32 {
    var (node, height) = (top, UInt32(0))
    while !node.isNone {
      node = node.balance == .higher(.left) ? node.left : node.right
      height += 1
    }
    return height
  }

  /// `leaf` is new below `node`. NT: the second half of MiInsertNode
  mutating func rebalance(afterInserting leaf: Vad, _ parent: Vad) {
    var (child, node) = (leaf, parent)
    while !node.isNone {
      let side = node.side(of: child)
      let balance = node.balance
      if balance == .even {
        // It became higher, so its parent may have to do something.
        node.balance = .higher(side)
        (child, node) = (node, node.parent)
      } else {
        if balance == .higher(side) { _ = rotate(node, side) } else { node.balance = .even }
        return
      }
    }
  }

  /// The subtree of `node` on that side became lower by one. NT: the second half of MiRemoveNode
  mutating func rebalance(afterRemovingOn side: VadSide, of node: Vad) {
    var (node, side) = (node, side)
    while !node.isNone {
      let balance = node.balance
      if balance == .even {
        node.balance = .higher(side.opposite)
        return
      }
      let parent = node.parent
      let parentSide = parent.isNone ? .left : parent.side(of: node)
      if balance == .higher(side) {
        node.balance = .even
      } else if !rotate(node, side.opposite) {
        return
      }
      (node, side) = (parent, parentSide)
    }
  }

  /// The subtree of `node` on that side is higher by two; true if the whole is lower by one afterwards. NT: MiRebalanceNode
  @inline(never)
  private mutating func rotate(_ node: Vad, _ side: VadSide) -> Bool {
    let child = node[side]
    let balance = child.balance
    if balance == .higher(side.opposite) {
      rotateTwice(node, child, side)
      return true
    }
    lift(child, over: node, from: side)
    let wasEven = balance == .even
    node.balance = wasEven ? .higher(side) : .even
    child.balance = wasEven ? .higher(side.opposite) : .even
    return !wasEven
  }

  /// The grandchild in the middle takes the place of `node`.
  private mutating func rotateTwice(_ node: Vad, _ child: Vad, _ side: VadSide) {
    let middle = child[side.opposite]
    let balance = middle.balance
    lift(middle, over: child, from: side.opposite)
    lift(middle, over: node, from: side)
    node.balance = balance == .higher(side) ? .higher(side.opposite) : .even
    child.balance = balance == .higher(side.opposite) ? .higher(side) : .even
    middle.balance = .even
  }

  /// `child`, on that side of `node`, takes its place; `node` becomes its child on the other side. NT: MiPromoteNode
  private mutating func lift(_ child: Vad, over node: Vad, from side: VadSide) {
    let inner = child[side.opposite]
    node[side] = inner
    if !inner.isNone { inner.parent = node }
    replace(node, below: node.parent, by: child)
    child[side.opposite] = node
    node.parent = child
    child.largestGap = node.largestGap
    node.largestGap = node.largestGapNow
  }

  private mutating func replace(_ node: Vad, below parent: Vad, by other: Vad) {
    if parent.isNone { root = other } else { parent[parent.side(of: node)] = other }
    if !other.isNone { other.parent = parent }
  }

  /// Takes a node out; `successor` is the next one. Returns the node of which a subtree became lower, none if it was the root, and on which side.
  mutating func unlink(_ vad: Vad, successor: Vad) -> (node: Vad, side: VadSide) {
    let (left, right, parent) = (vad.left, vad.right, vad.parent)
    guard !left.isNone && !right.isNone else {
      let side = parent.isNone ? .left : parent.side(of: vad)
      replace(vad, below: parent, by: left.isNone ? right : left)
      return (parent, side)
    }
    // The successor takes the place of the node: it has no left child.
    var lowered = (successor.parent, VadSide.left)
    if successor == right {
      lowered = (successor, .right)
    } else {
      replace(successor, below: successor.parent, by: successor.right)
      successor[.right] = right
      right.parent = successor
    }
    successor[.left] = left
    left.parent = successor
    replace(vad, below: parent, by: successor)
    successor.takeLink(of: vad)
    successor.largestGap = vad.largestGap
    return lowered
  }
}
