#if os(none)
  /// There are free pages to zero. NT: MmZeroingPageEvent
  package nonisolated(unsafe) var zeroPageEvent = Event(.synchronization)
  /// Available memory fell below its threshold. NT: MmWorkingSetManagerEvent
  package nonisolated(unsafe) var workingSetManagerEvent = Event(.synchronization)
  /// Pages became available; cleared by whoever finds none and is about to wait. NT: MmAvailablePagesEvent
  package nonisolated(unsafe) var availablePagesEvent = Event(.notification)
  /// There are modified pages to write to a page file. NT: MmModifiedPageWriterEvent
  package nonisolated(unsafe) var modifiedPageWriterEvent = Event(.synchronization)
  /// There are modified pages to write to mapped files. NT: MmMappedPageWriterEvent
  package nonisolated(unsafe) var mappedPageWriterEvent = Event(.synchronization)
  /// There are segments to delete. NT: MmDereferenceSegmentHeader.Semaphore
  package nonisolated(unsafe) var segmentDereferenceSemaphore = Semaphore(count: 0, limit: .max)
  /// There is a stack to bring in, to take out, or to give back, or a process that nobody refers to. NT: KiSwapEvent
  nonisolated(unsafe) var swapEvent = Event(.synchronization)
#endif
