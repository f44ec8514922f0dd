/// A cluster of a chain, and its place there.
struct ChainPosition: Sendable {
  let cluster: Cluster
  /// 0 for the first cluster of the chain.
  let index: UInt32
}

/// Chains of clusters. All of them end: no walk is longer than the volume has clusters. Errors: `corrupt(.clusterChain)`, `ioError`.
extension Volume {
  /// The cluster behind one that is in use; nil if it is the last.
  mutating func next(_ cluster: Cluster) throws(FileSystemError) -> Cluster? {
    switch try fatEntry(cluster) {
    case .next(let next): return next
    case .end: return nil
    case .free, .bad, .invalid: throw .corrupt(.clusterChain)
    }
  }

  /// The cluster with number `index` of a chain, from a `position` before it; the last one if the chain is shorter.
  mutating func walk(_ position: ChainPosition, to index: UInt32) throws(FileSystemError) -> ChainPosition {
    guard index > position.index else { return position }
    var (cluster, reached) = (position.cluster, position.index)
    // A cluster passed before, at the last power of two. (Brent's search for cycles)
    var passed = cluster
    while reached < index, let next = try next(cluster) {
      reached += 1
      guard reached < layout.clusters, next != passed else { throw .corrupt(.clusterChain) }
      cluster = next
      if reached.nonzeroBitCount == 1 { passed = next }
    }
    return ChainPosition(cluster: cluster, index: reached)
  }

  /// Makes the clusters of a chain free, which nothing leads to any more. One that comes back to itself ends at a cluster made free before.
  mutating func freeChain(_ first: Cluster) throws(FileSystemError) {
    chainChanges &+= 1
    var cluster: Cluster? = first
    while let freed = cluster {
      cluster = try next(freed)
      try setFatEntry(freed, .free)
    }
  }
}
