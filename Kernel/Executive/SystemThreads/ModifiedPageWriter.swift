#if os(none)
  /// Writes modified pages to page files, of which there are none yet. NT: MiModifiedPageWriter
  func modifiedPageWriterThread(_: UInt32) {
    while true { unsafe waitForSingleObject(&modifiedPageWriterEvent, reason: "modified pages to write to a page file") }
  }
#endif
