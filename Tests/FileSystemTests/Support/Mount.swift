@testable import FileSystem

/// A mounted volume, with arrays and strings for spans.
final class Mount {
  let disk: MemoryDisk
  private let memory: UnsafeMutablePointer<UInt8>
  private var volume: Volume<MemoryDisk.Handle>

  static let time = Timestamp(year: 2003, month: 4, day: 24, hour: 12, minute: 30, second: 10)

  init(_ disk: MemoryDisk, cachedSectors: Int = 4, isReadOnly: Bool = false) throws(FileSystemError) {
    self.disk = disk
    memory = .allocate(capacity: cachedSectors * 512)
    memory.initialize(repeating: 0xEE, count: cachedSectors * 512)
    do throws(FileSystemError) {
      volume = try Volume(
        disk.handle, memory: SectorMemory(at: memory, bytes: cachedSectors * 512), now: Self.time, isReadOnly: isReadOnly)
    } catch {
      memory.deallocate()
      throw error
    }
  }
  convenience init(_ partition: Partition, cachedSectors: Int = 4) throws(FileSystemError) {
    try self.init(MemoryDisk(partition), cachedSectors: cachedSectors)
  }
  deinit { memory.deallocate() }

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

  func extents(_ path: String) throws(FileSystemError) -> [SectorRun] {
    var file = try open(path)
    var (runs, sectors): ([SectorRun], UInt32) = ([], 0)
    while let run = try volume.extent(of: &file, at: sectors * 512) {
      runs.append(run)
      sectors += run.count
    }
    return runs
  }
}
