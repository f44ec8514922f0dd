#if os(none)
  import Machine
  import MemoryManager

  /// What it takes to move one transfer's pages: there is one for each transfer, and nothing is allocated when memory has run out.
  struct PagingRequest: ~Copyable {
    fileprivate var request = DiskRequest(.flush, nil)
    /// Signaled when the page can be had: for those who did not ask for it first.
    var isDone = Event(.notification)
    /// The frames of the part under way.
    fileprivate let partialMdl: VirtualAddress
    /// The pages whose part has been begun.
    fileprivate var begun: UInt32 = 0

    /// `partialMdl` is nonpaged memory for the MDL of a part.
    init(partialMdl: VirtualAddress) { self.partialMdl = partialMdl }
    static var partialMdlBytes: UInt32 { Mdl.headerBytes + PagingTransfer.largestWrite * 4 }
  }

  extension Reference where Object == PagingRequest {
    private var request: Reference<DiskRequest> { unsafe withUnsafeMutablePointer(to: &object.request) { unsafe Reference<DiskRequest>($0) } }

    /// Gives the disk the first part.
    func start(_ transfer: PagingTransfer, _ extents: PageFileExtents) {
      object.isDone.clear()
      object.begun = 0
      startPart(transfer, extents)
    }

    /// Waits until the disk is done with all of it. Where the page file goes on elsewhere on the disk, so does the transfer.
    func wait(_ transfer: PagingTransfer, _ extents: PageFileExtents) throws(DiskError) {
      while true {
        try Disk.wait(request)
        if object.begun == transfer.pageCount { return }
        startPart(transfer, extents)
      }
    }

    private func startPart(_ transfer: PagingTransfer, _ extents: PageFileExtents) {
      let (sector, slots) = extents.place(of: transfer.firstSlot + object.begun)
      let pages = min(transfer.pageCount - object.begun, slots)
      let operation: DiskRequest.Operation = transfer.isRead ? .read : .write
      object.request = DiskRequest(operation, sector: sector, pages == transfer.pageCount ? transfer.mdl : part(transfer, pages))
      object.begun += pages
      Disk.submit(request)
    }

    /// NT: IoBuildPartialMdl
    private func part(_ transfer: PagingTransfer, _ pages: UInt32) -> Mdl? {
      guard let mdl = Mdl(memoryManager.machine, object.partialMdl, for: VirtualAddress(0), bytes: pages << 12) else { return nil }
      for page in 0..<pages { mdl[page] = transfer.mdl[object.begun + page] }
      mdl.flags = transfer.mdl.flags.union(.partial)
      return mdl
    }
  }
#endif
