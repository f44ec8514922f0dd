import Testing

@testable import FileSystem

/// Where page files lie.
@Suite struct ExtentTests {
  private static let page: UInt32 = 4096

  @Test(arguments: Format.all)
  func aPageFileOnAnEmptyVolumeIsOneRunOfPages(format: Format) throws {
    let mount = try Mount(Partition(format))
    try mount.create("\\SMALL", [1])
    var file = try mount.create("\\PAGEFILE.SYS")
    try mount.extend(&file, to: 300 * Self.page)
    let runs = try mount.extents("\\PAGEFILE.SYS")
    #expect(runs.count == 1)
    #expect(runs[0].count == 2400)
    // Clusters that lie across such addresses have no better place.
    let canAlign = mount.layout.data.raw % min(8, mount.layout.sectorsPerCluster) == 0
    if canAlign { #expect(runs[0].start.raw % 8 == 0) }
    // It grows behind itself.
    try mount.extend(&file, to: 400 * Self.page)
    try #expect(mount.extents("\\PAGEFILE.SYS") == [SectorRun(start: runs[0].start, count: 3200)])
    try mount.flush()
    try #expect(mount.disk.partition.complaints() == [])
  }

  /// Holes of many sizes between other files: few runs, the largest first, and no page is torn.
  @Test(arguments: Format.both)
  func pagesAreNotTornOnAFragmentedVolume(format: Format) throws {
    let mount = try Mount(Partition(format))
    var random = Random(seed: 5)
    for index in 0..<100 { try mount.create("\\\(index)", [UInt8](repeating: 1, count: Int(random.next(1...40_000)))) }
    var rest = try mount.create("\\REST")
    try mount.extend(&rest, to: UInt32(try mount.freeSpace()))
    for index in stride(from: 0, to: 100, by: 2) { try mount.delete("\\\(index)") }
    var file = try mount.create("\\PAGEFILE.SYS")
    let size = UInt32(try mount.freeSpace()) / 2 / Self.page * Self.page
    try mount.extend(&file, to: size)
    let runs = try mount.extents("\\PAGEFILE.SYS")
    #expect(runs.allSatisfy { $0.count % 8 == 0 && $0.start.raw % 8 == 0 })
    #expect(runs.reduce(0) { $0 + $1.count } == size / 512)
    #expect(runs.count < 25)
    // All the rest, however torn.
    try mount.extend(&file, to: size + UInt32(try mount.freeSpace()))
    try #expect(mount.freeSpace() == 0)
    try mount.flush()
    try #expect(mount.disk.partition.complaints() == [])
  }

  /// Eight sectors of the FAT come and go together.
  @Test func theTableIsReadAndWrittenInPages() throws {
    let mount = try Mount(Partition(.small32))
    let pages = Int(mount.layout.table.count) / 8
    var file = try mount.create("\\PAGEFILE.SYS")
    var (reads, writes) = (mount.disk.reads, mount.disk.writes)
    try mount.extend(&file, to: 30 << 20)
    try mount.flush()
    #expect(mount.disk.reads - reads < pages * 4 && mount.disk.writes - writes < pages * 2 + 10)
    (reads, writes) = (mount.disk.reads, mount.disk.writes)
    try #expect(mount.extents("\\PAGEFILE.SYS").count == 1)
    #expect(mount.disk.reads - reads < pages + 10 && mount.disk.writes == writes)
    try #expect(mount.disk.partition.complaints() == [])
  }

  /// As many holes as can be, none with room for a page: it is still quick.
  @Test func aVolumeOfSingleClusters() throws {
    let mount = try Mount(Partition(.small16), cachedPages: 2)
    let clusters = Int(mount.layout.clusters)
    var (one, other) = (try mount.create("\\ONE"), try mount.create("\\OTHER"))
    for index in 0..<clusters / 2 {
      try mount.write(&one, at: UInt32(index) * 512, [1])
      try mount.write(&other, at: UInt32(index) * 512, [2])
    }
    try mount.delete("\\ONE")
    var file = try mount.create("\\PAGEFILE.SYS")
    let before = mount.disk.reads
    try mount.extend(&file, to: UInt32(try mount.freeSpace()))
    #expect(mount.disk.reads - before < 1000)
    try #expect(mount.extents("\\PAGEFILE.SYS").count > clusters / 2 - 20)
    try mount.flush()
    try #expect(mount.disk.partition.complaints() == [])
  }
}
