/// A part of the disk with a file system of its own: the first of up to four in sector 0; the others are not used here.
/// (Microsoft, "Disk Concepts and Troubleshooting", master boot record)
package struct Partition: Equatable, Sendable {
  /// 6 for FAT16, for example.
  package let type: UInt8
  /// They lie on the disk.
  package let sectors: SectorRun

  private static var firstEntry: DiskPlace { DiskPlace(sector: SectorNumber(0), offset: 446) }
  private static var signature: DiskPlace { DiskPlace(sector: SectorNumber(0), offset: 510) }
  /// Offsets in an entry.
  private enum Field {
    static var status: UInt32 { 0 }
    static var type: UInt32 { 4 }
    static var start: UInt32 { 8 }
    static var count: UInt32 { 12 }
  }

  /// The first partition of the disk, whatever is on it. Errors: `unknownFileSystem` if there is none, `corrupt`, `ioError`.
  package init<Storage>(firstOf disk: Storage, memory: SectorMemory) throws(FileSystemError) where Storage: Disk {
    var cache = SectorCache(disk, memory)
    try self.init(&cache)
  }

  init<Storage>(_ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    let entry = Self.firstEntry
    type = try cache.load8(entry + Field.type)
    guard try cache.load16(Self.signature) == 0xAA55, type != 0 else { throw .unknownFileSystem }
    guard try cache.load8(entry + Field.status) & 0x7F == 0 else { throw .corrupt(.partitionTable) }
    sectors = SectorRun(start: SectorNumber(try cache.load32(entry + Field.start)), count: try cache.load32(entry + Field.count))
    let (start, end) = (sectors.start.raw, cache.disk.sectorCount)
    guard start > 0, sectors.count > 0, start < end, sectors.count <= end - start else { throw .corrupt(.partitionTable) }
  }

  /// FAT16 of less than 32 MB, of more, FAT32, and the last two addressed by LBA.
  var isFat: Bool { type == 0x04 || type == 0x06 || type == 0x0B || type == 0x0C || type == 0x0E }
}
