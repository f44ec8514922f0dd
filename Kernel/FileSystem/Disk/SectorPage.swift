/// Which sectors of the disk a page of the cache has: of eight that follow one another, the first with a number that is a multiple of eight.
struct SectorPage {
  static var sectors: UInt32 { 8 }

  /// That of its first sector, divided by eight.
  var number: UInt32 = 0
  /// A bit for each sector, the first one's is bit 0.
  var present: UInt8 = 0
  /// Those of `present` that the disk does not have so.
  var changed: UInt8 = 0
  /// The larger, the later it was used.
  var use: UInt32 = 0

  var isUsed: Bool { present != 0 }
  var first: SectorNumber { SectorNumber(number << 3) }
  @inline(__always)
  func has(_ sector: SectorNumber) -> Bool { number == Self.number(sector) && present & Self.bit(sector) != 0 }

  /// The first changed sectors that follow one another; nil if none is changed.
  var changes: Range<UInt32>? {
    guard changed != 0 else { return nil }
    let start = UInt32(truncatingIfNeeded: changed.trailingZeroBitCount)
    return start..<start + UInt32(truncatingIfNeeded: (~(changed >> start)).trailingZeroBitCount)
  }

  /// The bits of its sectors that are in `run`.
  func bits(in run: SectorRun) -> UInt8 {
    var bits: UInt8 = 0
    for index in 0..<Self.sectors where run.contains(first + index) { bits |= 1 << index }
    return bits
  }

  // MARK: Places in a page

  static func number(_ sector: SectorNumber) -> UInt32 { sector.raw >> 3 }
  static func bit(_ sector: SectorNumber) -> UInt8 { 1 << (sector.raw & 7) }
  static func only(_ sector: SectorNumber) -> Range<UInt32> { sector.raw & 7..<sector.raw & 7 + 1 }
  static func bits(_ sectors: Range<UInt32>) -> UInt8 {
    UInt8(truncatingIfNeeded: (UInt32(1) << sectors.upperBound) - (UInt32(1) << sectors.lowerBound))
  }
}
