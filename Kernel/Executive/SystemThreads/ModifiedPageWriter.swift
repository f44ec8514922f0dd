#if os(none)
  import MemoryManager

  /// Pages that have been modified for so long are written even if nobody is short of memory. NT: MiModifiedPageLife
  private let modifiedPageLife: UInt32 = 300_000

  /// Writes modified pages to page files, when there are many of them, when memory is low, and every few minutes. NT: MiModifiedPageWriter
  func modifiedPageWriterThread(_: UInt32) {
    while true {
      unsafe waitForSingleObject(&modifiedPageWriterEvent, timeout: .milliseconds(modifiedPageLife), reason: "modified pages to write")
      writeModifiedPages()
    }
  }

  /// As long as there are modified pages and room for them: while the disk is at one write the next is made ready.
  private func writeModifiedPages() {
    var writing: PagingTransfer?
    while true {
      let next = memoryManager.beginPageOut()
      if case .transfer(let transfer) = next { PagingDisk.start(transfer) }
      var isWritten = true
      if let writing { isWritten = endWrite(writing) }
      switch next {
      case .transfer(let transfer): writing = transfer
      case .nothing, .noTransfer:
        if writing == nil { return }
        writing = nil
      case .noSlot:
        PageFileExtension.request()
        if writing == nil { return }
        writing = nil
      }
      if !isWritten { delay(milliseconds: WriteFailures.isOfDisk ? 1000 : 100) }
    }
  }

  /// False if it could not be written; the page is then as modified as before, and was reported.
  private func endWrite(_ transfer: PagingTransfer) -> Bool {
    do throws(DiskError) {
      try PagingDisk.wait(transfer)
      memoryManager.endPageOut(transfer, .written)
      PageShortage.note(write: nil)
      WriteFailures.end()
      return true
    } catch {
      PageShortage.note(write: error)
      WriteFailures.note(error, transfer)
      memoryManager.endPageOut(transfer, error.isOfPlace && !WriteFailures.isOfDisk ? .badSlot : .noDisk)
      return false
    }
  }

  /// Writes that failed one after another. So many bad places in a row there are on no disk: it is the disk, and no slot is given up any more.
  enum WriteFailures {
    private static var mostPlaces: UInt32 { 16 }
    static var isOfDisk: Bool { unsafe failuresInARow > mostPlaces }

    /// The last message is that there will be no further ones.
    static func note(_ error: DiskError, _ transfer: PagingTransfer) {
      if isOfDisk { return }
      unsafe failuresInARow += 1
      report(error, transfer)
      if isOfDisk { print("Nothing can be written to page files. It is tried again every second.") }
    }

    static func end() {
      if isOfDisk { print("Page files can be written to again.") }
      unsafe failuresInARow = 0
    }
  }

  private nonisolated(unsafe) var failuresInARow: UInt32 = 0
#endif
