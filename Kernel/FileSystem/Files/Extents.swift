extension Volume {
  /// The consecutive sectors of the disk that have the file's bytes from `offset` on, a multiple of 512; nil at the end of the file. Ask again behind
  /// them, by `count` * 512, for the next. Errors: `notFound`, `corrupt`, `ioError`. NT: FSCTL_GET_RETRIEVAL_POINTERS
  ///
  /// Reading and writing these sectors needs no file system, until the file is truncated or deleted. Make the changes lasting with `flush` before.
  @inline(never)
  package mutating func extent(of file: inout File, at offset: UInt32) throws(FileSystemError) -> SectorRun? {
    precondition(offset & 511 == 0)
    let entry = try entry(of: file)
    guard offset < entry.size else { return nil }
    let bytes = entry.size - offset
    return try run(at: offset, sectors: bytes >> 9 + (bytes & 511 == 0 ? 0 : 1), &file, entry)
  }

  /// Makes sure that the file has no cluster twice: two of its sectors would be one, and who writes them without the file system would not see it.
  /// Errors: `notFound`, `corrupt(.clusterChain)`, `ioError`.
  @inline(never)
  package mutating func checkChain(of file: File) throws(FileSystemError) {
    let first = try entry(of: file).firstCluster
    guard first != 0 else { return }
    guard layout.has(Cluster(first)) else { throw .corrupt(.clusterChain) }
    _ = try walk(ChainPosition(cluster: Cluster(first), index: 0), to: layout.clusters)
  }
}
