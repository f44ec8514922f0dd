#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// Where on the disk a page file has its sectors: a view on nonpaged memory, made when the file is opened and again when it has grown, so that paging
  /// I/O never enters the file system. NT: the MCB of a file system
  ///
  /// Two dwords an extent: the number of its first sector in the file, and that on the disk. An extent goes up to the next one.
  struct PageFileExtents {
    private let address: VirtualAddress
    let count: UInt32
    /// Of the whole file.
    let sectors: UInt32

    /// The extents of a file; of one that has grown since its extents were `old`, only what has come is looked for, however large it was. Nil without
    /// memory; errors: those of the volume.
    init?(of file: inout File, on volume: inout Volume<VolumeDisk>, behind old: PageFileExtents? = nil) throws(FileSystemError) {
      // The second look begins where the first did.
      var copy = file
      var (count, end): (UInt32, SectorNumber?) = (old?.count ?? 0, old?.end)
      let start = old?.sectors ?? 0
      sectors = try Self.forEachRun(start, of: &copy, on: &volume) { _, run in
        if run.start != end { count += 1 }
        end = run.start + run.count
      }
      // A page file may have to grow just because nothing more can be promised.
      guard count > 0, case .block(let address) = memoryManager.allocateReservePool(bytes: count << 3, tag: .pageFile) else { return nil }
      (self.address, self.count) = (address, count)
      do throws(FileSystemError) {
        try fill(start, old, &file, &volume)
      } catch {
        free()
        throw error
      }
    }

    /// Calls `body` with each run of sectors from `start` of the file on, and where in the file it begins; returns where the file ends.
    private static func forEachRun(
      _ start: UInt32, of file: inout File, on volume: inout Volume<VolumeDisk>, _ body: (UInt32, SectorRun) -> Void
    ) throws(FileSystemError) -> UInt32 {
      var sector = start
      while let run = try volume.extent(of: &file, at: sector << 9) {
        body(sector, run)
        sector += run.count
      }
      return sector
    }

    /// What the disk says may not change meanwhile: a volume where it does is damaged.
    private func fill(_ start: UInt32, _ old: PageFileExtents?, _ file: inout File, _ volume: inout Volume<VolumeDisk>) throws(FileSystemError) {
      if let old { memoryManager.machine.copy(to: address, from: old.address, bytes: old.count << 3) }
      var (index, end): (UInt32, SectorNumber?) = (old?.count ?? 0, old?.end)
      let found = try Self.forEachRun(start, of: &file, on: &volume) { sector, run in
        if run.start != end {
          if index < count { set(index, first: sector, start: run.start) }
          index += 1
        }
        end = run.start + run.count
      }
      guard index == count, found == sectors else { throw .corrupt(.fileSize) }
    }

    private func set(_ index: UInt32, first: UInt32, start: SectorNumber) {
      memoryManager.machine.store32(address + index << 3, first)
      memoryManager.machine.store32(address + (index << 3 + 4), start.raw)
    }

    func free() { freePool(address, tag: .pageFile) }

    /// Extent `index`: its first sector in the file, and its place on the disk.
    subscript(index: UInt32) -> (first: UInt32, place: SectorRun) {
      let first = memoryManager.machine.load32(address + index << 3)
      let start = memoryManager.machine.load32(address + (index << 3 + 4))
      let end = index + 1 < count ? memoryManager.machine.load32(address + (index + 1) << 3) : sectors
      return (first, SectorRun(start: SectorNumber(start), count: end - first))
    }

    /// The sector of the disk behind the last.
    private var end: SectorNumber {
      let (_, place) = self[count - 1]
      return place.start + place.count
    }

    /// The sectors of the disk from `sector` of the file up to the end of an extent; nil behind the end of the file.
    func find(_ sector: UInt32) -> SectorRun? {
      guard sector < sectors else { return nil }
      // The extent is in low..<high.
      var (low, high): (UInt32, UInt32) = (0, count)
      while high - low > 1 {
        let middle = low + (high - low) >> 1
        if self[middle].first <= sector { low = middle } else { high = middle }
      }
      let (first, place) = self[low]
      return SectorRun(start: place.start + (sector - first), count: place.count - (sector - first))
    }
  }

  extension PoolTag {
    /// "PgFl"
    static var pageFile: PoolTag { PoolTag(raw: 0x6C46_6750) }
  }
#endif
