import Machine

/// Whole pages for the pools and back. What the pools hold is charged before, so that no more is handed out than can be had.
extension MemoryManager {
  /// `count` consecutive pages, mapped (nonpaged) or to come with the first touch (paged). NT: MiAllocatePoolPages
  func takePoolPages(_ type: PoolType, _ count: UInt32) -> UInt32? {
    if count == 1, let spare = withPool(type, { pool, _ in pool.takeSpare() }) { return spare }
    let resident = staysResident(type) ? count : 0
    guard commitment.withLock({ $0.charge(count, resident: resident) }) == .success else { return nil }
    return takeChargedPages(type, count, resident: resident)
  }

  /// Nonpaged ones, out of those held back.
  func takeReservePages(_ count: UInt32) -> UInt32? {
    guard commitment.withLock({ $0.chargeReserve(count) }) else { return nil }
    return takeChargedPages(.nonpaged, count, resident: count)
  }

  @inline(__always)
  private func takeChargedPages(_ type: PoolType, _ count: UInt32, resident: UInt32) -> UInt32? {
    guard let index = type == .nonpaged ? takeNonpagedPages(count) : takePagedPages(count) else {
      commitment.withLock { $0.giveBack(count, resident: resident) }
      return nil
    }
    withPool(type) { pool, _ in pool.notePages(added: count) }
    return index
  }

  /// Returns how many pages the run had; nil if none starts at `index`. NT: MiFreePoolPages
  func giveBackPoolPages(_ type: PoolType, _ index: UInt32) -> UInt32? {
    guard let count = poolRunLength(type, index) else { return nil }
    if count == 1, withPool(type, { pool, _ in pool.keepSpare(index) }) { return 1 }
    deletePoolPages(type, index, count)
    return count
  }

  /// Nobody uses the run of pages any more.
  func deletePoolPages(_ type: PoolType, _ index: UInt32, _ count: UInt32) {
    if type == .nonpaged { giveBackNonpagedPages(index, count) } else { giveBackPagedPages(index, count) }
    withPool(type) { pool, _ in pool.notePages(removed: count) }
    let resident = staysResident(type) ? count : 0
    commitment.withLock { $0.giveBack(count, resident: resident) }
  }

  /// Pages of the pool are never out: nonpaged ones by nature, the others if someone wants it so.
  private func staysResident(_ type: PoolType) -> Bool { type == .nonpaged || keepsExecutiveResident }

  private func poolRunLength(_ type: PoolType, _ index: UInt32) -> UInt32? {
    if type == .paged { return pagedPool.withLock { $0.runs.allocatedLength(index) } }
    if index < NonpagedPool.firstExpansion { return nonpagedPool.withLock { $0.initial.allocatedLength(index) } }
    return nonpagedExpansion.withLock { $0.reservedCount(NonpagedPool.address(index).pte) }
  }

  // MARK: Nonpaged

  private func takeNonpagedPages(_ count: UInt32) -> UInt32? {
    let initial = nonpagedPool.withLock { $0.initial.allocate(count) }
    guard let index = initial ?? takeExpansionPages(count) else { return nil }
    if mapNewPages(NonpagedPool.address(index).pte, count) { return index }
    releaseNonpagedRun(index, count)
    return nil
  }

  private func takeExpansionPages(_ count: UInt32) -> UInt32? {
    guard let pte = reserveSystemPtes(count, .nonpagedPoolExpansion) else { return nil }
    return NonpagedPool.index(pte.mapped)
  }

  private func giveBackNonpagedPages(_ index: UInt32, _ count: UInt32) {
    unmapAndDeletePages(NonpagedPool.address(index).pte, count)
    releaseNonpagedRun(index, count)
  }

  private func releaseNonpagedRun(_ index: UInt32, _ count: UInt32) {
    if index < NonpagedPool.firstExpansion {
      _ = nonpagedPool.withLock { $0.initial.release(index) }
    } else {
      _ = releaseSystemPtes(NonpagedPool.address(index).pte, count, .nonpagedPoolExpansion)
    }
  }

  // MARK: Paged

  private func takePagedPages(_ count: UInt32) -> UInt32? {
    let index = pagedPool.withLock { pool -> UInt32? in
      while true {
        if let index = pool.runs.allocate(count) { return index }
        guard growPagedPool(&pool) else { return nil }
      }
    }
    guard let index else { return nil }
    let first = PagedPool.address(index).pte
    for page in 0..<count { machine[first + page] = .demandZero(.readWrite) }
    return index
  }

  private func growPagedPool(_ pool: inout PagedPool) -> Bool {
    let grown = pool.runs.grown
    let pages = min(pagesPerTable, pool.limit - grown)
    guard pages > 0 else { return false }
    guard growTable(pool.runs.table, from: grown, pages, bytesPerPage: PageRuns.bytesPerPage),
      growTable(SystemLayout.pagedPoolPages, from: grown, pages, bytesPerPage: PoolPage.bytes),
      makePageTable(for: PagedPool.address(grown))
    else { return false }
    pool.runs.grow(pages)
    return true
  }

  private func giveBackPagedPages(_ index: UInt32, _ count: UInt32) {
    let first = PagedPool.address(index).pte
    systemWorkingSet.withLock { workingSet in
      for page in 0..<count { deletePagedPage(first + page, &workingSet) }
    }
    _ = pagedPool.withLock { $0.runs.release(index) }
  }

  /// Makes the PTE zero and frees what it named. NT: MiDeletePte, for a page of the system
  private func deletePagedPage(_ pte: PteAddress, _ workingSet: inout WorkingSet) {
    // With the lock held nobody takes a frame from the standby list, and writes the entry.
    pfnDatabase.withLock { database in
      let old = machine[pte]
      machine[pte] = .zero
      switch old.state {
      case .valid(let frame):
        machine.invalidate(pte.mapped)
        workingSet.remove(database.entry(frame).workingSetIndex)
        database.delete(old, mappedBy: pte)
      case .transition(let frame, _): database.deleteTransition(frame)
      case .pageFile: database.pageFiles.release(old)
      case .demandZero, .unknown, .prototype: break
      }
    }
  }
}
