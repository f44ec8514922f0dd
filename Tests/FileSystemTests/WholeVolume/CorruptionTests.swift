import Testing

@testable import FileSystem

/// Disks that say what cannot be: every operation ends, with an error of the file system if at all, and stays on the disk's sectors (`MemoryDisk`
/// stops the test otherwise).
@Suite struct CorruptionTests {
  /// Bytes of the boot sector, the FATs and the root directory, and of the directories behind, get other values.
  @Test(arguments: [Format.small16, .tiny32], Seeds.first(4))
  func damagedMetadata(format: Format, seed: UInt64) throws {
    let partition = try Self.populated(format)
    let layout = try Mount(partition).layout
    let metadata = UInt32(layout.data.raw - MemoryDisk.partitionStart + 60) * 512
    var random = Random(seed: seed)
    var mounted = 0
    for _ in 0..<Seeds.steps(60) {
      var damaged = partition
      for _ in 0..<random.next(1...(random.oneIn(2) ? 3 : 200)) {
        let place = random.oneIn(3) ? random.next(8192) : random.next(metadata)
        damaged.bytes[Int(place)] = random.oneIn(3) ? [0, 0xFF, 0xE5, 0x0F][Int(random.next(4))] : UInt8(random.next(256))
      }
      if Self.useAll(MemoryDisk(damaged), &random) { mounted += 1 }
    }
    #expect(mounted > 10)
  }

  /// A chain that comes back to itself, of a file and of a directory.
  @Test(arguments: [Format.small16, .tiny32])
  func cycles(format: Format) throws {
    var partition = try Partition(format)
    let mount = try Mount(partition)
    try mount.create("\\A", [UInt8](repeating: 1, count: 3000))
    try mount.makeDirectory("\\D")
    try mount.flush()
    partition = mount.disk.partition
    let file = try mount.query("\\A").firstCluster
    let directory = try mount.query("\\D").firstCluster
    try mount.checkChain(mount.open("\\A"))
    let size = format.kind == .fat16 ? 2 : 4
    let table = Int(mount.layout.table.start.raw - MemoryDisk.partitionStart) * 512
    partition.bytes[table + Int(file + 2) * size] = UInt8(file)
    partition.bytes[table + Int(directory) * size] = UInt8(directory)
    for byte in 1..<size { partition.bytes[table + Int(directory) * size + byte] = 0 }
    // No end of entries in the directory.
    let place = Int(mount.layout.firstSector(of: Cluster(directory)).raw - MemoryDisk.partitionStart) * 512
    for slot in 2..<16 { partition.bytes[place + slot * 32] = 0xE5 }

    let damaged = try Mount(partition)
    try #expect(damaged.contents("\\A").count == 3000)
    var handle = try damaged.open("\\A")
    #expect(throws: FileSystemError.corrupt(.clusterChain)) { try damaged.checkChain(handle) }
    #expect(throws: FileSystemError.corrupt(.clusterChain)) { try damaged.extend(&handle, to: 2_000_000) }
    #expect(throws: FileSystemError.corrupt(.directory)) { try damaged.list("\\D") }
    #expect(throws: FileSystemError.corrupt(.clusterChain)) { try damaged.delete("\\A") }
    #expect(damaged.needsCheck)
    try damaged.flush()
    try #expect(Mount.isMarked(damaged.disk))
  }

  private static func populated(_ format: Format) throws -> Partition {
    let mount = try Mount(Partition(format))
    try mount.makeDirectory("\\DIR")
    for index in 0..<20 { try mount.create("\\DIR\\\(index)", [UInt8](repeating: 1, count: index * 700)) }
    try mount.create("\\FILE", [UInt8](repeating: 2, count: 30_000))
    try mount.makeDirectory("\\DIR\\SUB")
    try mount.create("\\DIR\\SUB\\A", [3])
    try mount.flush()
    return mount.disk.partition
  }

  /// Everything there is to do, whatever comes of it. False if there is nothing to mount.
  private static func useAll(_ disk: MemoryDisk, _ random: inout Random) -> Bool {
    guard let mount = try? Mount(disk, cachedPages: Int(random.next(2...8))) else { return false }
    var budget = 100
    look(mount, "\\", &budget)
    for path in ["\\FILE", "\\DIR\\5", "\\DIR\\19"] { change(mount, path, random.next(60_000)) }
    for path in ["\\NEW", "\\DIR\\NEW", "\\DIR\\SUB\\NEW"] {
      _ = try? mount.create(path, [UInt8](repeating: 9, count: 5000))
      try? mount.makeDirectory(path + "DIR")
    }
    for path in ["\\FILE", "\\DIR\\7", "\\DIR\\SUB\\A", "\\DIR\\SUB", "\\NEWDIR"] { try? mount.delete(path) }
    try? mount.flush()
    #expect(disk.reads + disk.writes < 2_000_000)
    return true
  }
  private static func change(_ mount: Mount, _ path: String, _ size: UInt32) {
    guard var file = try? mount.open(path) else { return }
    try? mount.write(&file, at: size, [1, 2, 3])
    try? mount.setSize(&file, to: size / 2)
    try? mount.extend(&file, to: size)
  }
  private static func look(_ mount: Mount, _ directory: String, _ budget: inout Int) {
    guard let names = try? mount.list(directory) else { return }
    for name in names where budget > 0 {
      budget -= 1
      let path = (directory == "\\" ? "" : directory) + "\\" + name
      if let entry = try? mount.query(path), !entry.isDirectory {
        guard var file = try? mount.open(path) else { continue }
        _ = try? mount.read(&file, at: 0, count: Int(min(entry.size, 100_000)))
        if entry.size < 10_000_000 { _ = try? mount.extents(path) }
      } else {
        look(mount, path, &budget)
      }
    }
  }
}
