#if os(none)
  import Machine
  import MemoryManager

  /// Where the slots of a page file are on the disk: so that paging never asks the file system. A view on nonpaged memory: how many extents, then for each
  /// its first slot and its first sector, in the order of the slots; each ends where the next begins. NT: the mapping that the file system keeps for a
  /// page file in memory
  package struct PageFileExtents {
    package static let sectorsPerPage = pageSize / DiskRequest.sectorBytes
    let address: VirtualAddress
    private var machine: Machine { memoryManager.machine }

    /// The extents that were put at `address`, or will be.
    package init(at address: VirtualAddress) { self.address = address }

    package static func bytes(extents: UInt32) -> UInt32 { 4 + extents * 8 }

    package private(set) var count: UInt32 {
      get { machine.load32(address) }
      nonmutating set { machine.store32(address, newValue) }
    }
    private func firstSlot(_ index: UInt32) -> UInt32 { machine.load32(address + (4 + index * 8)) }
    private func firstSector(_ index: UInt32) -> UInt32 { machine.load32(address + (8 + index * 8)) }

    package func clear() { count = 0 }

    /// The slots from `slot` on lie from `sector` of the disk on. One that goes on where the last ends becomes part of it.
    package func append(slot: UInt32, sector: UInt32) {
      let index = count
      if index > 0, firstSector(index - 1) + (slot - firstSlot(index - 1)) * Self.sectorsPerPage == sector { return }
      machine.store32(address + (4 + index * 8), slot)
      machine.store32(address + (8 + index * 8), sector)
      count = index + 1
    }

    /// The sector of a slot, and how many slots follow one another on the disk from it on.
    func place(of slot: UInt32) -> (sector: UInt32, slots: UInt32) {
      var (low, high) = (UInt32(0), count)
      while high - low > 1 {
        let middle = (low + high) >> 1
        if firstSlot(middle) <= slot { low = middle } else { high = middle }
      }
      let end = high < count ? firstSlot(high) : .max
      return (firstSector(low) + (slot - firstSlot(low)) * Self.sectorsPerPage, end - slot)
    }
  }
#endif
