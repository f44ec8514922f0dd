import Testing

@testable import FileSystem

/// A disk that loses what was written behind some point, or any part of what was not flushed: the files flushed before and not changed since are as
/// they were, and fsck.fat finds nothing but lost clusters.
@Suite struct PowerLossTests {
  /// Every write in turn is the first that is lost.
  @Test(arguments: [Format.small16, .tiny32], [1, 2] as [UInt64])
  func losingAllFromAWriteOn(format: Format, seed: UInt64) throws {
    let (base, actor) = try Self.act(format, seed, steps: Seeds.steps(40))
    let log = actor.mount.disk.log
    var disk = base
    for time in 1...log.count {
      Self.apply(log[time - 1], to: &disk)
      try Self.check(disk, actor, time, "seed \(seed) write \(time)", withFsck: time % 4 == 0)
    }
  }

  /// The disk has written in an order of its own: any part of what came behind the last flush is there.
  @Test(arguments: [Format.small16, .tiny32], Seeds.first(3))
  func losingSomeOfWhatWasNotFlushed(format: Format, seed: UInt64) throws {
    let (base, actor) = try Self.act(format, seed + 100, steps: Seeds.steps(150))
    let log = actor.mount.disk.log
    var random = Random(seed: seed)
    for _ in 0..<Seeds.steps(40) {
      let time = Int(random.next(UInt32(log.count)))
      let flushed = log[..<time].lastIndex { if case .flush = $0 { true } else { false } } ?? 0
      var disk = base
      for (index, event) in log[..<time].enumerated() where index <= flushed || random.oneIn(2) { Self.apply(event, to: &disk) }
      try Self.check(disk, actor, time, "seed \(seed) write \(time)", withFsck: true)
    }
  }

  /// Between any two flushes of the disk one write is lost, or is the only one that is not: of changes that reach over several sectors of the FAT.
  @Test(arguments: [Format.small16, .tiny32])
  func losingOrKeepingOneWrite(format: Format) throws {
    let mount = try Mount(MemoryDisk(Partition(format)), cachedPages: 8)
    var (file, other) = (try mount.create("\\BIG"), try mount.create("\\OTHER"))
    try mount.extend(&file, to: 400_000)
    try mount.flush()
    var disk = mount.disk.bytes
    mount.disk.isRecording = true
    try mount.setSize(&file, to: 5000)
    try mount.flush()
    try mount.extend(&other, to: 300_000)
    try mount.flush()
    try mount.makeDirectory("\\DIR")
    try mount.create("\\DIR\\A", [1])
    try mount.flush()
    try mount.delete("\\OTHER")
    try mount.flush()

    for writes in mount.disk.log.split(whereSeparator: { if case .flush = $0 { true } else { false } }) {
      for one in writes.indices where writes.count > 1 {
        var (lost, kept) = (disk, disk)
        for index in writes.indices where index != one { Self.apply(writes[index], to: &lost) }
        Self.apply(writes[one], to: &kept)
        try Self.checkAndGoOn(MemoryDisk(bytes: lost), "write \(one) lost")
        try Self.checkAndGoOn(MemoryDisk(bytes: kept), "write \(one) kept")
      }
      for write in writes { Self.apply(write, to: &disk) }
    }
  }

  /// The disk before, and who did something to it.
  private static func act(_ format: Format, _ seed: UInt64, steps: Int) throws -> ([UInt8], VolumeActor) {
    let disk = MemoryDisk(try Partition(format))
    let actor = try VolumeActor(disk, seed: seed, freeBytes: seed % 2 == 0 ? 60_000 : nil)
    let base = disk.bytes
    disk.isRecording = true
    for _ in 0..<steps { _ = try actor.step() }
    return (base, actor)
  }

  private static func apply(_ event: MemoryDisk.Event, to disk: inout [UInt8]) {
    guard case .write(let sector, let bytes) = event else { return }
    disk.replaceSubrange(sector * 512..<(sector + 1) * 512, with: bytes)
  }

  private static func check(_ bytes: [UInt8], _ actor: VolumeActor, _ time: Int, _ comment: Comment, withFsck: Bool) throws {
    let disk = MemoryDisk(bytes: bytes)
    let mount = try Mount(disk)
    let flush = actor.flushes.last { $0.time <= time }
    let changed = Set(actor.changes.filter { $0.time >= flush?.time ?? 0 && $0.time < time }.map(\.path))
    let kept = (flush?.files ?? [:]).filter { !changed.contains($0.key) }
    for (path, contents) in kept where !path.hasSuffix("\\") { try #require(isEqual(mount.contents(path), contents), comment) }
    let found = try paths(mount, "\\")
    try #require(Set(kept.keys).isSubset(of: found), comment)
    if flush != nil { try #require(found.isSubset(of: changed.union(kept.keys)), comment) }
    if withFsck { try checkWithOthers(disk, comment) }
  }
  /// fsck.fat does not look at what lies behind the end of a file: the file grows into that.
  private static func checkAndGoOn(_ disk: MemoryDisk, _ comment: Comment) throws {
    try checkWithOthers(disk, comment)
    let mount = try Mount(disk)
    var file = try mount.open("\\BIG")
    try mount.setSize(&file, to: try mount.size(file) + 100_000)
    try mount.flush()
    try checkWithOthers(disk, comment)
  }
  private static func checkWithOthers(_ disk: MemoryDisk, _ comment: Comment) throws {
    let complaints = try disk.partition.complaints().filter { !isHarmless($0) }
    try #require(complaints == [], comment)
  }

  private static func paths(_ mount: Mount, _ directory: String) throws -> Set<String> {
    var found: Set<String> = []
    for name in try mount.list(directory == "\\" ? directory : String(directory.dropLast())) {
      if try mount.query(directory + name).isDirectory {
        found.insert(directory + name + "\\")
        found.formUnion(try paths(mount, directory + name + "\\"))
      } else {
        found.insert(directory + name)
      }
    }
    return found
  }

  /// Clusters that belong to no one, or lie behind the end of their file; a FAT that is newer than its copy; how much is free is not known.
  private static func isHarmless(_ line: String) -> Bool {
    let harmless = [
      "Reclaim", "FATs differ", "Using first FAT", "Free cluster summary uninitialized", "chain length is >", "Truncating file", "irty bit",
      "fsck.fat", "Leaving filesystem unchanged",
      // Of the tiny volume.
      "Filesystem is FAT32 according", "less than the required", "may lead to problems",
    ]
    return line.hasPrefix("/") || harmless.contains { line.contains($0) }
  }
}
