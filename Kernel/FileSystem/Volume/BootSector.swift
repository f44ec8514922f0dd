/// The fields of a boot sector that say how the volume is laid out. (Microsoft, FAT specification, section 3)
private struct BootSector {
  let sectorsPerCluster, tables: UInt8
  let bytesPerSector, reserved, rootEntries, sectors16, tableSectors16: UInt16
  let sectors32: UInt32
  // On FAT32 only.
  let tableSectors32, rootCluster: UInt32
  let flags, version, information: UInt16

  init<Storage>(_ partition: SectorRun, _ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    let start = DiskPlace(sector: partition.start, offset: 0)
    let jump = try cache.load8(start)
    guard jump == 0xEB || jump == 0xE9, try cache.load16(start + 510) == 0xAA55 else { throw .unknownFileSystem }
    bytesPerSector = try cache.load16(start + 11)
    sectorsPerCluster = try cache.load8(start + 13)
    reserved = try cache.load16(start + 14)
    tables = try cache.load8(start + 16)
    rootEntries = try cache.load16(start + 17)
    sectors16 = try cache.load16(start + 19)
    tableSectors16 = try cache.load16(start + 22)
    sectors32 = try cache.load32(start + 32)
    tableSectors32 = try cache.load32(start + 36)
    flags = try cache.load16(start + 40)
    version = try cache.load16(start + 42)
    rootCluster = try cache.load32(start + 44)
    information = try cache.load16(start + 48)
  }

  /// As NT tells them apart; the specification counts clusters, which would let FAT32 have no small volumes. NT: IsBpbFat32
  var isFat32: Bool { tableSectors16 == 0 }
  var sectors: UInt32 { sectors16 != 0 ? UInt32(sectors16) : sectors32 }
  var tableSectors: UInt32 { isFat32 ? tableSectors32 : UInt32(tableSectors16) }
  var rootSectors: UInt32 { UInt32(rootEntries) >> 4 }
  /// Sectors in front of the first cluster.
  var overhead: UInt64 { UInt64(reserved) + UInt64(tables) * UInt64(tableSectors) + UInt64(rootSectors) }

  func check(_ partition: SectorRun) throws(FileSystemError) {
    guard bytesPerSector == 512 else { throw .unknownFileSystem }
    guard sectorsPerCluster.nonzeroBitCount == 1, reserved > 0, tables == 1 || tables == 2, tableSectors > 0, rootEntries & 15 == 0,
      isFat32 == (rootEntries == 0), sectors <= partition.count, overhead < UInt64(sectors)
    else { throw .corrupt(.bootSector) }
    if isFat32 { guard version == 0 else { throw .unknownFileSystem } }
  }

  /// How many clusters there are, each with an entry in the FAT.
  func clusters() throws(FileSystemError) -> UInt32 {
    let clusters = (sectors - UInt32(overhead)) >> UInt32(sectorsPerCluster.trailingZeroBitCount)
    // Fewer than 4085 would be FAT12; from 0xFFF7 and 0xFFFFFF7 on an entry is no cluster's number.
    guard isFat32 || clusters >= 4085 else { throw .unknownFileSystem }
    let most: UInt32 = isFat32 ? 0xFFF_FFF5 : 0xFFF4
    let entries = UInt64(tableSectors) << (isFat32 ? 7 : 8)
    guard clusters > 0, clusters <= most, UInt64(clusters) + 2 <= entries else { throw .corrupt(.bootSector) }
    return clusters
  }

  /// Which FAT is read, and whether the others are kept equal: bits 0-3 and 7 of the flags of FAT32.
  func activeTable() throws(FileSystemError) -> (index: UInt32, isMirrored: Bool) {
    guard isFat32 && flags & 0x80 != 0 else { return (0, true) }
    guard flags & 0xF < UInt16(tables) else { throw .corrupt(.bootSector) }
    return (UInt32(flags & 0xF), false)
  }
}

extension VolumeLayout {
  /// Reads and checks the boot sector of `partition`. Errors: `unknownFileSystem`, `corrupt`, `ioError`.
  init<Storage>(_ partition: SectorRun, _ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    let boot = try BootSector(partition, &cache)
    try boot.check(partition)
    let active = try boot.activeTable()
    let firstTable = partition.start + UInt32(boot.reserved)
    let root = firstTable + UInt32(boot.tables) * boot.tableSectors

    clusters = try boot.clusters()
    kind = boot.isFat32 ? .fat32 : .fat16
    table = SectorRun(start: firstTable + active.index * boot.tableSectors, count: boot.tableSectors)
    copies = active.isMirrored ? UInt32(boot.tables) - 1 : 0
    fixedRoot = SectorRun(start: root, count: boot.rootSectors)
    data = root + boot.rootSectors
    sectorsPerCluster = UInt32(boot.sectorsPerCluster)
    rootCluster = boot.isFat32 ? Cluster(boot.rootCluster) : nil
    information =
      boot.isFat32 && boot.information > 0 && boot.information < boot.reserved ? partition.start + UInt32(boot.information) : nil
    if let rootCluster, !has(rootCluster) { throw .corrupt(.bootSector) }
  }
}
