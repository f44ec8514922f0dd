import Testing

@testable import FileSystem

/// Volumes that mkfs.fat and mtools made, read by the kernel's code.
@Suite struct ReadingTests {
  /// Bytes that follow from `seed`.
  static func bytes(_ count: Int, _ seed: UInt64) -> [UInt8] {
    var random = Random(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 24) }
  }

  @Test(arguments: Format.all)
  func filesOfOthersAreRead(format: Format) throws {
    let sizes = [0, 1, 511, 512, 513, 2047, 2048, 2049, 16_384, 70_000, 300_001]
    let files = sizes.enumerated().map { (name: "/F\($1).BIN", contents: Self.bytes($1, UInt64($0))) }
    var partition = try Partition(format)
    try partition.copyIn(files)
    let mount = try Mount(partition)
    for (name, contents) in files {
      let path = "\\" + name.dropFirst()
      try #expect(mount.contents(path) == contents, "\(name)")
      try #expect(mount.query(path).size == UInt32(contents.count))
    }
    #expect(mount.disk.writes == 0)
  }

  @Test(arguments: Format.both)
  func readingFromAnyOffset(format: Format) throws {
    let contents = Self.bytes(50_000, 7)
    var partition = try Partition(format)
    try partition.copyIn([("/A", contents)])
    let mount = try Mount(partition, cachedPages: 2)
    var (file, random) = (try mount.open("\\A"), Random(seed: 3))
    for _ in 0..<500 {
      let (offset, count) = (Int(random.next(55_000)), Int(random.next(4000)))
      let expected = offset < contents.count ? Array(contents[offset..<min(offset + count, contents.count)]) : []
      try #require(mount.read(&file, at: UInt32(offset), count: count) == expected, "\(count) bytes at \(offset)")
    }
    try #expect(mount.read(&file, at: .max, count: 10) == [])
  }

  /// Files whose clusters are not together: others were between them and went away.
  @Test(arguments: Format.both)
  func extentsCoverAFragmentedFile(format: Format) throws {
    var partition = try Partition(format)
    let contents = Self.bytes(200_000, 9)
    try partition.copyIn((0..<40).map { ("/S\($0)", Self.bytes(2000, UInt64($0))) })
    try partition.change { _, volume in
      for index in stride(from: 0, to: 40, by: 2) { try Tool.call("mdel", "-i", volume, "::/S\(index)") }
    }
    // mtools goes on behind the last cluster it took, unless the FSInfo sector says otherwise.
    if format.kind == .fat32 { partition.bytes.replaceSubrange(512 + 492..<512 + 496, with: [2, 0, 0, 0]) }
    try partition.copyIn([("/BIG", contents)])
    let mount = try Mount(partition)
    try #expect(mount.contents("\\BIG") == contents)
    let runs = try mount.extents("\\BIG")
    #expect(runs.count > 10)
    #expect(runs.reduce(0) { $0 + $1.count } == 391)
    let sectors = runs.flatMap { run in mount.disk.bytes[Int(run.start.raw) * 512..<Int(run.start.raw + run.count) * 512] }
    #expect(Array(sectors[..<200_000]) == contents)
  }

  /// No cluster is read twice for a walk: a handle remembers where it was.
  @Test func sequentialReadingWalksAChainOnce() throws {
    var partition = try Partition(.small32)
    try partition.copyIn([("/A", Self.bytes(400_000, 1))])
    let mount = try Mount(partition, cachedPages: 2)
    var file = try mount.open("\\A")
    let before = mount.disk.reads
    for offset in stride(from: 0, to: UInt32(400_000), by: 100) { _ = try mount.read(&file, at: offset, count: 100) }
    #expect(mount.disk.reads - before < 4 * 400_000 / 512)
  }

  /// What is read together is of no use to anyone but the sector that is wanted.
  @Test(arguments: Format.both)
  func sectorsBesideOneThatCannotBeRead(format: Format) throws {
    var partition = try Partition(format)
    let contents = Self.bytes(300, 1)
    try partition.copyIn([("/A", contents)])
    let layout = try Mount(partition).layout
    let disk = MemoryDisk(partition)
    let root = layout.rootCluster.map { layout.firstSector(of: $0) } ?? layout.fixedRoot.start
    let needed = [layout.table.start, root, try Mount(partition).extents("\\A")[0].start]
    for sector in needed { disk.unreadable.formUnion([sector.raw - 1, sector.raw + 1]) }
    disk.unreadable.subtract(needed.map(\.raw) + [layout.table.start.raw - 1])
    try #expect(Mount(disk).contents("\\A") == contents)
    disk.unreadable.insert(root.raw)
    #expect(throws: FileSystemError.ioError) { try Mount(disk).contents("\\A") }
  }

  @Test func emptyFilesHaveNoExtents() throws {
    var partition = try Partition(.small16)
    try partition.copyIn([("/EMPTY", [])])
    try #expect(Mount(partition).extents("\\EMPTY") == [])
  }
}
