/// A byte in a sector of the disk.
struct DiskPlace: Equatable, Sendable {
  let sector: SectorNumber
  /// 0...511.
  let offset: UInt32

  /// A place in the same sector.
  static func + (place: Self, bytes: UInt32) -> Self { Self(sector: place.sector, offset: place.offset + bytes) }
}

/// Numbers of 8, 16 and 32 bits, the low byte first, in sectors. None crosses the end of a sector. Errors: `ioError`.
extension SectorCache {
  @inline(__always)
  mutating func load8(_ place: DiskPlace) throws(FileSystemError) -> UInt8 {
    try withSector(place.sector) { $0[Int(place.offset)] }
  }
  @inline(__always)
  mutating func load16(_ place: DiskPlace) throws(FileSystemError) -> UInt16 {
    try withSector(place.sector) { $0.load16(place.offset) }
  }
  @inline(__always)
  mutating func load32(_ place: DiskPlace) throws(FileSystemError) -> UInt32 {
    try withSector(place.sector) { UInt32($0.load16(place.offset)) | UInt32($0.load16(place.offset + 2)) << 16 }
  }
  mutating func store8(_ place: DiskPlace, _ value: UInt8) throws(FileSystemError) {
    try changeSector(place.sector) { $0[Int(place.offset)] = value }
  }
  mutating func store16(_ place: DiskPlace, _ value: UInt16) throws(FileSystemError) {
    try changeSector(place.sector) { $0.store16(place.offset, value) }
  }
  mutating func store32(_ place: DiskPlace, _ value: UInt32) throws(FileSystemError) {
    try changeSector(place.sector) {
      $0.store16(place.offset, UInt16(truncatingIfNeeded: value))
      $0.store16(place.offset + 2, UInt16(truncatingIfNeeded: value >> 16))
    }
  }
}

extension MutableSpan<UInt8> {
  @inline(__always)
  fileprivate func load16(_ offset: UInt32) -> UInt16 { UInt16(self[Int(offset)]) | UInt16(self[Int(offset) + 1]) << 8 }
  @inline(__always)
  fileprivate mutating func store16(_ offset: UInt32, _ value: UInt16) {
    self[Int(offset)] = UInt8(truncatingIfNeeded: value)
    self[Int(offset) + 1] = UInt8(truncatingIfNeeded: value >> 8)
  }
}
