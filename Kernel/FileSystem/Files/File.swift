/// A file that was opened: where its entry is, so that any number of handles see the same file. Nothing needs to be closed.
///
/// A file that was deleted since, through another handle or its path, is `notFound`, unless one with the same name came to its place: then it is that one.
package struct File: Sendable {
  let place: DiskPlace
  let name: ShortName
  /// Where the last operation was, so that the next need not begin at the file's first cluster.
  var position: ChainPosition?
  /// Of the volume, when `position` was noted.
  var chainChanges: UInt32 = 0

  init(_ entry: DirectoryEntry) {
    place = entry.place
    name = entry.name
  }

  /// Both are handles of the same file.
  package func isSame(as other: File) -> Bool { place == other.place }
}

extension Volume {
  /// Errors: `notFound`, `isDirectory`, `notDirectory`, `nameInvalid`, `corrupt`, `ioError`.
  @inline(never)
  package mutating func open(_ path: Span<UInt8>) throws(FileSystemError) -> File {
    let entry = try find(path).entry
    guard !entry.isDirectory else { throw .isDirectory }
    return File(entry)
  }

  /// In bytes. Errors: `notFound`, `ioError`.
  @inline(never)
  package mutating func size(of file: File) throws(FileSystemError) -> UInt32 { try entry(of: file).size }

  /// The file's entry as it is now. Errors: `notFound`, `ioError`.
  mutating func entry(of file: File) throws(FileSystemError) -> DirectoryEntry {
    let isDeleted = try cache.load8(file.place) == EntryField.deleted
    let entry = try DirectoryEntry(at: file.place, isFat32: layout.kind == .fat32, &cache)
    guard !isDeleted, entry.name == file.name, !entry.isDirectory, !entry.attributes.contains(.label) else { throw .notFound }
    return entry
  }

  /// The position of the cluster with number `index` of a file that has clusters; of its last one if it has fewer. Errors: `corrupt`, `ioError`.
  mutating func position(_ index: UInt32, of file: inout File, _ entry: DirectoryEntry) throws(FileSystemError) -> ChainPosition {
    guard layout.has(Cluster(entry.firstCluster)) else { throw .corrupt(.clusterChain) }
    let start = ChainPosition(cluster: Cluster(entry.firstCluster), index: 0)
    let known = file.chainChanges == chainChanges ? file.position : nil
    let from = known.map { $0.index <= index ? $0 : start } ?? start
    let position = try walk(from, to: index)
    file.position = position
    file.chainChanges = chainChanges
    return position
  }

  /// The cluster with number `index` of a file, which its size says it has. Errors: `corrupt`, `ioError`.
  mutating func cluster(_ index: UInt32, of file: inout File, _ entry: DirectoryEntry) throws(FileSystemError) -> Cluster {
    let position = try position(index, of: &file, entry)
    guard position.index == index else { throw .corrupt(.fileSize) }
    return position.cluster
  }
}
