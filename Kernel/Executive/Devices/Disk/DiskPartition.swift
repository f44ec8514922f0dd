#if os(none)
  import Machine
  import MemoryManager

  /// A part of the disk with a file system of its own.
  package struct DiskPartition {
    /// 6 for FAT16, for example.
    package let type: UInt8
    package let start: UInt32
    package let sectors: UInt32

    /// Offsets in the master boot record, and in each of its four entries.
    private enum Offset {
      static let firstEntry: UInt32 = 446
      static let signature: UInt32 = 510
      static let status: UInt32 = 0
      static let type: UInt32 = 4
      static let start: UInt32 = 8
      static let sectors: UInt32 = 12
    }

    /// The first partition by the master boot record at `place`, which is sector 0 of a disk of `diskSectors`; nil if there is none, or it does not lie on
    /// the disk. Source: Microsoft, Disk Concepts and Troubleshooting, master boot record.
    package init?(at place: VirtualAddress, diskSectors: UInt32) {
      let machine = memoryManager.machine
      func load32(_ offset: UInt32) -> UInt32 {
        UInt32(machine.load16(place + offset)) | UInt32(machine.load16(place + offset + 2)) << 16
      }
      let entry = Offset.firstEntry
      let isUsable = machine.load8(place + entry + Offset.status) & 0x7F == 0
      type = machine.load8(place + entry + Offset.type)
      start = load32(entry + Offset.start)
      sectors = load32(entry + Offset.sectors)
      guard machine.load16(place + Offset.signature) == 0xAA55, isUsable, type != 0 else { return nil }
      guard start > 0, sectors > 0, start < diskSectors, sectors <= diskSectors - start else { return nil }
    }
  }
#endif
