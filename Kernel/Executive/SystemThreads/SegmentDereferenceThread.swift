#if os(none)
  /// Deletes segments that nobody uses and extends page files; there are neither yet. NT: MiDereferenceSegmentThread
  func segmentDereferenceThread(_: UInt32) {
    while true { unsafe waitForSingleObject(&segmentDereferenceSemaphore, reason: "segments to delete, page files to extend") }
  }
#endif
