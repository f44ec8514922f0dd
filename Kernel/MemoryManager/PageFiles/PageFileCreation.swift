import Machine

extension MemoryManager {
  /// A page file of `size` slots, all sizes in pages, that may grow to `maximum`. Returns its number. NT: NtCreatePagingFile, without the file
  ///
  /// The sizes must be `minimum <= size <= maximum`, with 2 to 2^20 slots.
  package func addPageFile(size: UInt32, maximum: UInt32, minimum: UInt32) throws(Status) -> UInt32 {
    guard size >= PageFile.smallestSize, minimum <= size, size <= maximum, maximum <= PageFile.largestSize else { throw .invalidParameter }
    guard pfnDatabase.withLock({ $0.pageFiles.count }) < PageFileTable.capacity else { throw .tooManyPagingFiles }
    guard case .block(let place) = allocatePool(.nonpaged, bytes: PageFile.bytes(maximum: maximum), tag: .memoryManager) else {
      throw .insufficientResources
    }
    guard prepareTransfers() else {
      _ = freePool(place, tag: .memoryManager)
      throw .insufficientResources
    }
    let file = PageFile(machine, place)
    file.initialize(size: size, maximum: maximum, minimum: minimum)
    guard let number = pfnDatabase.withLock({ $0.pageFiles.add(file) }) else {
      _ = freePool(place, tag: .memoryManager)
      throw .tooManyPagingFiles
    }
    commitment.withLock { $0.raiseLimit(by: size - 1) }
    return number
  }

  /// The blocks that describe transfers are there, or are made. False if there is no pool.
  private func prepareTransfers() -> Bool {
    if pfnDatabase.withLock({ $0.transfers.isPrepared }) { return true }
    guard case .block(let page) = allocatePool(.nonpaged, bytes: pageSize, tag: .memoryManager) else { return false }
    let isFirst = pfnDatabase.withLock { $0.prepareTransfers(page) }
    if !isFirst { _ = freePool(page, tag: .memoryManager) }
    return true
  }

  /// The file on the disk has `pages` more pages. NT: MiExtendPagingFileMaximum
  package func extendPageFile(_ number: UInt32, by pages: UInt32) throws(Status) {
    guard number < pfnDatabase.withLock({ $0.pageFiles.count }) else { throw .invalidParameter1 }
    guard pfnDatabase.withLock({ $0.pageFiles.grow(file: number, by: pages) }) else { throw .invalidParameter2 }
    commitment.withLock { $0.raiseLimit(by: pages) }
  }
}
