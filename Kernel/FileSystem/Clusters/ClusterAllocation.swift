/// How the clusters for a chain are looked for.
private struct AllocationSearch {
  var granule: Granule
  /// How many times the longest run of the volume is still looked for; then runs are taken as they come, so that a volume full of holes is not
  /// searched once for each.
  var searches = 16
  /// Where to go on when runs are taken as they come.
  var from = Cluster.first
}

extension Volume {
  /// Makes a chain of `count` free clusters, 1 or more, in as few runs as possible. Nothing leads to it yet, so until then it costs no one anything
  /// if power is lost. It is to go behind `last` in a file, if that is not nil, and begins with the next cluster if it can. Its first cluster.
  /// Errors: `diskFull`, and nothing is changed; `ioError`.
  mutating func allocateChain(_ count: UInt32, behind last: ChainPosition?) throws(FileSystemError) -> Cluster {
    guard try countFreeClusters() >= count else { throw .diskFull }
    let page = Granule.page(layout)
    let existing = last.map { $0.index + 1 } ?? 0
    let isPaged = count >= page.clusters && page.whole(existing) == existing
    var search = AllocationSearch(granule: isPaged ? page : .single)
    var run = try run(behind: last, count, search.granule)
    if run == nil { run = try findRun(count, &search) }
    let first = run?.start
    var left = count
    while let made = run {
      try makeChain(made)
      left -= made.count
      guard left > 0 else { break }
      run = try findRun(left, &search)
      if let run { try setFatEntry(made.last, .next(run.start)) }
    }
    // There were enough when they were counted: the disk tells something else now.
    guard let first, run != nil else { throw .corrupt(.clusterChain) }
    return first
  }

  /// The free clusters directly behind `last`, in whole granules.
  private mutating func run(behind last: ChainPosition?, _ count: UInt32, _ granule: Granule) throws(FileSystemError) -> ClusterRun? {
    guard let start = last?.cluster.next else { return nil }
    let free = try countFree(from: start, atMost: count)
    let usable = free == count ? count : granule.whole(free)
    return usable > 0 ? ClusterRun(start: start, count: usable) : nil
  }

  private mutating func findRun(_ wanted: UInt32, _ search: inout AllocationSearch) throws(FileSystemError) -> ClusterRun? {
    if search.searches > 0 {
      search.searches -= 1
      if let run = try findFreeRun(wanted, search.granule) { return run }
    } else if let run = try findFreeRun(wanted, search.granule, enough: search.granule.clusters, from: search.from) {
      search.from = run.end
      return run
    }
    guard search.granule.clusters > 1 else { return nil }
    // What is left is free in smaller pieces.
    search.granule = .single
    search.from = .first
    return try findRun(wanted, &search)
  }

  private mutating func makeChain(_ run: ClusterRun) throws(FileSystemError) {
    var cluster = run.start
    while cluster < run.end {
      try setFatEntry(cluster, cluster.next < run.end ? .next(cluster.next) : .end)
      cluster = cluster.next
    }
  }
}
