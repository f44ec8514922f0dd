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

    /// The extents of a file. Nil without memory; errors: those of the volume.
    init?(of file: inout File, on volume: inout Volume<VolumeDisk>) throws(FileSystemError) {
      var (count, sectors): (UInt32, UInt32) = (0, 0)
      while let run = try volume.extent(of: &file, at: sectors << 9) {
        count += 1
        sectors += run.count
      }
      // A page file may have to grow just because nothing more can be promised.
      guard count > 0, case .block(let address) = memoryManager.allocateReservePool(bytes: count << 3, tag: .pageFile) else { return nil }
      (self.address, self.count, self.sectors) = (address, count, sectors)
      do throws(FileSystemError) {
        try fill(&file, &volume)
      } catch {
        free()
        throw error
      }
    }

    /// What the disk says may not change meanwhile: a volume where it does is damaged.
    private func fill(_ file: inout File, _ volume: inout Volume<VolumeDisk>) throws(FileSystemError) {
      var (index, sector): (UInt32, UInt32) = (0, 0)
      while let run = try volume.extent(of: &file, at: sector << 9) {
        guard index < count else { throw .corrupt(.fileSize) }
        memoryManager.machine.store32(address + index << 3, sector)
        memoryManager.machine.store32(address + (index << 3 + 4), run.start.raw)
        index += 1
        sector += run.count
      }
      guard index == count, sector == sectors else { throw .corrupt(.fileSize) }
    }

    func free() { freePool(address, tag: .pageFile) }

    /// Extent `index`: its first sector in the file, and its place on the disk.
    subscript(index: UInt32) -> (first: UInt32, place: SectorRun) {
      let first = memoryManager.machine.load32(address + index << 3)
      let start = memoryManager.machine.load32(address + (index << 3 + 4))
      let end = index + 1 < count ? memoryManager.machine.load32(address + (index + 1) << 3) : sectors
      return (first, SectorRun(start: SectorNumber(start), count: end - first))
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
