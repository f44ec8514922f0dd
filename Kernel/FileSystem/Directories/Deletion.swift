extension Volume {
  /// Deletes a file, or a directory that is empty. Errors: `notFound`, `notDirectory`, `nameInvalid`, `directoryNotEmpty`, `isDirectory` for the root
  /// directory, `readOnly`, `corrupt`, `ioError`. NT: NtDeleteFile
  @inline(never)
  package mutating func delete(_ path: Span<UInt8>) throws(FileSystemError) {
    let found = try find(path)
    guard !found.entry.attributes.contains(.readOnly) else { throw .readOnly }
    if found.entry.isDirectory {
      var listing = DirectoryListing(first(try directory(found.entry)))
      if try next(&listing) != nil { throw .directoryNotEmpty }
    }
    try change { (volume) throws(FileSystemError) in
      try volume.remove(found)
      try volume.cache.barrier()
      try volume.freeClusters(of: found.entry.firstCluster)
    }
  }

  /// The entries of the long name, and the file's own.
  private mutating func remove(_ found: FoundEntry) throws(FileSystemError) {
    var cursor = found.start
    while true {
      let place = place(cursor)
      try cache.store8(place, EntryField.deleted)
      if place == found.entry.place { return }
      guard let next = try next(cursor) else { throw .corrupt(.directory) }
      cursor = next
    }
  }

  /// `first`: as an entry has it, 0 if it has no clusters. Nothing leads to them any more.
  mutating func freeClusters(of first: UInt32) throws(FileSystemError) {
    guard first != 0 else { return }
    guard layout.has(Cluster(first)) else { throw .corrupt(.clusterChain) }
    try freeChain(Cluster(first))
  }
}
