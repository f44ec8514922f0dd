/// A directory, by where its entries begin: in a cluster, or for the root directory of FAT16 in front of all of them (nil).
struct Directory: Equatable, Sendable {
  let cluster: Cluster?
}

/// An entry of a directory, by its place in it.
struct DirectoryCursor: Sendable {
  /// Nil in the root directory of FAT16.
  var cluster: Cluster?
  /// Counted from the beginning of the cluster, or of that directory.
  var slot: UInt32 = 0
  /// Entries in front of the cluster.
  var before: UInt32 = 0

  /// A directory has no more entries. (Microsoft, FAT specification, section 6.6)
  static var mostSlots: UInt32 { 65536 }
}

extension Volume {
  var root: Directory { Directory(cluster: layout.rootCluster) }

  /// The directory that an entry is about. Errors: `notDirectory`, `corrupt`.
  func directory(_ entry: DirectoryEntry) throws(FileSystemError) -> Directory {
    guard entry.isDirectory else { throw .notDirectory }
    let cluster = Cluster(entry.firstCluster)
    guard layout.has(cluster) else { throw .corrupt(.directory) }
    return Directory(cluster: cluster)
  }

  func first(_ directory: Directory) -> DirectoryCursor { DirectoryCursor(cluster: directory.cluster) }

  func place(_ cursor: DirectoryCursor) -> DiskPlace {
    let start = cursor.cluster.map { layout.firstSector(of: $0) } ?? layout.fixedRoot.start
    return DiskPlace(sector: start + cursor.slot >> 4, offset: (cursor.slot & 15) << 5)
  }

  /// The place behind the cursor; nil at the end of what the directory has. Errors: `corrupt`, `ioError`.
  mutating func next(_ cursor: DirectoryCursor) throws(FileSystemError) -> DirectoryCursor? {
    let slots = (cursor.cluster == nil ? layout.fixedRoot.count : layout.sectorsPerCluster) << 4
    var following = cursor
    following.slot += 1
    guard following.slot == slots else { return following }
    guard let cluster = cursor.cluster, let next = try next(cluster) else { return nil }
    following = DirectoryCursor(cluster: next, before: cursor.before + slots)
    // A chain that comes back to itself ends here too.
    guard following.before < DirectoryCursor.mostSlots else { throw .corrupt(.directory) }
    return following
  }
}
