/// New files and directories, with names of the form 8.3. Errors: `exists`, `nameInvalid`, `notFound` or `notDirectory` for a directory on the way,
/// `directoryFull`, `diskFull`, `readOnly`, `corrupt`, `ioError`.
extension Volume {
  /// An empty file. NT: NtCreateFile with FILE_CREATE
  @inline(never)
  package mutating func create(_ path: Span<UInt8>) throws(FileSystemError) -> File {
    let (directory, name) = try newName(path)
    let place = try change { (volume) throws(FileSystemError) in
      let place = try volume.freeSlot(in: directory)
      try volume.writeEntry(place, name, .archive)
      return place
    }
    return File(try DirectoryEntry(at: place, isFat32: layout.kind == .fat32, &cache))
  }

  /// An empty directory. NT: NtCreateFile with FILE_DIRECTORY_FILE
  @inline(never)
  package mutating func makeDirectory(_ path: Span<UInt8>) throws(FileSystemError) {
    let (parent, name) = try newName(path)
    try change { (volume) throws(FileSystemError) in
      let place = try volume.freeSlot(in: parent)
      let cluster = try volume.newDirectory(in: parent)
      try volume.cache.barrier()
      try volume.writeEntry(place, name, .directory, cluster: cluster.raw)
    }
  }

  /// The directory and the name of what `path` shall be and is not yet.
  private mutating func newName(_ path: Span<UInt8>) throws(FileSystemError) -> (Directory, ShortName) {
    let directory = try parent(of: path)
    let range = Path.lastName(path)
    guard !range.isEmpty else { throw .exists }
    let name = path.extracting(range)
    if try find(name, in: directory) != nil { throw .exists }
    guard let short = ShortName(name) else { throw .nameInvalid }
    return (directory, short)
  }

  /// A cluster with the two entries that every directory but the root has. Nothing leads to it yet.
  private mutating func newDirectory(in parent: Directory) throws(FileSystemError) -> Cluster {
    let cluster = try allocateChain(1, behind: nil)
    try clear(cluster)
    let place = DiskPlace(sector: layout.firstSector(of: cluster), offset: 0)
    try writeEntry(place, .dot, .directory, cluster: cluster.raw)
    // The root directory is 0 here, also where it has a cluster.
    try writeEntry(place + 32, .dotDot, .directory, cluster: parent == root ? 0 : parent.cluster?.raw ?? 0)
    return cluster
  }
}
