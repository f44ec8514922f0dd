/// A handle on a disk of 512-byte sectors.
///
/// Calls return when the transfer is done. Writes may reach the medium in any order, or be lost with the power, until a `flush` behind them has
/// returned; a single sector is written whole or not at all.
package protocol Disk {
  var sectorCount: UInt32 { get }
  /// Reads `buffer.count` bytes, a multiple of 512, from the sectors at `first`. Errors: `ioError`.
  func read(_ first: SectorNumber, into buffer: inout MutableSpan<UInt8>) throws(FileSystemError)
  /// Writes `buffer.count` bytes, a multiple of 512, to the sectors at `first`. Errors: `ioError`.
  func write(_ first: SectorNumber, from buffer: Span<UInt8>) throws(FileSystemError)
  /// Returns when everything written so far survives a loss of power. Errors: `ioError`.
  func flush() throws(FileSystemError)
}

/// The number of a sector on the disk, from 0 on (LBA).
package struct SectorNumber: Comparable, Sendable {
  package let raw: UInt32
  package init(_ raw: UInt32) { self.raw = raw }

  package static var bytes: UInt32 { 512 }

  package static func + (sector: Self, count: UInt32) -> Self { Self(sector.raw + count) }
  package static func < (one: Self, other: Self) -> Bool { one.raw < other.raw }
}

/// Consecutive sectors of the disk.
package struct SectorRun: Equatable, Sendable {
  package let start: SectorNumber
  package let count: UInt32
  package init(start: SectorNumber, count: UInt32) { (self.start, self.count) = (start, count) }

  /// Nothing is added to compare: a run may end with the last sector that has a number.
  func contains(_ sector: SectorNumber) -> Bool { sector.raw &- start.raw < count }
}
