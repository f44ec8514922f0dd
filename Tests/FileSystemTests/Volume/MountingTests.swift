import Testing

@testable import FileSystem

@Suite struct MountingTests {
  /// Changes bytes of a volume's boot sector and says how mounting it ends.
  private func mounting(_ format: Format, _ changes: [Int: UInt8]) throws -> FileSystemError? {
    var partition = try Partition(format)
    for (offset, value) in changes { partition.bytes[offset] = value }
    do throws(FileSystemError) {
      _ = try Mount(partition)
      return nil
    } catch { return error }
  }

  @Test(arguments: Format.all + [.tiny32])
  func layoutIsThatOfMkfs(format: Format) throws {
    let mount = try Mount(Partition(format))
    #expect(mount.layout.kind == format.kind)
    #expect(mount.layout.sectorsPerCluster == UInt32(format.sectorsPerCluster))
    #expect(mount.layout.copies == UInt32(format.tables - 1))
    #expect(!mount.needsCheck)
    #expect((mount.layout.information != nil) == (format.kind == .fat32))
    // All but the root directory's.
    try #expect(mount.freeSpace() == UInt64(mount.layout.clusters - (format.kind == .fat32 ? 1 : 0)) * UInt64(format.sectorsPerCluster * 512))
  }

  @Test func otherFileSystemsAreNotMounted() throws {
    try #expect(mounting(.small16, [510: 0]) == .unknownFileSystem)
    try #expect(mounting(.small16, [0: 0x33]) == .unknownFileSystem)
    try #expect(mounting(.small16, [12: 4]) == .unknownFileSystem)  // sectors of 1024 bytes
    try #expect(mounting(.small16, [19: 0, 20: 0x10]) == .unknownFileSystem)  // FAT12
    try #expect(mounting(.tiny32, [42: 1]) == .unknownFileSystem)  // a later version
  }

  @Test func impossibleBootSectorsAreCorrupt() throws {
    let corrupt = FileSystemError.corrupt(.bootSector)
    for format in [Format.small16, .tiny32] {
      try #expect(mounting(format, [13: 0]) == corrupt)  // no sectors a cluster
      try #expect(mounting(format, [13: 3]) == corrupt)
      try #expect(mounting(format, [14: 0, 15: 0]) == corrupt)  // no reserved sector
      try #expect(mounting(format, [16: 0]) == corrupt)  // no FAT
      try #expect(mounting(format, [16: 3]) == corrupt)
      try #expect(mounting(format, [19: 0xFF, 20: 0xFF]) == corrupt)  // larger than the partition
    }
    try #expect(mounting(.small16, [17: 1, 18: 0]) == corrupt)  // half a sector of root directory
    try #expect(mounting(.small16, [17: 0, 18: 0]) == corrupt)  // none
    try #expect(mounting(.small16, [22: 1, 23: 0]) == corrupt)  // a FAT too small
    try #expect(mounting(.small16, [22: 0xFF, 23: 0xFF]) == corrupt)  // too large
    try #expect(mounting(.tiny32, [36: 1]) == corrupt)
    try #expect(mounting(.tiny32, [39: 0xFF]) == corrupt)
    try #expect(mounting(.tiny32, [40: 0x82]) == corrupt)  // a FAT that is not there is in use
    try #expect(mounting(.tiny32, [44: 0]) == corrupt)  // the root directory
    try #expect(mounting(.tiny32, [44: 1]) == corrupt)
    try #expect(mounting(.tiny32, [46: 1]) == corrupt)
  }

  @Test func partitionTablesAreChecked() throws {
    func mounting(_ changes: [Int: UInt8], cut: Int = 0) throws -> FileSystemError? {
      var bytes = MemoryDisk(try Partition(.small16)).bytes
      for (offset, value) in changes { bytes[offset] = value }
      do throws(FileSystemError) {
        _ = try Mount(MemoryDisk(bytes: bytes.dropLast(cut)))
        return nil
      } catch { return error }
    }
    try #expect(mounting([:]) == nil)
    try #expect(mounting([510: 0]) == .unknownFileSystem)
    try #expect(mounting([450: 0x83]) == .unknownFileSystem)
    try #expect(mounting([450: 0]) == .unknownFileSystem)
    try #expect(mounting([446: 0x80]) == nil)
    try #expect(mounting([446: 1]) == .corrupt(.partitionTable))
    try #expect(mounting([454: 0]) == .corrupt(.partitionTable))
    try #expect(mounting([:], cut: 512) == .corrupt(.partitionTable))
    try #expect(mounting([461: 0xFF]) == .corrupt(.partitionTable))
    try #expect(mounting([454: 0xFF, 455: 0xFF, 456: 0xFF, 457: 0xFF]) == .corrupt(.partitionTable))
    try #expect(mounting([458: 0, 459: 0, 460: 0, 461: 0]) == .corrupt(.partitionTable))
  }

  @Test func onlyTheActiveTableIsReadWhenTheyAreNotEqual() throws {
    var partition = try Partition(.tiny32)
    partition.bytes[40] = 0x81
    let mount = try Mount(partition)
    #expect(mount.layout.copies == 0)
    try #expect(mount.layout.table.start.raw == Mount(Partition(.tiny32)).layout.table.start.raw + mount.layout.table.count)
  }
}
