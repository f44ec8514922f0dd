import Testing

@testable import FileSystem

/// What the kernel's code writes, as fsck.fat and mtools see it.
@Suite struct WritingTests {
  private static func bytes(_ count: Int, _ seed: UInt64) -> [UInt8] { ReadingTests.bytes(count, seed) }

  /// The disk is in order and has these files, and says so itself.
  private func expect(_ mount: Mount, _ files: [String: [UInt8]], _ comment: Comment? = nil) throws {
    try mount.flush()
    try #expect(mount.disk.partition.complaints() == [], comment)
    try #expect(mount.disk.partition.copyOut() == files, comment)
    let again = try Mount(mount.disk)
    #expect(!again.needsCheck, comment)
    try #expect(again.freeSpace() == mount.freeSpace(), comment)
  }

  @Test(arguments: Format.all)
  func newFilesAreReadByOthers(format: Format) throws {
    let sizes = [0, 1, 512, 513, 5000, 100_000]
    let mount = try Mount(Partition(format))
    var expected: [String: [UInt8]] = [:]
    for (index, size) in sizes.enumerated() {
      let contents = Self.bytes(size, UInt64(index))
      try mount.create("\\FILE.\(index)", contents)
      expected["/FILE.\(index)"] = contents
      try #expect(mount.contents("\\FILE.\(index)") == contents)
    }
    try expect(mount, expected)
  }

  @Test(arguments: Format.both)
  func directories(format: Format) throws {
    let mount = try Mount(Partition(format))
    try mount.makeDirectory("\\DIR")
    try mount.makeDirectory("\\DIR\\SUB")
    try mount.create("\\DIR\\SUB\\FILE", [1, 2, 3])
    // More than a cluster has room for.
    for index in 0..<40 { try mount.create("\\DIR\\\(index).TXT") }
    var expected: [String: [UInt8]] = ["/DIR/": [], "/DIR/SUB/": [], "/DIR/SUB/FILE": [1, 2, 3]]
    for index in 0..<40 { expected["/DIR/\(index).TXT"] = [] }
    try expect(mount, expected)

    #expect(throws: FileSystemError.directoryNotEmpty) { try mount.delete("\\DIR") }
    try mount.delete("\\DIR\\SUB\\FILE")
    try mount.delete("\\DIR\\SUB")
    for index in 0..<40 { try mount.delete("\\DIR\\\(index).TXT") }
    try mount.delete("\\DIR")
    try expect(mount, [:])
  }

  @Test(arguments: Format.both)
  func overwritingAppendingAndCutting(format: Format) throws {
    let mount = try Mount(Partition(format))
    var (file, model) = (try mount.create("\\A"), [UInt8]())
    func write(_ offset: Int, _ count: Int) throws {
      let bytes = Self.bytes(count, UInt64(offset))
      try mount.write(&file, at: UInt32(offset), bytes)
      model += [UInt8](repeating: 0, count: max(0, offset + count - model.count))
      model.replaceSubrange(offset..<offset + count, with: bytes)
      try expect(mount, ["/A": model], "\(count) at \(offset)")
    }
    func cut(_ size: Int) throws {
      try mount.setSize(&file, to: UInt32(size))
      model = size < model.count ? Array(model[..<size]) : model + [UInt8](repeating: 0, count: size - model.count)
      try expect(mount, ["/A": model], "\(size)")
    }
    try write(0, 10)
    try write(5, 3000)
    try write(100, 100)
    try write(10_000, 700)  // a gap
    try cut(9000)
    try cut(512)
    try cut(511)
    try cut(5000)  // zeroes, not what was there
    try cut(0)
    try cut(1)
  }

  @Test(arguments: Format.both)
  func everythingCanBeUsedAndGivenBack(format: Format) throws {
    let mount = try Mount(Partition(format))
    let free = try mount.freeSpace()
    var file = try mount.create("\\ALL")
    #expect(throws: FileSystemError.diskFull) { try mount.extend(&file, to: UInt32(free) + 1) }
    try #expect(mount.size(file) == 0)
    try mount.extend(&file, to: UInt32(free))
    try #expect(mount.freeSpace() == 0)
    #expect(throws: FileSystemError.diskFull) { try mount.write(&file, at: UInt32(free), [1]) }
    #expect(throws: FileSystemError.diskFull) { try mount.makeDirectory("\\D") }
    try mount.flush()
    try #expect(mount.disk.partition.complaints() == [])
    try mount.delete("\\ALL")
    try #expect(mount.freeSpace() == free)
    #expect(throws: FileSystemError.notFound) { try mount.write(&file, at: 0, [1]) }
    try expect(mount, [:])
  }

  @Test func fullRootDirectory() throws {
    let mount = try Mount(Partition(.small16))
    // One is the label's.
    for index in 0..<511 { try mount.create("\\\(index)") }
    #expect(throws: FileSystemError.directoryFull) { try mount.create("\\MORE") }
    try mount.delete("\\17")
    try mount.create("\\MORE")
    try mount.flush()
    try #expect(mount.disk.partition.complaints() == [])
  }

  @Test func whatCannotBeIsRefusedAndChangesNothing() throws {
    var partition = try Partition(.small16)
    try partition.copyIn([("/Long name.txt", [1]), ("/RO", [2])])
    try partition.change { _, volume in try Tool.call("mattrib", "+r", "-i", volume, "::/RO") }
    let mount = try Mount(partition)
    #expect(throws: FileSystemError.exists) { try mount.create("\\LONG NAME.TXT") }
    #expect(throws: FileSystemError.exists) { try mount.create("\\longna~1.txt") }
    #expect(throws: FileSystemError.exists) { try mount.makeDirectory("\\") }
    #expect(throws: FileSystemError.nameInvalid) { try mount.create("\\Other long name") }
    #expect(throws: FileSystemError.notFound) { try mount.create("\\NONE\\A") }
    #expect(throws: FileSystemError.notDirectory) { try mount.create("\\RO\\A") }
    #expect(throws: FileSystemError.readOnly) { try mount.delete("\\RO") }
    var file = try mount.open("\\RO")
    #expect(throws: FileSystemError.readOnly) { try mount.write(&file, at: 0, [1]) }
    #expect(throws: FileSystemError.readOnly) { try mount.setSize(&file, to: 0) }
    #expect(throws: FileSystemError.isDirectory) { try mount.delete("\\") }
    #expect(mount.disk.writes == 0)

    let protected = try Mount(MemoryDisk(partition), isReadOnly: true)
    #expect(throws: FileSystemError.readOnly) { try protected.create("\\A") }
    #expect(throws: FileSystemError.readOnly) { try protected.delete("\\LONGNA~1.TXT") }
    try protected.flush()
    #expect(protected.disk.writes == 0)
  }

  @Test(arguments: Format.both)
  func filesOfOthersWithLongNamesAreDeletedWhole(format: Format) throws {
    var partition = try Partition(format)
    let names = (0..<30).map { "/A rather long name of three entries, number \($0)" }
    try partition.copyIn(names.map { ($0, [1, 2, 3]) })
    let mount = try Mount(partition)
    for name in names.dropFirst(1) { try mount.delete("\\" + name.dropFirst()) }
    try expect(mount, [names[0]: [1, 2, 3]])
  }

  /// A handle that others were used behind.
  @Test func handlesSeeWhatOtherHandlesDo() throws {
    let mount = try Mount(Partition(.small16))
    var one = try mount.create("\\A", Self.bytes(20_000, 1))
    _ = try mount.read(&one, at: 19_000, count: 100)
    var other = try mount.open("\\A")
    try mount.setSize(&other, to: 600)
    try mount.create("\\B", Self.bytes(20_000, 2))
    try #expect(mount.size(one) == 600)
    try mount.write(&other, at: 600, Self.bytes(19_400, 3))
    try #expect(mount.read(&one, at: 600, count: 30_000) == Self.bytes(19_400, 3))
    try #expect(mount.contents("\\B") == Self.bytes(20_000, 2))
  }

  @Test(arguments: Format.both)
  func copies(format: Format) throws {
    let mount = try Mount(Partition(format))
    let contents = Self.bytes(100_700, 1)
    for (name, bytes) in [("\\A", contents), ("\\EMPTY", [])] { try mount.create(name, bytes) }
    try mount.flush()
    let flushes = mount.disk.flushes
    for (index, piece) in [100, 512, 4096, 200_000].enumerated() { try #expect(mount.copy("\\A", to: "\\\(index)", by: piece) == 100_700) }
    try #expect(mount.copy("\\EMPTY", to: "\\E") == 0)
    // However many pieces there are.
    #expect(mount.disk.flushes - flushes < 8)
    try expect(mount, ["/A": contents, "/0": contents, "/1": contents, "/2": contents, "/3": contents, "/EMPTY": [], "/E": []])
  }

  /// Then there is no copy, and nothing is lost.
  @Test(arguments: Format.both)
  func copiesThatFail(format: Format) throws {
    let mount = try Mount(Partition(format))
    let contents = Self.bytes(100_000, 1)
    try mount.create("\\A", contents)
    mount.disk.unreadable = [try mount.extents("\\A")[0].start.raw + 100]
    #expect(throws: FileSystemError.ioError) { try mount.copy("\\A", to: "\\B") }
    mount.disk.unreadable = []
    #expect(throws: FileSystemError.exists) { try mount.copy("\\A", to: "\\A") }
    var rest = try mount.create("\\REST")
    try mount.extend(&rest, to: UInt32(try mount.freeSpace()) - 90_000)
    #expect(throws: FileSystemError.diskFull) { try mount.copy("\\A", to: "\\B") }
    try mount.delete("\\REST")
    try expect(mount, ["/A": contents])
  }

  @Test(arguments: Format.both)
  func attributes(format: Format) throws {
    let mount = try Mount(Partition(format))
    let file = try mount.create("\\A", [1])
    try mount.add([.hidden, .system], to: file)
    try #expect(mount.query("\\A").attributes == [.hidden, .system, .archive])
    try mount.flush()
    let writes = mount.disk.writes
    try mount.add([.hidden], to: file)
    try mount.flush()
    #expect(mount.disk.writes == writes)
    try expect(mount, ["/A": [1]])
  }

  @Test func bytesOfFatThatAreNotItsOwnStay() throws {
    var partition = try Partition(.tiny32)
    // The upper four bits of the entries of clusters 3 and 4, in both FATs.
    let layout = try Mount(partition).layout
    for table in [0, 1] {
      let start = Int(layout.table.start.raw - MemoryDisk.partitionStart + UInt32(table) * layout.table.count) * 512
      partition.bytes[start + 15] = 0xA0
      partition.bytes[start + 19] = 0x50
    }
    let mount = try Mount(partition)
    try mount.create("\\A", Self.bytes(1024, 1))
    try mount.flush()
    let start = Int(layout.table.start.raw) * 512
    #expect(Array(mount.disk.bytes[start + 12..<start + 20]) == [4, 0, 0, 0xA0, 0xFF, 0xFF, 0xFF, 0x5F])
    try mount.delete("\\A")
    try mount.flush()
    #expect(Array(mount.disk.bytes[start + 12..<start + 20]) == [0, 0, 0, 0xA0, 0, 0, 0, 0x50])
  }

  /// The disk fails at every transfer in turn: an error of its own, and the disk says that it wants to be checked.
  @Test func failingDisks() throws {
    let partition = try Partition(.tiny32)
    for transfers in 0... {
      let disk = MemoryDisk(partition)
      let mount = try Mount(disk)
      disk.failsAfter = transfers
      do throws(FileSystemError) {
        var file = try mount.create("\\A", Self.bytes(3000, 1))
        try mount.setSize(&file, to: 1000)
        try mount.delete("\\A")
        try mount.flush()
        #expect(transfers > 20)
        return
      } catch {
        #expect(error == .ioError)
      }
      disk.failsAfter = nil
      try mount.flush()
      try #expect(Mount.isMarked(disk) == mount.needsCheck)
    }
  }
}
