/// Memory for the sectors that a volume holds, the caller's: it stays where it is, and no one else touches it, while the volume is mounted.
@safe package struct SectorMemory {
  private let start: UnsafeMutablePointer<UInt8>
  /// How many sectors there is room for: 2 to 16, more are not used.
  let sectors: Int

  package static var leastSectors: Int { 2 }
  package static var mostSectors: Int { 16 }

  /// `bytes` of memory at `start`, at least two sectors.
  @unsafe package init(at start: UnsafeMutablePointer<UInt8>, bytes: Int) {
    precondition(bytes >= Self.leastSectors * 512)
    unsafe self.start = start
    sectors = min(bytes / 512, Self.mostSectors)
  }

  /// The bytes of one sector.
  @inline(__always)
  func withSector<Result, Failure>(_ index: Int, _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
    precondition(index >= 0 && index < sectors)
    var span = unsafe MutableSpan<UInt8>(_unsafeStart: start + index * 512, count: 512)
    return try body(&span)
  }
}
