#if os(none)
  import MemoryManager

  /// Zeroes free pages when nothing else wants to run: at priority 0, and after each page whoever has become ready goes first.
  /// NT: MmZeroPageThread
  func zeroPageThread(_: UInt32) {
    while true {
      while memoryManager.zeroPageStep() { yield() }
      unsafe waitForSingleObject(&zeroPageEvent, reason: "free pages to zero")
    }
  }
#endif
