extension Volume {
  /// Reads from the byte `offset` of the file on, as much as `buffer` takes or the file has. Returns how many bytes that is, 0 from the end on.
  /// Errors: `notFound`, `corrupt`, `ioError`. NT: NtReadFile
  @inline(never)
  package mutating func read(_ file: inout File, at offset: UInt32, into buffer: inout MutableSpan<UInt8>) throws(FileSystemError) -> Int {
    let entry = try entry(of: file)
    guard offset < entry.size else { return 0 }
    let bytes = min(entry.size - offset, UInt32(clamping: buffer.count))
    var done: UInt32 = 0
    while done < bytes {
      let piece = try piece(at: offset + done, of: bytes - done, &file, entry)
      let range = Int(done)..<Int(done + piece.bytes)
      if piece.isWhole {
        try cache.read(piece.place.sector, into: &buffer, range)
      } else {
        try cache.copy(piece.place, into: &buffer, range)
      }
      done += piece.bytes
    }
    return Int(bytes)
  }
}
