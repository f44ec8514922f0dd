/// What is known about free clusters.
struct FreeClusters: Sendable {
  /// Nil until they were counted.
  var count: UInt32?
  /// No cluster below this one is free.
  var lowest = Cluster.first
}

extension Volume {
  /// How many clusters are free. The first call counts them, so that no one needs to believe what the FSInfo sector says. Errors: `ioError`.
  @inline(never)
  mutating func countFreeClusters() throws(FileSystemError) -> UInt32 {
    if let known = free.count { return known }
    var count: UInt32 = 0
    var cluster = Cluster.first
    while cluster < layout.end {
      if try fatEntry(cluster) == .free { count += 1 }
      cluster = cluster.next
    }
    free.count = count
    return count
  }

  /// A cluster's entry was changed.
  mutating func noteChange(_ cluster: Cluster, isFree: Bool) {
    free.count = free.count.map { isFree ? $0 + 1 : max($0, 1) - 1 }
    if isFree {
      free.lowest = min(free.lowest, cluster)
    } else if cluster == free.lowest {
      free.lowest = cluster.next
    }
  }

  /// Bytes of free clusters. Errors: `ioError`.
  @inline(never)
  package mutating func freeSpace() throws(FileSystemError) -> UInt64 {
    UInt64(try countFreeClusters()) * UInt64(layout.bytesPerCluster)
  }
}
