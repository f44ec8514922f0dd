/// The contents of files. Whole sectors go straight between the disk and the caller's buffer; the cache has the others, and never an older state.
/// Errors: `ioError`.
extension SectorCache {
  /// Reads whole sectors from `first` on into the bytes `range` of `buffer`.
  mutating func read(_ first: SectorNumber, into buffer: inout MutableSpan<UInt8>, _ range: Range<Int>) throws(FileSystemError) {
    try writeBack(SectorRun(start: first, count: UInt32(range.count) / 512))
    var part = buffer._mutatingExtracting(range)
    try disk.read(first, into: &part)
  }

  /// Writes the bytes `range` of `buffer` to whole sectors from `first` on.
  mutating func write(_ first: SectorNumber, from buffer: Span<UInt8>, _ range: Range<Int>) throws(FileSystemError) {
    forget(SectorRun(start: first, count: UInt32(range.count) / 512))
    try disk.write(first, from: buffer.extracting(range))
  }

  /// Reads a part of a sector, from `place` on, into the bytes `range` of `buffer`.
  mutating func copy(_ place: DiskPlace, into buffer: inout MutableSpan<UInt8>, _ range: Range<Int>) throws(FileSystemError) {
    for index in range {
      buffer[index] = try load8(place + UInt32(index - range.lowerBound))
    }
  }

  /// Writes the bytes `range` of `buffer` to a part of a sector, from `place` on.
  mutating func copy(from buffer: Span<UInt8>, _ range: Range<Int>, to place: DiskPlace) throws(FileSystemError) {
    try changeSector(place.sector) { bytes in
      for index in range { bytes[Int(place.offset) + index - range.lowerBound] = buffer[index] }
    }
  }

  /// Makes `count` bytes of a sector zero, from `place` on.
  mutating func zero(_ place: DiskPlace, count: UInt32) throws(FileSystemError) {
    try changeSector(place.sector) { bytes in
      for offset in place.offset..<place.offset + count { bytes[Int(offset)] = 0 }
    }
  }
}
