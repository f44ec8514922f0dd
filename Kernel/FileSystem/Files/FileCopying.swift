extension Volume {
  /// Makes a file at `path` with the bytes of `source`, which go through `buffer`. Returns how many there are. When it throws there is no new file.
  /// Errors: those of `create`; `notFound` of `source`, `diskFull`, `corrupt`, `ioError`. NT: CopyFile
  @inline(never)
  package mutating func copy(
    _ source: inout File, to path: Span<UInt8>, through buffer: inout MutableSpan<UInt8>
  ) throws(FileSystemError) -> UInt32 {
    let size = try size(of: source)
    var target = try create(path)
    do throws(FileSystemError) {
      if size > 0 { try fill(&target, from: &source, size, &buffer) }
      return size
    } catch {
      do throws(FileSystemError) { try delete(path) } catch {}
      throw error
    }
  }

  /// The empty file gets its size at last, as when it is written at one stroke.
  private mutating func fill(
    _ target: inout File, from source: inout File, _ size: UInt32, _ buffer: inout MutableSpan<UInt8>
  ) throws(FileSystemError) {
    var entry = try writableEntry(of: target)
    try change { (volume) throws(FileSystemError) in try volume.grow(&target, &entry, to: size) }
    do throws(FileSystemError) {
      try transfer(&target, entry, from: &source, size, &buffer)
    } catch {
      // Nothing leads to the clusters yet.
      try change { (volume) throws(FileSystemError) in try volume.freeChain(Cluster(entry.firstCluster)) }
      throw error
    }
    try change { (volume) throws(FileSystemError) in try volume.append(&entry, to: size) }
  }

  /// A piece that cannot be read is not a change that stops half-way.
  private mutating func transfer(
    _ target: inout File, _ entry: DirectoryEntry, from source: inout File, _ size: UInt32, _ buffer: inout MutableSpan<UInt8>
  ) throws(FileSystemError) {
    var done: UInt32 = 0
    while done < size {
      let count = try read(&source, at: done, into: &buffer)
      guard count > 0 else { throw .corrupt(.fileSize) }
      try change { (volume) throws(FileSystemError) in
        try volume.transfer(&target, entry, at: done, from: buffer.span.extracting(0..<count))
      }
      done += UInt32(count)
    }
  }
}
