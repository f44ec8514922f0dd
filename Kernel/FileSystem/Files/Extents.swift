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
}
