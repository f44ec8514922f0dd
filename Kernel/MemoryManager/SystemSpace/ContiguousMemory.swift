import Machine

extension MemoryManager {
  /// Consecutive frames within the limits of `request`, mapped; nil if there are none. NT: MmAllocateContiguousMemory
  package func allocateContiguous(_ request: ContiguousRequest) -> VirtualAddress? {
    let pages = request.pages
    guard pages > 0, commitment.withLock({ $0.chargeNonpaged(pages) }) else { return nil }
    if let first = reserveSystemPtes(pages, .system) {
      if let start = takeContiguous(request, first) {
        for page in 0..<pages { machine[first + page] = .kernel(start + page) }
        return first.mapped
      }
      _ = releaseSystemPtes(first, pages, .system)
    }
    commitment.withLock { $0.giveBackNonpaged(pages) }
    return nil
  }

  private func takeContiguous(_ request: ContiguousRequest, _ first: PteAddress) -> PageFrameNumber? {
    pfnDatabase.withLock { database in
      guard let start = database.removeContiguous(request) else { return nil }
      for page in 0..<request.pages {
        database.initialize(start + page, pte: first + page, original: .demandZero(.readWrite), isModified: true)
      }
      return start
    }
  }

  /// Gives back what `allocateContiguous` returned; says so, and changes nothing, if it returned no such address. NT: MmFreeContiguousMemory
  package func freeContiguous(_ address: VirtualAddress) -> SystemPtes.Misuse? {
    let first = address.pte
    guard address.isPageAligned, let pages = systemPtes.withLock({ $0.reservedCount(first) }), ownsFrame(first) else { return .notReserved }
    unmapAndDeletePages(first, pages)
    let misuse = releaseSystemPtes(first, pages, .system)
    commitment.withLock { $0.giveBackNonpaged(pages) }
    return misuse
  }

  /// The frame that `pte` maps was taken for this mapping, and is not a device's or another's.
  func ownsFrame(_ pte: PteAddress) -> Bool {
    let entry = machine[pte]
    return entry.isValid && pfnDatabase.withLock { $0.memory.contains(entry.frame) && $0.entry(entry.frame).pte == pte }
  }
}
