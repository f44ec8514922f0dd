#if os(none)
  import CMachine
  import Machine

  /// Runs what became pending while the IRQL was at DISPATCH_LEVEL or above. Called below that level, whenever something is pending.
  @c(KiDispatchInterrupt) public func dispatchInterrupt() {
    let old = cpu_irql()
    repeat {
      cpu_set_irql(Irql.dispatch.rawValue)
      runDeferredWork()
      cpu_set_irql(old)
    } while cpu_pending() != 0
  }

  /// Turns what was asked for into events. At DISPATCH_LEVEL. Before the first thread waits this only leaves the events signaled, so nothing
  /// asked for early in the boot is lost.
  func runDeferredWork() {
    let requests = SoftwareInterrupts.take()
    if requests.contains(.deferredCall) {
      expireTimers()
      consoleDeferredCall()
      diskDeferredCall()
    }
    if requests.contains(.wakeZeroPageThread) { unsafe zeroPageEvent.set() }
    if requests.contains(.wakeWorkingSetManager) { unsafe workingSetManagerEvent.set() }
    if requests.contains(.wakeModifiedPageWriter) { unsafe modifiedPageWriterEvent.set() }
    if requests.contains(.pagesAvailable) { PageShortage.end() }
  }
#endif
