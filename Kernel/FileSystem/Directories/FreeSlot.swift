extension Volume {
  /// A place for a new entry of `directory`, which grows if it has none. Errors: `directoryFull`, `diskFull`, `corrupt`, `ioError`.
  mutating func freeSlot(in directory: Directory) throws(FileSystemError) -> DiskPlace {
    var cursor = first(directory)
    while true {
      let place = place(cursor)
      let first = try cache.load8(place)
      if first == EntryField.deleted { return place }
      let following = try next(cursor)
      if first == EntryField.end {
        try moveEnd(to: following)
        return place
      }
      guard let following else { return try grow(cursor) }
      cursor = following
    }
  }

  /// The first entry that was never used tells that those behind it are not either: they may have any contents. The next one becomes the first.
  private mutating func moveEnd(to following: DirectoryCursor?) throws(FileSystemError) {
    guard let following, try cache.load8(place(following)) != EntryField.end else { return }
    try cache.store8(place(following), EntryField.end)
    try cache.barrier()
  }

  /// Adds a cluster behind that of the directory's last entry.
  private mutating func grow(_ last: DirectoryCursor) throws(FileSystemError) -> DiskPlace {
    guard let cluster = last.cluster, last.before + (last.slot + 1) * 2 <= DirectoryCursor.mostSlots else { throw .directoryFull }
    // Where it is in the chain matters to page files only.
    let added = try allocateChain(1, behind: ChainPosition(cluster: cluster, index: 0))
    try clear(added)
    try cache.barrier()
    try setFatEntry(cluster, .next(added))
    return DiskPlace(sector: layout.firstSector(of: added), offset: 0)
  }

  /// Makes a cluster zero: no entry of it was used. Errors: `ioError`.
  mutating func clear(_ cluster: Cluster) throws(FileSystemError) {
    for sector in 0..<layout.sectorsPerCluster { try cache.zero(layout.firstSector(of: cluster) + sector) }
  }
}
