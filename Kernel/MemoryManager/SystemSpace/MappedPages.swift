import Machine

/// Giving system addresses frames and taking them away: the steps that every user of system space shares.
/// Callers have charged the pages: they can be had, but with memory full of what has to be written first, not always at once.
extension MemoryManager {
  /// Maps `count` new frames, not zeroed, writable. False, and none is mapped, if there are not as many now.
  func mapNewPages(_ first: PteAddress, _ count: UInt32) -> Bool {
    for page in 0..<count where !mapNewPage(first + page) {
      unmapAndDeletePages(first, page)
      return false
    }
    return true
  }

  private func mapNewPage(_ pte: PteAddress) -> Bool {
    let frame = pfnDatabase.withLock { database -> PageFrameNumber? in
      guard let frame = database.removeAnyPage() else { return nil }
      database.initialize(frame, pte: pte, original: .demandZero(.readWrite), isModified: true)
      return frame
    }
    guard let frame else { return false }
    machine[pte] = .kernel(frame)
    return true
  }

  /// Maps one new frame of zeroes. False if there is none now.
  func mapZeroedPage(_ pte: PteAddress) -> Bool { mapZeroedPage(pte, container: machine[pte.container].frame) }

  private func mapZeroedPage(_ pte: PteAddress, container: PageFrameNumber) -> Bool {
    let taken = pfnDatabase.withLock { database -> PfnDatabase.Taken? in
      guard let taken = database.removeZeroedPage() else { return nil }
      database.initialize(taken.frame, pte: pte, original: .demandZero(.readWrite), container: container)
      return taken
    }
    guard let taken else { return false }
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    machine[pte] = .kernel(taken.frame)
    return true
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
    let directory = addressSpaces.withLock { $0.systemDirectory }
    guard addPage({ mapZeroedPage(address.pde, container: directory) }) else { return false }
    machine.invalidate(address.pte.asVirtual)
    shareSystemTable(address.pde)
    return true
  }

  /// The part of a bookkeeping table that describes pages `from ..< from + pages` is there, or is made, zeroed. False if there is no memory: what was
  /// made of it waits for the next time.
  func growTable(_ table: VirtualAddress, from: UInt32, _ pages: UInt32, bytesPerPage: UInt32) -> Bool {
    var address = (table + from * bytesPerPage).pageBase
    let end = table + (from + pages) * bytesPerPage
    while address < end {
      if !machine[address.pte].isValid {
        guard addPage({ mapZeroedPage(address.pte) }) else { return false }
      }
      address = address + pageSize
    }
    return true
  }

  /// Charges a page that stays, if there is one.
  private func addPage(_ map: () -> Bool) -> Bool {
    guard commitment.withLock({ $0.chargeNonpaged(1) }) else { return false }
    if map() { return true }
    commitment.withLock { $0.giveBackNonpaged(1) }
    return false
  }
}
