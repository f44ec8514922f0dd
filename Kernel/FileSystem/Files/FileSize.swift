extension Volume {
  /// Cuts the file off behind `size` bytes, or appends zeroes up to there. Errors: `notFound`, `readOnly`, `diskFull`, and nothing is changed;
  /// `corrupt`, `ioError`. NT: FileEndOfFileInformation
  @inline(never)
  package mutating func setSize(of file: inout File, to size: UInt32) throws(FileSystemError) {
    var entry = try writableEntry(of: file)
    guard size != entry.size else { return }
    try change { (volume) throws(FileSystemError) in
      guard size > entry.size else { return try volume.shrink(&file, entry, to: size) }
      try volume.grow(&file, &entry, to: size)
      try volume.zero(&file, entry, from: entry.size, to: size)
      try volume.append(&entry, to: size)
    }
  }

  /// Makes the file at least `size` bytes long, in as few runs of sectors as possible, which begin and end between pages where they can. The new
  /// bytes are whatever the disk had there: for page files. Errors: as above.
  @inline(never)
  package mutating func extend(_ file: inout File, to size: UInt32) throws(FileSystemError) {
    var entry = try writableEntry(of: file)
    guard size > entry.size else { return }
    try change { (volume) throws(FileSystemError) in
      try volume.grow(&file, &entry, to: size)
      try volume.append(&entry, to: size)
    }
  }

  /// The clusters and what is in them come before the size.
  mutating func append(_ entry: inout DirectoryEntry, to size: UInt32) throws(FileSystemError) {
    try cache.barrier()
    entry.size = size
    try update(entry)
  }

  /// Gives the file clusters for `size` bytes, more than it has. The entry on the disk does not change yet: one that had no cluster gets it together
  /// with its size. Errors: `diskFull`, and nothing is changed; `corrupt`, `ioError`.
  mutating func grow(_ file: inout File, _ entry: inout DirectoryEntry, to size: UInt32) throws(FileSystemError) {
    let clusters = layout.clusters(for: size)
    let last = entry.firstCluster == 0 ? nil : try position(clusters - 1, of: &file, entry)
    let existing = last.map { $0.index + 1 } ?? 0
    guard existing >= layout.clusters(for: entry.size) else { throw .corrupt(.fileSize) }
    guard existing < clusters else { return }
    let first = try allocateChain(clusters - existing, behind: last)
    guard let last else {
      entry.firstCluster = first.raw
      return
    }
    try cache.barrier()
    try setFatEntry(last.cluster, .next(first))
  }

  private mutating func shrink(_ file: inout File, _ entry: DirectoryEntry, to size: UInt32) throws(FileSystemError) {
    var shrunk = entry
    shrunk.size = size
    let kept = layout.clusters(for: size)
    guard kept > 0 else {
      shrunk.firstCluster = 0
      try update(shrunk)
      try cache.barrier()
      return try freeClusters(of: entry.firstCluster)
    }
    let last = try cluster(kept - 1, of: &file, entry)
    let cut = try next(last)
    try update(shrunk)
    try cache.barrier()
    guard let cut else { return }
    try setFatEntry(last, .end)
    try cache.barrier()
    try freeChain(cut)
  }
}
