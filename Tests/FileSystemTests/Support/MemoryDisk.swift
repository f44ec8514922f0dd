@testable import FileSystem

/// A disk in memory, with a partition table for one partition. It can fail, and remember what a loss of power would take.
final class MemoryDisk {
  static let partitionStart: UInt32 = 63
  private(set) var bytes: [UInt8]
  private(set) var reads = 0
  private(set) var writes = 0
  private(set) var flushes = 0
  /// Transfers until one fails; nil: none does.
  var failsAfter: Int?
  /// Sectors that cannot be read.
  var unreadable: Set<UInt32> = []
  /// All that was written since recording began, in order, and where flushes were.
  private(set) var log: [Event] = []
  var isRecording = false

  enum Event {
    case write(sector: Int, [UInt8])
    case flush
  }

  init(_ partition: Partition) {
    let sectors = UInt32(partition.bytes.count / 512)
    var table = [UInt8](repeating: 0, count: 512)
    table[446 + 4] = 0x0E
    for byte in 0..<4 {
      table[446 + 8 + byte] = UInt8(truncatingIfNeeded: Self.partitionStart >> (8 * UInt32(byte)))
      table[446 + 12 + byte] = UInt8(truncatingIfNeeded: sectors >> (8 * UInt32(byte)))
    }
    (table[510], table[511]) = (0x55, 0xAA)
    bytes = table + [UInt8](repeating: 0xCC, count: Int(Self.partitionStart - 1) * 512) + partition.bytes
  }
  /// A disk of these bytes.
  init(bytes: [UInt8]) { self.bytes = bytes }

  var partition: Partition { Partition(Array(bytes[Int(Self.partitionStart) * 512..<bytes.count / 512 * 512])) }
  var handle: Handle { Handle(disk: self) }

  struct Handle: Disk {
    fileprivate let disk: MemoryDisk
    var sectorCount: UInt32 { UInt32(disk.bytes.count / 512) }
    func read(_ first: SectorNumber, into buffer: inout MutableSpan<UInt8>) throws(FileSystemError) {
      try disk.check(first, buffer.count)
      guard disk.unreadable.isDisjoint(with: first.raw..<first.raw + UInt32(buffer.count / 512)) else { throw .ioError }
      disk.reads += 1
      let start = Int(first.raw) * 512
      let count = buffer.count
      buffer.withUnsafeMutableBytes { to in disk.bytes.withUnsafeBytes { to.copyMemory(from: .init(rebasing: $0[start..<start + count])) } }
    }
    func write(_ first: SectorNumber, from buffer: Span<UInt8>) throws(FileSystemError) {
      try disk.check(first, buffer.count)
      disk.writes += 1
      let start = Int(first.raw) * 512
      let count = buffer.count
      buffer.withUnsafeBytes { from in
        disk.bytes.withUnsafeMutableBytes { UnsafeMutableRawBufferPointer(rebasing: $0[start..<start + count]).copyMemory(from: from) }
      }
      guard disk.isRecording else { return }
      for sector in 0..<buffer.count / 512 {
        let start = start + sector * 512
        disk.log.append(.write(sector: start / 512, Array(disk.bytes[start..<start + 512])))
      }
    }
    func flush() throws(FileSystemError) {
      try disk.check(SectorNumber(0), 512)
      disk.flushes += 1
      if disk.isRecording { disk.log.append(.flush) }
    }
  }

  /// A transfer outside of the disk is an error of the file system, which a real disk would only refuse.
  private func check(_ first: SectorNumber, _ count: Int) throws(FileSystemError) {
    precondition(count > 0 && count % 512 == 0 && Int(first.raw) * 512 + count <= bytes.count, "sector \(first.raw), \(count) bytes")
    if let left = failsAfter {
      guard left > 0 else { throw .ioError }
      failsAfter = left - 1
    }
  }
}
