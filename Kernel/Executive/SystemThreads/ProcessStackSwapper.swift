#if os(none)
  import MemoryManager

  /// The balance set manager wants stacks of those who wait long to be taken out. NT: KiStackOutSwapRequest
  nonisolated(unsafe) var isStackOutswapDue = false

  /// Brings in the stacks of those who could run, and takes out the stacks of those who wait long, with their processes when none of their threads is
  /// left. It also gives back the stacks of threads that have ended and what is left of processes, which NT leaves to a worker thread.
  /// NT: KeSwapProcessOrStack
  func processStackSwapperThread(_: UInt32) {
    while true {
      unsafe waitForSingleObject(&swapEvent, reason: "stacks to swap or give back")
      inswapThreads()
      if unsafe isStackOutswapDue {
        unsafe isStackOutswapDue = false
        outswapThreads(waitingFor: stackProtectTime)
      }
      reapThreads()
      reapProcesses()
    }
  }
#endif
