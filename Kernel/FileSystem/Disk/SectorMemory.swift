/// Memory for the sectors that a volume holds, the caller's: it stays where it is, and no one else touches it, while the volume is mounted.
@safe package struct SectorMemory {
  private let start: UnsafeMutablePointer<UInt8>
  /// How many pages of sectors there is room for: 2 to 8, more are not used.
  let pages: Int

  package static var pageBytes: Int { 4096 }
  package static var leastPages: Int { 2 }
  package static var mostPages: Int { 8 }

  /// `bytes` of memory at `start`, at least two pages.
  @unsafe package init(at start: UnsafeMutablePointer<UInt8>, bytes: Int) {
    precondition(bytes >= Self.leastPages * Self.pageBytes)
    unsafe self.start = start
    pages = min(bytes / Self.pageBytes, Self.mostPages)
  }

  /// The bytes of some sectors of a page, of which it has 8.
  @inline(__always)
  func withSectors<Result, Failure>(
    _ sectors: Range<UInt32>, ofPage page: Int, _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(page >= 0 && page < pages && sectors.upperBound <= 8)
    let first = unsafe start + page * Self.pageBytes + Int(sectors.lowerBound) * 512
    var span = unsafe MutableSpan<UInt8>(_unsafeStart: first, count: sectors.count * 512)
    return try body(&span)
  }
}
