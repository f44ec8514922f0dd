#if os(none)
  import Machine
  import MemoryManager

  /// Reading and writing pages of page files. Up to `transfers` can be under way at once, told apart by an index; who has an index has it alone. Nothing
  /// is allocated, no file system is entered, and no lock is held while the disk is at work. NT: IoPageRead, IoAsynchronousPageWrite
  package enum PageFileIo {
    package static var transfers: UInt32 { PagingTransfers.count }
    /// In one transfer.
    package static var mostPages: UInt32 { PagingTransfer.largestWrite }

    /// Begins to read or write `pages` pages, 1...16, from slot `firstSlot` of a page file on, into or from the frames of `mdl`, which are held.
    /// The MDL has frames for at least so many pages, from the beginning of the first. Allowed up to DISPATCH_LEVEL; `finish` comes afterwards.
    package static func begin(_ kind: Kind, index: UInt32, file: UInt32, firstSlot: UInt32, pages: UInt32, _ mdl: Mdl) {
      let transfer = place(index)
      transfer.object = PageFileTransfer(kind == .read ? .read : .write, file: file, firstSlot: firstSlot, pages: pages, mdl)
      transfer.submit()
    }

    /// Waits until the transfer is done. Below DISPATCH_LEVEL. Errors: the disk's; some of the pages may have been transferred.
    package static func finish(_ index: UInt32) throws(DiskError) {
      let transfer = place(index)
      while try !transfer.wait() { transfer.submit() }
    }

    /// For others than who began the transfer: it is over, and what there was to do about it is done. Until the next `begin`, nobody waits.
    static func announce(_ index: UInt32) { place(index).object.isAnnounced.set() }

    static func waitForAnnouncement(_ index: UInt32) {
      unsafe waitForSingleObject(&place(index).object.isAnnounced, reason: "a page that is being read")
    }

    package enum Kind: Sendable { case read, write }

    /// Both in one.
    package static func perform(
      _ kind: Kind, index: UInt32, file: UInt32, firstSlot: UInt32, pages: UInt32, _ mdl: Mdl
    ) throws(DiskError) {
      begin(kind, index: index, file: file, firstSlot: firstSlot, pages: pages, mdl)
      try finish(index)
    }

    /// Called before the first page file is there. False without memory.
    static func prepare() -> Bool {
      guard unsafe transferPlace == nil else { return true }
      guard let place = allocatePool(.nonpaged, bytes: transfers * PageFileTransfer.bytes, tag: .pageFile) else { return false }
      let none = Mdl(memoryManager.machine, VirtualAddress(0))
      for index in 0..<transfers {
        let address = UInt((place + index * PageFileTransfer.bytes).raw)
        guard let pointer = unsafe UnsafeMutablePointer<PageFileTransfer>(bitPattern: address) else { return false }
        unsafe pointer.initialize(to: PageFileTransfer(.read, file: 0, firstSlot: 0, pages: 0, none))
      }
      unsafe transferPlace = place
      return true
    }

    private static func place(_ index: UInt32) -> Reference<PageFileTransfer> {
      guard index < transfers, let base = unsafe transferPlace,
        let pointer = unsafe UnsafeMutablePointer<PageFileTransfer>(bitPattern: UInt((base + index * PageFileTransfer.bytes).raw))
      else { fatalError("there is no such transfer") }
      return unsafe Reference(pointer)
    }
  }

  private nonisolated(unsafe) var transferPlace: VirtualAddress?
#endif
