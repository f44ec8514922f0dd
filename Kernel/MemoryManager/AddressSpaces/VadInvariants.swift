import Machine

extension VadTree {
  /// Links meet, ranges ascend without overlap, heights are as the balances say and differ by one at most, gaps and count are right.
  package func checkInvariants() -> Bool {
    guard areLinksSound(), isHintSound else { return false }
    var (node, previous) = (first ?? root, Vad.none(machine))
    while !node.isNone {
      guard isBalanced(node), node.gap == gap(of: node, behind: previous), node.largestGap == node.largestGapNow else { return false }
      (previous, node) = (node, node.neighbor(.right))
    }
    return true
  }

  /// Goes over all nodes in ascending order. No child is entered that does not name its parent, so that the walk ends in any case.
  private func areLinksSound() -> Bool {
    guard !root.isNone else { return count == 0 }
    guard root.parent.isNone, var node = firstBelow(root) else { return false }
    var (seen, end) = (UInt32(1), node.end)
    guard node.start <= end else { return false }
    while true {
      let right = node.right
      if right.isNone {
        node = node.neighbor(.right)
        if node.isNone { return seen == count }
      } else {
        guard right.parent == node, let next = firstBelow(right) else { return false }
        node = next
      }
      guard node.start > end, node.end >= node.start else { return false }
      (seen, end) = (seen + 1, node.end)
    }
  }

  /// The leftmost node of a subtree; nil if a link on the way does not meet its counterpart.
  private func firstBelow(_ top: Vad) -> Vad? {
    var node = top
    while !node.left.isNone {
      guard node.left.parent == node else { return nil }
      node = node.left
    }
    return node
  }

  private func isBalanced(_ node: Vad) -> Bool {
    let (left, right) = (node.left.height, node.right.height)
    switch node.balance {
    case .even: return left == right
    case .higher(.left): return left == right + 1
    case .higher(.right): return right == left + 1
    default: return false
    }
  }
}
