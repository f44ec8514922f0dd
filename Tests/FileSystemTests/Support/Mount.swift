@testable import FileSystem

/// A mounted volume, with arrays and strings for spans.
final class Mount {
  let disk: MemoryDisk
  private let memory: UnsafeMutablePointer<UInt8>
  private var volume: Volume<MemoryDisk.Handle>

  static let time = Timestamp(year: 2003, month: 4, day: 24, hour: 12, minute: 30, second: 10)

  init(_ disk: MemoryDisk, cachedPages: Int = 2, isReadOnly: Bool = false) throws(FileSystemError) {
    self.disk = disk
    memory = .allocate(capacity: cachedPages * SectorMemory.pageBytes)
    memory.initialize(repeating: 0xEE, count: cachedPages * SectorMemory.pageBytes)
    do throws(FileSystemError) {
      volume = try Volume(
        disk.handle, memory: SectorMemory(at: memory, bytes: cachedPages * SectorMemory.pageBytes), now: Self.time, isReadOnly: isReadOnly)
    } catch {
      memory.deallocate()
      throw error
    }
  }
  convenience init(_ partition: Partition, cachedPages: Int = 2) throws(FileSystemError) {
    try self.init(MemoryDisk(partition), cachedPages: cachedPages)
  }
  deinit { memory.deallocate() }

  /// Whether the disk says that a change was under way.
  static func isMarked(_ disk: MemoryDisk) throws(FileSystemError) -> Bool { try Mount(disk).needsCheck }

  var layout: VolumeLayout { volume.layout }
  var needsCheck: Bool { volume.needsCheck }
  func freeSpace() throws(FileSystemError) -> UInt64 { try volume.freeSpace() }

  func open(_ path: String) throws(FileSystemError) -> File { try volume.open(Array(path.utf8).span) }
  func query(_ path: String) throws(FileSystemError) -> DirectoryEntry { try volume.query(Array(path.utf8).span) }
  func size(_ file: File) throws(FileSystemError) -> UInt32 { try volume.size(of: file) }

  func read(_ file: inout File, at offset: UInt32, count: Int) throws(FileSystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0xDD, count: count)
    var span = bytes.mutableSpan
    let done = try volume.read(&file, at: offset, into: &span)
    return Array(bytes[..<done])
  }
  /// The whole of a file.
  func contents(_ path: String) throws(FileSystemError) -> [UInt8] {
    var file = try open(path)
    return try read(&file, at: 0, count: Int(try size(file)) + 1)
  }

  /// Long names, or short names where there is none.
  func list(_ path: String) throws(FileSystemError) -> [String] {
    var listing = try volume.list(Array(path.utf8).span)
    var names: [String] = []
    while let entry = try volume.next(&listing) { names.append(Self.name(entry, listing)) }
    return names
  }
  private static func name(_ entry: DirectoryEntry, _ listing: borrowing DirectoryListing) -> String {
    var units: [UInt16] = []
    for index in 0..<listing.longName.count { units.append(listing.longName[index]) }
    if units.isEmpty { entry.name.forEachCharacter { units.append(UInt16($0)) } }
    return String(decoding: units, as: UTF16.self)
  }

  func checkChain(_ file: File) throws(FileSystemError) { try volume.checkChain(of: file) }
  func extents(_ path: String) throws(FileSystemError) -> [SectorRun] {
    var file = try open(path)
    var (runs, sectors): ([SectorRun], UInt32) = ([], 0)
    while let run = try volume.extent(of: &file, at: sectors * 512) {
      runs.append(run)
      sectors += run.count
    }
    return runs
  }

  // MARK: Changing

  func flush() throws(FileSystemError) { try volume.flush() }
  @discardableResult
  func create(_ path: String) throws(FileSystemError) -> File { try volume.create(Array(path.utf8).span) }
  /// A new file with contents.
  @discardableResult
  func create(_ path: String, _ contents: [UInt8]) throws(FileSystemError) -> File {
    var file = try create(path)
    try write(&file, at: 0, contents)
    return file
  }
  func makeDirectory(_ path: String) throws(FileSystemError) { try volume.makeDirectory(Array(path.utf8).span) }
  func delete(_ path: String) throws(FileSystemError) { try volume.delete(Array(path.utf8).span) }
  func write(_ file: inout File, at offset: UInt32, _ bytes: [UInt8]) throws(FileSystemError) {
    try volume.write(&file, at: offset, from: bytes.span)
  }
  func add(_ attributes: FileAttributes, to file: File) throws(FileSystemError) { try volume.add(attributes, to: file) }
  /// Through a buffer of so many bytes.
  @discardableResult
  func copy(_ path: String, to target: String, by count: Int = 4096) throws(FileSystemError) -> UInt32 {
    var source = try open(path)
    var buffer = [UInt8](repeating: 0xDD, count: count)
    var span = buffer.mutableSpan
    return try volume.copy(&source, to: Array(target.utf8).span, through: &span)
  }
  func setSize(_ file: inout File, to size: UInt32) throws(FileSystemError) { try volume.setSize(of: &file, to: size) }
  func extend(_ file: inout File, to size: UInt32) throws(FileSystemError) { try volume.extend(&file, to: size) }
}
