#if os(none)
  /// Lets page files grow; segments, which it is to delete, there are none yet. NT: MiDereferenceSegmentThread
  func segmentDereferenceThread(_: UInt32) {
    while true {
      unsafe waitForSingleObject(&segmentDereferenceSemaphore, reason: "segments to delete, page files to extend")
      PageFileExtension.perform()
    }
  }
#endif
