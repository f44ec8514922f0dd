/// The number of a cluster, the unit in which files get their sectors. The first one of a volume is 2.
struct Cluster: Comparable, Sendable {
  let raw: UInt32
  init(_ raw: UInt32) { self.raw = raw }

  static var first: Self { Self(2) }
  var next: Self { Self(raw + 1) }
  static func + (cluster: Self, count: UInt32) -> Self { Self(cluster.raw + count) }
  static func < (one: Self, other: Self) -> Bool { one.raw < other.raw }
}

/// Consecutive clusters.
struct ClusterRun: Equatable, Sendable {
  let start: Cluster
  let count: UInt32
  var end: Cluster { start + count }
  /// Of a run that is not empty.
  var last: Cluster { start + (count - 1) }
}

/// What the FAT says of a cluster. (Microsoft, FAT specification, section 4)
enum FatEntry: Equatable, Sendable {
  case free
  case next(Cluster)
  /// The last one of its chain.
  case end
  /// The disk cannot keep it.
  case bad
  /// No entry of a sound FAT: a cluster that the volume does not have.
  case invalid
}
