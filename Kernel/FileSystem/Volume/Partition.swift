/// Sector 0 of a disk: up to four partitions, of which only the first is used here.
/// (Microsoft, "Disk Concepts and Troubleshooting", master boot record)
enum PartitionTable {
  private static var firstEntry: DiskPlace { DiskPlace(sector: SectorNumber(0), offset: 446) }
  private static var signature: DiskPlace { DiskPlace(sector: SectorNumber(0), offset: 510) }
  /// Offsets in an entry.
  private static var status: UInt32 { 0 }
  private static var type: UInt32 { 4 }
  private static var start: UInt32 { 8 }
  private static var count: UInt32 { 12 }

  /// The sectors of the first partition, which lies on the disk. Errors: `unknownFileSystem`, `corrupt`, `ioError`.
  static func firstPartition<Storage>(_ cache: inout SectorCache<Storage>) throws(FileSystemError) -> SectorRun {
    guard try cache.load16(signature) == 0xAA55, isFat(try cache.load8(firstEntry + type)) else { throw .unknownFileSystem }
    guard try cache.load8(firstEntry + status) & 0x7F == 0 else { throw .corrupt(.partitionTable) }
    let run = SectorRun(start: SectorNumber(try cache.load32(firstEntry + start)), count: try cache.load32(firstEntry + count))
    let sectors = cache.disk.sectorCount
    guard run.start.raw > 0, run.count > 0, run.start.raw < sectors, run.count <= sectors - run.start.raw else { throw .corrupt(.partitionTable) }
    return run
  }

  /// FAT16 of less than 32 MB, of more, FAT32, and the last two addressed by LBA.
  private static func isFat(_ type: UInt8) -> Bool { type == 0x04 || type == 0x06 || type == 0x0B || type == 0x0C || type == 0x0E }
}
