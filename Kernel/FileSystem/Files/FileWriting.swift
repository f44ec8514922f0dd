extension Volume {
  /// Writes `buffer` to the file from the byte `offset` on. The file grows as needed; between its end and `offset` it gets zeroes.
  /// Errors: `notFound`, `readOnly`, `diskFull` and `fileTooLarge`, and nothing is changed; `corrupt`, `ioError`. NT: NtWriteFile
  @inline(never)
  package mutating func write(_ file: inout File, at offset: UInt32, from buffer: Span<UInt8>) throws(FileSystemError) {
    guard buffer.count > 0 else { return }
    guard let count = UInt32(exactly: buffer.count), count <= .max - offset else { throw .fileTooLarge }
    var entry = try writableEntry(of: file)
    try change { (volume) throws(FileSystemError) in
      let isGrowing = offset + count > entry.size
      if isGrowing {
        try volume.grow(&file, &entry, to: offset + count)
        if offset > entry.size { try volume.zero(&file, entry, from: entry.size, to: offset) }
      }
      try volume.transfer(&file, entry, at: offset, from: buffer)
      if isGrowing {
        try volume.cache.barrier()
        entry.size = offset + count
      }
      try volume.update(entry)
    }
  }

  /// The file's entry as it is now. Errors: `notFound`, `readOnly`, `ioError`.
  mutating func writableEntry(of file: File) throws(FileSystemError) -> DirectoryEntry {
    let entry = try entry(of: file)
    guard !isReadOnly, !entry.attributes.contains(.readOnly) else { throw .readOnly }
    return entry
  }

  /// The file has clusters for all the bytes.
  mutating func transfer(
    _ file: inout File, _ entry: DirectoryEntry, at offset: UInt32, from buffer: Span<UInt8>
  ) throws(FileSystemError) {
    var done: UInt32 = 0
    while done < UInt32(buffer.count) {
      let piece = try piece(at: offset + done, of: UInt32(buffer.count) - done, &file, entry)
      let range = Int(done)..<Int(done + piece.bytes)
      if piece.isWhole {
        try cache.write(piece.place.sector, from: buffer, range)
      } else {
        try cache.copy(from: buffer, range, to: piece.place)
      }
      done += piece.bytes
    }
  }

  /// Makes bytes zero that the file has clusters for.
  mutating func zero(_ file: inout File, _ entry: DirectoryEntry, from start: UInt32, to end: UInt32) throws(FileSystemError) {
    var offset = start
    while offset < end {
      let piece = try piece(at: offset, of: end - offset, &file, entry)
      if piece.isWhole {
        for sector in 0..<piece.bytes >> 9 { try cache.zero(piece.place.sector + sector) }
      } else {
        try cache.zero(piece.place, count: piece.bytes)
      }
      offset += piece.bytes
    }
  }
}
