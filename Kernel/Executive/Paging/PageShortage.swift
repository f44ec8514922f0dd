#if os(none)
  import Machine
  import MemoryManager

  /// Times without an available page.
  enum PageShortage {
    /// Nobody waits longer if nothing can be written. NT: MmSevenMinutes
    private static var longest: UInt32 { 7 * 60 * Clock.ticksPerSecond }

    /// Waits a while for a page. The end of the system, if there has been none for minutes, and what would make one available cannot be written.
    /// NT: MiEnsureAvailablePageOrWait
    static func wait(isAlertable: Bool = false) {
      unsafe availablePagesEvent.clear()
      // Nobody takes a page now, which is what has the writer woken otherwise.
      unsafe modifiedPageWriterEvent.set()
      let status = unsafe waitForSingleObject(
        &availablePagesEvent, timeout: .milliseconds(20), reason: "an available page", isAlertable: isAlertable)
      if status == .timeout { lookAtTheClock() }
    }

    /// There are pages again. At DISPATCH_LEVEL.
    static func end() {
      unsafe shortage.end(tickCount())
      unsafe availablePagesEvent.set()
    }

    /// The last write of modified pages failed so, or went well.
    static func note(write error: DiskError?) { unsafe lastWriteError = error }

    private static func lookAtTheClock() {
      let (hasPages, modified) = memoryManager.pfnDatabase.withLock { ($0.hasPageForFault, $0.modified.count) }
      if hasPages { unsafe shortage.end(tickCount()) }
      guard unsafe shortage.look(tickCount()) > longest, unsafe lastWriteError != nil, modified > 0 else { return }
      let nonpagedPool = memoryManager.commitment.withLock { min($0.left, $0.residentAvailable) }
      bugCheck(.noPagesAvailable, modified, modified, nonpagedPool, unsafe lastWriteError?.status.raw ?? 0)
    }
  }

  /// Who waits looks several times a second.
  private nonisolated(unsafe) var shortage = ShortageClock(longestPause: 10 * Clock.ticksPerSecond)
  private nonisolated(unsafe) var lastWriteError: DiskError?
#endif
