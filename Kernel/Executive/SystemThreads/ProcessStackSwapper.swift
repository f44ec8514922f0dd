#if os(none)
  /// Looks after kernel stacks. There is no page file yet to take the stacks of those who wait long; it gives back the stacks of threads that
  /// have ended and what is left of processes, which NT leaves to a worker thread. NT: KeSwapProcessOrStack
  func processStackSwapperThread(_: UInt32) {
    while true {
      unsafe waitForSingleObject(&reaperEvent, reason: "stacks to swap or give back")
      reapThreads()
      reapProcesses()
    }
  }
#endif
