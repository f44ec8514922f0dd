#if os(none)
  import MemoryManager

  /// The memory manager's transfers on the disk: straight from the frames of an MDL to sectors, past the file system.
  package enum PagingDisk {
    /// Gives the disk a transfer; `wait` comes after it. NT: IoPageRead, IoAsynchronousPageWrite
    static func start(_ transfer: PagingTransfer) {
      PageFileIo.begin(
        transfer.isRead ? .read : .write, index: transfer.index, file: transfer.file, firstSlot: transfer.firstSlot, pages: transfer.pageCount,
        transfer.mdl)
    }

    static func wait(_ transfer: PagingTransfer) throws(DiskError) { try PageFileIo.finish(transfer.index) }

    /// The pages can be had: whoever waits for them goes on.
    static func announce(_ transfer: PagingTransfer) { PageFileIo.announce(transfer.index) }

    /// Waits until someone else has read what the transfer reads.
    static func waitForOther(_ transfer: PagingTransfer) { PageFileIo.waitForAnnouncement(transfer.index) }
  }
#endif
