#if os(none)
  /// Writes modified pages to the files they are mapped from; no file is mapped yet. NT: MiMappedPageWriter
  func mappedPageWriterThread(_: UInt32) {
    while true { unsafe waitForSingleObject(&mappedPageWriterEvent, reason: "modified pages to write to mapped files") }
  }
#endif
