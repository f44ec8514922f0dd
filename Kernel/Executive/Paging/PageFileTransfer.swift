#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// A transfer between a page file and memory. There are as many as the memory manager has, in nonpaged memory, so that nothing is allocated for one.
  ///
  /// It goes to the disk as one request, or where the file is in several extents, as one request after the other.
  struct PageFileTransfer: ~Copyable {
    var request: DiskRequest
    /// Signaled when the pages can be had: for those who did not ask for them first.
    var isAnnounced = Event(.notification)
    let operation: DiskRequest.Operation
    let file: UInt32
    /// The frames of all its pages.
    let mdl: Mdl
    /// Sectors in all, from that one of the file on, and how many are done.
    let first: UInt32
    let sectors: UInt32
    var done: UInt32 = 0

    static var sectorsPerPage: UInt32 { pageSize / DiskRequest.sectorBytes }
    /// What a part of the largest transfer needs to describe its pages.
    private static var mdlBytes: UInt32 { (Mdl.headerBytes + (PageFileIo.mostPages + 1) * 4 + 7) & ~7 }
    /// One transfer in memory, with a partial MDL behind it.
    static var bytes: UInt32 { (UInt32(MemoryLayout<Self>.size) + 7) & ~7 + mdlBytes }

    init(_ operation: DiskRequest.Operation, file: UInt32, firstSlot: UInt32, pages: UInt32, _ mdl: Mdl) {
      request = DiskRequest(operation, mdl)
      (self.operation, self.file, self.mdl) = (operation, file, mdl)
      (first, sectors) = (firstSlot * Self.sectorsPerPage, pages * Self.sectorsPerPage)
    }
  }

  extension Reference where Object == PageFileTransfer {
    private var request: Reference<DiskRequest> { unsafe withUnsafeMutablePointer(to: &object.request) { unsafe Reference<DiskRequest>($0) } }
    private var partialMdlPlace: VirtualAddress { address + (UInt32(MemoryLayout<PageFileTransfer>.size) + 7) & ~7 }

    /// Queues what is not done yet, up to the end of an extent. Allowed up to DISPATCH_LEVEL.
    func submit() {
      let (position, left) = (object.first + object.done, object.sectors - object.done)
      let file = PageFiles[object.file]
      guard let run = atDispatchLevel({ file.object.extents.find(position) }) else {
        object.request.result = .failed(.outOfRange)
        return object.request.event.set()
      }
      object.request = DiskRequest(object.operation, sector: run.start.raw, mdl(ofNext: min(left, run.count)))
      Disk.submit(request)
    }

    /// Waits for what was submitted. True when all is done.
    func wait() throws(DiskError) -> Bool {
      try Disk.wait(request)
      object.done += object.request.sectors
      return object.done == object.sectors
    }

    /// The whole buffer's MDL if the whole buffer is meant.
    private func mdl(ofNext sectors: UInt32) -> Mdl? {
      let (start, bytes) = (object.done * DiskRequest.sectorBytes, sectors * DiskRequest.sectorBytes)
      if bytes == object.mdl.byteCount { return object.mdl }
      return Mdl(memoryManager.machine, partialMdlPlace, partOf: object.mdl, from: start, bytes: bytes)
    }
  }

  extension Mdl {
    /// Makes an MDL at `place` for `bytes` of another's buffer, from its byte `start` on, which must have frames there. NT: IoBuildPartialMdl
    fileprivate init?(_ machine: Machine, _ place: VirtualAddress, partOf whole: Mdl, from start: UInt32, bytes: UInt32) {
      let offset = whole.byteOffset + start
      self.init(machine, place, for: VirtualAddress(offset & (pageSize - 1)), bytes: bytes)
      for page in 0..<pageCount { self[page] = whole[offset >> 12 + page] }
      flags = [.pagesLocked, .partial]
    }
  }
#endif
