import Machine

/// What a debugger says of the tree's shape.
extension VadTree {
  /// The root's node; 0 of an empty tree.
  package var rootAddress: VirtualAddress { root.address }

  /// How many nodes there are on the way from the root to `vad`, both counted.
  package func level(of vad: Vad) -> UInt32 {
    var (node, level) = (vad, UInt32(0))
    while !node.isNone {
      level += 1
      node = node.parent
    }
    return level
  }
}
