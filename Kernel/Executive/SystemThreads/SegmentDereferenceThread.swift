#if os(none)
  /// By how many pages the page files grow when there is no slot left: 1 MB.
  private let pagesWanted: UInt32 = 256

  /// Lets page files grow; segments, which it is to delete, there are none yet. NT: MiDereferenceSegmentThread
  func segmentDereferenceThread(_: UInt32) {
    while true {
      unsafe waitForSingleObject(&segmentDereferenceSemaphore, reason: "segments to delete, page files to extend")
      if extendPageFiles(by: pagesWanted) > 0 { unsafe modifiedPageWriterEvent.set() }
    }
  }
#endif
