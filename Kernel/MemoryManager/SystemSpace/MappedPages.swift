import Machine

/// Giving system addresses frames and taking them away: the steps that every user of system space shares.
/// Callers have charged the commitment, so a page is always there.
extension MemoryManager {
  /// Maps `count` new frames, not zeroed, writable.
  func mapNewPages(_ first: PteAddress, _ count: UInt32) {
    for page in 0..<count { mapNewPage(first + page) }
  }

  private func mapNewPage(_ pte: PteAddress) {
    let frame = pfnDatabase.withLock { database -> PageFrameNumber in
      guard let frame = database.removeAnyPage() else { Stop.noPagesAvailable.now(database.modified.count) }
      database.initialize(frame, pte: pte, original: .demandZero(.readWrite), isModified: true)
      return frame
    }
    machine[pte] = .kernel(frame)
  }

  /// Maps one new frame of zeroes.
  func mapZeroedPage(_ pte: PteAddress) { mapZeroedPage(pte, container: machine[pte.container].frame) }

  private func mapZeroedPage(_ pte: PteAddress, container: PageFrameNumber) {
    let taken = pfnDatabase.withLock { database -> PfnDatabase.Taken in
      guard let taken = database.removeZeroedPage() else { Stop.noPagesAvailable.now(database.modified.count) }
      database.initialize(taken.frame, pte: pte, original: .demandZero(.readWrite), container: container)
      return taken
    }
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    machine[pte] = .kernel(taken.frame)
  }

  /// Makes the PTEs zero, forgets their translations and frees the frames.
  func unmapAndDeletePages(_ first: PteAddress, _ count: UInt32) {
    for page in 0..<count {
      let pte = first + page
      let old = machine[pte]
      machine[pte] = .zero
      machine.invalidate(pte.mapped)
      pfnDatabase.withLock { $0.delete(old, mappedBy: pte) }
    }
  }

  /// The page table that maps `address` is there, or is made: zeroed, charged, and never taken away. False if there is no memory.
  func makePageTable(for address: VirtualAddress) -> Bool {
    if machine[address.pde].isValid { return true }
    guard commitment.withLock({ $0.chargeNonpaged(1) }) else { return false }
    mapZeroedPage(address.pde, container: addressSpaces.withLock { $0.systemDirectory })
    machine.invalidate(address.pte.asVirtual)
    shareSystemTable(address.pde)
    return true
  }

  /// The part of a bookkeeping table that describes pages `from ..< from + pages` is there, or is made, zeroed. False if there is no memory.
  func growTable(_ table: VirtualAddress, from: UInt32, _ pages: UInt32, bytesPerPage: UInt32) -> Bool {
    var address = (table + from * bytesPerPage).pageBase
    let end = table + (from + pages) * bytesPerPage
    while address < end {
      if !machine[address.pte].isValid {
        guard commitment.withLock({ $0.chargeNonpaged(1) }) else { return false }
        mapZeroedPage(address.pte)
      }
      address = address + pageSize
    }
    return true
  }
}
