#if os(none)
  import Machine
  import MemoryManager

  /// What a page fault or a service needs from the disk, or from others, before it can go on.
  ///
  /// Reads the page or waits for who reads it, as long as that is what is missing; returns what is left to be dealt with, or nil if the page could not be
  /// read. `resolve` tries again, with what was read for it if that is why. NT: MiDispatchFault, its part that waits
  func settle(_ resolution: FaultResolution, _ resolve: (PagingTransfer?) -> FaultResolution) -> FaultResolution? {
    var resolution = resolution
    while true {
      switch resolution {
      case .pageIn(let transfer):
        // What could not be read with its neighbours is read alone.
        let goesOn = readPages(transfer) || transfer.pageCount > 1
        // The transfer holds the frame until the page is in use again.
        if goesOn { resolution = resolve(transfer) }
        memoryManager.release(transfer)
        if !goesOn { return nil }
      case .collided(let transfer):
        PagingDisk.waitForOther(transfer)
        memoryManager.leave(transfer)
        resolution = resolve(nil)
      case .resolved, .accessViolation, .guardPageViolation, .stackOverflow, .invalidSystemAddress, .writeToReadOnly, .noPage:
        return resolution
      }
    }
  }

  /// Why a read of pages failed the last time. Who is told that his page could not be read finds the reason here as long as he does not wait.
  nonisolated(unsafe) private(set) var lastReadFailure = Status(raw: 0)

  /// False if the disk could not, which is reported.
  private func readPages(_ transfer: PagingTransfer) -> Bool {
    var isRead = true
    PagingDisk.start(transfer)
    do throws(DiskError) { try PagingDisk.wait(transfer) } catch {
      report(error, transfer)
      unsafe lastReadFailure = error.status
      if transfer.pageCount == 1 && error.isOfPlace && !WriteFailures.isOfDisk { memoryManager.noteUnreadable(transfer) }
      isRead = false
    }
    memoryManager.endPageIn(transfer, succeeded: isRead)
    PagingDisk.announce(transfer)
    return isRead
  }

  /// A service of the memory manager, called again until everything that it needs is in memory. STATUS_IN_PAGE_ERROR if that cannot be read;
  /// STATUS_NO_MEMORY if there is no page, and the thread is to end, unless the service `finishes` it.
  @inline(__always)
  package func restarting(finishes: Bool = false, _ service: () throws(Restart) -> Status) -> Status {
    while true {
      do throws(Restart) { return try service() } catch {
        if let status = settle(error.resolution, finishes: finishes) { return status }
      }
    }
  }

  /// Nil when the service can be called again.
  @inline(never)
  package func settle(_ resolution: FaultResolution, finishes: Bool) -> Status? {
    guard settle(resolution, { _ in .resolved }) != nil else { return .inPageError }
    guard resolution == .noPage else { return nil }
    if currentThread.object.isTerminating && !finishes { return .noMemory }
    PageShortage.wait(isAlertable: !finishes)
    return nil
  }

  /// A line on the console, and nothing is lost: the pages are where they were.
  func report(_ error: DiskError, _ transfer: PagingTransfer) {
    print("Page file \(transfer.file): \(transfer.isRead ? "read" as StaticString : "write") of \(transfer.pageCount) pages at slot ", terminator: "")
    print("\(hex: transfer.firstSlot) failed: \(error)")
  }
#endif
