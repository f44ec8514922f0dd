import Machine

extension MemoryManager {
  /// Commits pages of a reservation. Those that were committed already get the new protection. NT: the MEM_COMMIT part of NtAllocateVirtualMemory
  @inline(never)
  func commit(
    _ pages: ClosedRange<UInt32>, _ protection: Protection, _ space: AddressSpace, _ creation: inout AddressCreation
  ) throws(Restart) -> Status {
    try space.memory.withLock { memory throws(Restart) in
      guard let vad = memory.vads.find(pages.lowerBound), pages.upperBound <= vad.end, vad.isPaged else { return .conflictingAddresses }
      guard !protection.isCopyOnWrite else { return .invalidPageProtection }
      if vad.isCommitted && protection == vad.protection && isUntouched(pages) { return .success }
      let areTablesThere = try requireTables(pages)
      let missing = pages.count32 - committedPages(pages, vad)
      let tables = memory.pageTables.uncharged(pages)
      let status = chargeCommitment(missing + tables, resident: tables, &creation)
      guard status == .success else { return status }
      memory.pageTables.markCharged(pages)
      vad.touch()
      do throws(Restart) { if !areTablesThere { try makeUserPageTables(pages) } } catch {
        giveBackCommitment(missing, &creation)
        throw error
      }
      for page in pages { commit(page, protection, vad, &memory) }
      vad.commitCharge += missing
      return .success
    }
  }

  private func commit(_ page: UInt32, _ protection: Protection, _ vad: Vad, _ memory: inout UserMemory) {
    let address = VirtualAddress(page << 12)
    let pte = machine[address.pte]
    switch pte.state {
    case .unknown:
      // In memory that was committed as a whole, nothing means what the range says.
      if vad.isCommitted && vad.protection == protection { return }
      machine[address.pte] = .demandZero(protection)
      memory.pageTables.addUsed(address)
    case .demandZero, .transition, .pageFile, .valid: setProtection(of: address, pte, protection, &memory)
    case .prototype: break
    }
  }

  /// The pages that are committed, by looking at each entry of a range that was touched; whole tables that are not there are passed over.
  func committedPages(_ pages: ClosedRange<UInt32>, _ vad: Vad) -> UInt32 {
    guard vad.isTouched else { return vad.isCommitted ? pages.count32 : 0 }
    var count: UInt32 = 0
    forEachTable(pages) { part, isPresent in
      guard isPresent else {
        if vad.isCommitted { count += part.count32 }
        return
      }
      for page in part where isCommitted(machine[VirtualAddress(page << 12).pte], vad) { count += 1 }
    }
    return count
  }

  func isCommitted(_ pte: Pte, _ vad: Vad) -> Bool { pte == .zero ? vad.isCommitted : pte != .decommitted }

  private func isUntouched(_ pages: ClosedRange<UInt32>) -> Bool {
    var isUntouched = true
    forEachTable(pages) { part, _ in if machine[VirtualAddress(part.lowerBound << 12).pde] != .zero { isUntouched = false } }
    return isUntouched
  }

  /// The part of `pages` in each page table, and whether that table is there.
  @inline(__always)
  func forEachTable(_ pages: ClosedRange<UInt32>, _ body: (ClosedRange<UInt32>, Bool) -> Void) {
    var first = pages.lowerBound
    while true {
      let last = min(pages.upperBound, first | (pagesPerTable - 1))
      body(first...last, machine[VirtualAddress(first << 12).pde].isValid)
      if last == pages.upperBound { return }
      first = last + 1
    }
  }

  /// All tables that map `pages` are there, or are made.
  func makeUserPageTables(_ pages: ClosedRange<UInt32>) throws(Restart) {
    var first = pages.lowerBound
    while true {
      try makeUserPageTable(VirtualAddress(first << 12))
      let last = first | (pagesPerTable - 1)
      if last >= pages.upperBound { return }
      first = last + 1
    }
  }
}
