import Machine

/// The shape of the tree: the heights of a node's two subtrees differ by one at most.
extension VadTree {
  /// `leaf` is new below `parent`. NT: the second half of MiInsertNode
  @inline(__always)
  mutating func rebalance(afterInserting leaf: Vad, below parent: Vad) {
    var (child, node) = (leaf, parent)
    while !node.isNone {
      let side = node.side(of: child)
      let (parent, balance) = node.link
      if balance == .even {
        // It became higher, so its parent may have to do something.
        node.link = (parent, .higher(side))
        (child, node) = (node, parent)
      } else {
        if balance == .higher(side) { _ = rotate(node, side) } else { node.link = (parent, .even) }
        return
      }
    }
  }

  /// The subtree of `node` on that side became lower by one. NT: the second half of MiRemoveNode
  @inline(__always)
  mutating func rebalance(afterRemovingOn side: VadSide, of node: Vad) {
    var (node, side) = (node, side)
    while !node.isNone {
      let (parent, balance) = node.link
      if balance == .even {
        node.link = (parent, .higher(side.opposite))
        return
      }
      let parentSide = parent.isNone ? .left : parent.side(of: node)
      if balance == .higher(side) {
        node.link = (parent, .even)
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
    switch child.balance {
    case .even:
      lift(child, over: node, from: side, .higher(side.opposite), .higher(side))
      return false
    case .higher(side):
      lift(child, over: node, from: side, .even, .even)
    default:
      // The grandchild in the middle takes the place of the node.
      let middle = child[side.opposite]
      let balance = middle.balance
      lift(middle, over: child, from: side.opposite, .even, balance == .higher(side.opposite) ? .higher(side) : .even)
      lift(middle, over: node, from: side, .even, balance == .higher(side) ? .higher(side.opposite) : .even)
    }
    return true
  }

  /// `child`, on that side of `node`, takes its place, and `node` becomes its child on the other side; then the balance of each. NT: MiPromoteNode
  private mutating func lift(_ child: Vad, over node: Vad, from side: VadSide, _ balance: VadBalance, _ nodeBalance: VadBalance) {
    let inner = child[side.opposite]
    node[side] = inner
    if !inner.isNone { inner.parent = node }
    let parent = node.parent
    replaceChild(node, of: parent, by: child)
    child[side.opposite] = node
    child.link = (parent, balance)
    node.link = (child, nodeBalance)
    child.largestGap = node.largestGap
    node.largestGap = node.largestGapNow
  }

  /// The parent, none of the root, has another child.
  private mutating func replaceChild(_ child: Vad, of parent: Vad, by other: Vad) {
    if parent.isNone { root = other } else { parent[parent.side(of: child)] = other }
  }

  /// Takes a node out; `successor` is the next one. Returns the node of which a subtree became lower, none if it was the root, and on which side.
  @inline(__always)
  mutating func unlink(_ vad: Vad, successor: Vad) -> (node: Vad, side: VadSide) {
    let (left, right) = (vad.left, vad.right)
    if left.isNone || right.isNone { return replace(vad, by: left.isNone ? right : left) }
    // The successor takes the place of the node: it has no left child.
    var lowered = (node: successor, side: VadSide.right)
    if successor != right {
      lowered = replace(successor, by: successor.right)
      successor[.right] = right
      right.parent = successor
    }
    successor[.left] = left
    left.parent = successor
    successor.link = vad.link
    replaceChild(vad, of: vad.parent, by: successor)
    // As the nodes above know it.
    successor.largestGap = vad.largestGap
    return lowered
  }

  /// A node's only child, or none, takes its place. Returns the parent, and on which side the node was.
  private mutating func replace(_ vad: Vad, by child: Vad) -> (node: Vad, side: VadSide) {
    let parent = vad.parent
    if !child.isNone { child.parent = parent }
    guard !parent.isNone else {
      root = child
      return (parent, .left)
    }
    let side = parent.side(of: vad)
    parent[side] = child
    return (parent, side)
  }
}
