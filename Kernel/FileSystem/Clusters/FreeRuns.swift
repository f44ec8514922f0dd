/// Pieces in which a file gets clusters: as many as a page has, at an address on the disk that is a multiple of a page, so that no page of a page
/// file is torn. A cluster alone where a page has no more than one, or for what does not come in pages.
struct Granule: Sendable {
  /// A power of two, 1...8.
  let clusters: UInt32
  /// What the numbers of clusters at such addresses are, modulo `clusters`.
  private let phase: UInt32

  static var single: Self { Self(clusters: 1, phase: 0) }
  static func page(_ layout: VolumeLayout) -> Self {
    let clusters = max(1, sectorsPerPage >> UInt32(layout.sectorsPerCluster.trailingZeroBitCount))
    // Where clusters lie across such addresses it is enough that pages are not torn.
    for phase in 0..<clusters where layout.firstSector(of: .first + phase).raw & (sectorsPerPage - 1) == 0 {
      return Self(clusters: clusters, phase: (2 + phase) & (clusters - 1))
    }
    return Self(clusters: clusters, phase: 0)
  }
  private static var sectorsPerPage: UInt32 { 8 }

  /// The first cluster not below `cluster` that begins a granule.
  func start(atOrAfter cluster: Cluster) -> Cluster { cluster + (phase &- cluster.raw) & (clusters - 1) }
  /// `count` without what is not a whole granule.
  func whole(_ count: UInt32) -> UInt32 { count & ~(clusters - 1) }
}

extension Volume {
  /// The first run of `wanted` free clusters that begins a granule; if there is none the longest run, of whole granules. Not below `from`; a shorter
  /// run is taken as soon as it is found if it has `enough`. Nil if there is nothing. Errors: `ioError`.
  mutating func findFreeRun(
    _ wanted: UInt32, _ granule: Granule, enough: UInt32 = .max, from: Cluster = .first
  ) throws(FileSystemError) -> ClusterRun? {
    try skipUsed()
    var best: ClusterRun?
    var start = granule.start(atOrAfter: max(from, free.lowest))
    while start < layout.end {
      let count = try countFree(from: start, atMost: wanted)
      let usable = count == wanted ? wanted : granule.whole(count)
      if usable > best?.count ?? 0 { best = ClusterRun(start: start, count: usable) }
      if usable == wanted || usable >= enough { break }
      start = granule.start(atOrAfter: start + count + 1)
    }
    return best
  }

  /// How many clusters from `start` on are free, up to `most`. Errors: `ioError`.
  mutating func countFree(from start: Cluster, atMost most: UInt32) throws(FileSystemError) -> UInt32 {
    var count: UInt32 = 0
    while count < most, start + count < layout.end, try fatEntry(start + count) == .free { count += 1 }
    return count
  }

  private mutating func skipUsed() throws(FileSystemError) {
    while free.lowest < layout.end, try fatEntry(free.lowest) != .free { free.lowest = free.lowest.next }
  }
}
