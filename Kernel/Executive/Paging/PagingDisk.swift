#if os(none)
  import Machine
  import MemoryManager

  /// The disk as paging sees it: transfers go straight from the frames of an MDL to sectors, past the file system.
  package enum PagingDisk {
    /// Gives the disk a transfer; `wait` comes after it. NT: IoPageRead, IoAsynchronousPageWrite
    static func start(_ transfer: PagingTransfer) { request(transfer).start(transfer, extents(transfer.file)) }

    static func wait(_ transfer: PagingTransfer) throws(DiskError) { try request(transfer).wait(transfer, extents(transfer.file)) }

    /// The pages can be had: whoever waits for them goes on.
    static func announce(_ transfer: PagingTransfer) { request(transfer).object.isDone.set() }

    /// Waits until someone else has read what the transfer reads.
    static func waitForOther(_ transfer: PagingTransfer) {
      unsafe waitForSingleObject(&request(transfer).object.isDone, reason: "a page that is being read")
    }

    // MARK: Page files

    /// Before the first page file is there: memory for what transfers need. False if there is none.
    package static func prepare() -> Bool {
      if unsafe requests.raw != 0 { return true }
      let bytes = PagingTransfers.count * requestBytes + extentsBytes
      guard let place = allocatePool(.nonpaged, bytes: bytes, tag: .memoryManager) else { return false }
      memoryManager.machine.zero(place, bytes: bytes)
      unsafe requests = place
      for index in 0..<PagingTransfers.count { initialize(index) }
      return true
    }

    /// Where page file `number` is on the disk, from now on. What was said before is returned, and can be freed.
    package static func setExtents(_ extents: PageFileExtents, of number: UInt32) -> PageFileExtents? {
      let place = extentsPlace(number)
      let old = memoryManager.machine.load32(place)
      memoryManager.machine.store32(place, extents.address.raw)
      return old == 0 ? nil : PageFileExtents(at: VirtualAddress(old))
    }

    package static func extents(_ number: UInt32) -> PageFileExtents {
      PageFileExtents(at: VirtualAddress(memoryManager.machine.load32(extentsPlace(number))))
    }

    // MARK: Its memory

    private static var requestStride: UInt32 { UInt32(MemoryLayout<PagingRequest>.stride + 7) & ~7 }
    private static var requestBytes: UInt32 { requestStride + (PagingRequest.partialMdlBytes + 7) & ~7 }
    private static var extentsBytes: UInt32 { PageFileTable.capacity << 2 }

    private static func place(_ index: UInt32) -> VirtualAddress { unsafe requests + index * requestBytes }
    private static func extentsPlace(_ number: UInt32) -> VirtualAddress {
      unsafe requests + (PagingTransfers.count * requestBytes + number << 2)
    }

    private static func initialize(_ index: UInt32) {
      let place = place(index)
      // The memory was allocated for it, and stays.
      guard let pointer = unsafe UnsafeMutablePointer<PagingRequest>(bitPattern: UInt(place.raw)) else { return }
      unsafe pointer.initialize(to: PagingRequest(partialMdl: place + requestStride))
    }

    private static func request(_ transfer: PagingTransfer) -> Reference<PagingRequest> {
      unsafe Reference(UnsafeMutablePointer(bitPattern: UInt(place(transfer.index).raw)).unsafelyUnwrapped)
    }
  }

  /// One for each transfer, and the addresses of the extents of each page file behind them.
  private nonisolated(unsafe) var requests = VirtualAddress(0)
#endif
