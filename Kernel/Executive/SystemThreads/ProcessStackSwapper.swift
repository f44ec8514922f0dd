#if os(none)
  /// Looks after kernel stacks. There is no page file yet to take the stacks of those who wait long; the stacks of threads that have ended it
  /// gives back, which NT leaves to a worker thread. NT: KeSwapProcessOrStack
  func processStackSwapperThread(_: UInt32) {
    while true {
      unsafe waitForSingleObject(&reaperEvent, reason: "stacks to swap or give back")
      reapThreads()
    }
  }
#endif
