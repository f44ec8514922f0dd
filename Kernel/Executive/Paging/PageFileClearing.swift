#if os(none)
  import CMachine
  import FileSystem
  import Machine
  import MemoryManager

  /// Whether `shutDown` clears them. NT: MmZeroPageFile
  nonisolated(unsafe) var clearsPageFiles = false

  /// The end of the system as it should be: a page file that is being opened or grows is done, so that the volume is in order; page files are cleared if
  /// the boot options say so, and the power goes off. NT: MmShutdownSystem
  func shutDown() -> Never {
    unsafe waitForSingleObject(&pageFileMutex, reason: "page files")
    if unsafe clearsPageFiles && PageFiles.count > 0 { clearPageFiles() }
    powerOff()
  }

  /// Overwrites the page files with zeroes. From the first byte on no other thread may run: its pages could be gone.
  private func clearPageFiles() {
    guard let zeroes = ZeroBuffer() else { return print("The page files were not cleared: there is no memory.") }
    var failures: UInt32 = 0
    for number in 0..<PageFiles.count where !clear(PageFiles[number], zeroes) { failures += 1 }
    if !perform(DiskRequest(.flush, nil)) { failures += 1 }
    if failures > 0 { print("Page files were not cleared as a whole: the disk could not write.") }
  }

  private func clear(_ file: Reference<OpenPageFile>, _ zeroes: ZeroBuffer) -> Bool {
    var (sector, isDone) = (UInt32(0), true)
    while let run = file.object.extents.find(sector) {
      let count = min(run.count, ZeroBuffer.sectors)
      isDone = perform(DiskRequest(.write, sector: run.start.raw, zeroes.mdl(sectors: count))) && isDone
      sector += count
    }
    return isDone
  }

  /// Waits without letting other threads run: interrupts do the work.
  private func perform(_ request: consuming DiskRequest) -> Bool {
    var request = request
    return unsafe withUnsafeMutablePointer(to: &request) {
      let reference = unsafe Reference($0)
      Disk.submit(reference)
      cpu_cli()
      while reference.object.result == .pending {
        cpu_sti_hlt()
        cpu_cli()
      }
      cpu_sti()
      return reference.object.result == .done
    }
  }

  /// A page of zeroes that stands for every page of a large buffer. The power goes off before it would be given back.
  private struct ZeroBuffer {
    private static var pages: UInt32 { DiskRequest.largestBytes / pageSize }
    static var sectors: UInt32 { pages * PageFileTransfer.sectorsPerPage }
    private let place: VirtualAddress
    private let frame: PageFrameNumber

    init?() {
      guard let place = allocatePool(.nonpaged, bytes: 2 * pageSize, tag: .pageFile), let physical = memoryManager.physicalAddress(of: place) else {
        return nil
      }
      memoryManager.machine.zero(place, bytes: pageSize)
      (self.place, frame) = (place, physical.frame)
    }

    /// `sectors` is 1 or more.
    func mdl(sectors: UInt32) -> Mdl? {
      guard let mdl = Mdl(memoryManager.machine, place + pageSize, for: VirtualAddress(0), bytes: sectors * DiskRequest.sectorBytes) else {
        return nil
      }
      for page in 0..<mdl.pageCount { mdl[page] = frame }
      mdl.flags.insert(.pagesLocked)
      return mdl
    }
  }
#endif
