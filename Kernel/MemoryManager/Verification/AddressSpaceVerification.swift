import Machine

/// One process: its ranges, page tables, resident pages and promises agree. Its directory is in force.
extension MemoryManager {
  func checkAddressSpace(_ space: AddressSpace) -> Violation? {
    let last = space.highestAddress.raw >> 22
    let (pages, hyperspace) = (SystemRegion.pageTables.start.raw >> 22, SystemRegion.hyperspace.start.raw >> 22)
    return pfnDatabase.withLock { $0.checkPageTables { index in index <= last || index == pages || index == hyperspace } }
      ?? space.memory.withLock { checkMemory(&$0, last) } ?? checkPromises(space)
  }

  // MARK: Page tables and resident pages

  private func checkMemory(_ memory: inout UserMemory, _ lastTable: UInt32) -> Violation? {
    guard memory.vads.checkInvariants() else { return Violation(.vadTree) }
    if let violation = checkEntries(&memory.workingSet) { return violation }
    var resident: UInt32 = 0
    for index in 0...lastTable {
      if let violation = checkTable(index, &memory, &resident) { return violation }
    }
    let size = memory.workingSet.size
    return resident == size ? nil : Violation(.workingSetSize, expected: resident, found: size)
  }

  private func checkTable(_ index: UInt32, _ memory: inout UserMemory, _ resident: inout UInt32) -> Violation? {
    let first = VirtualAddress(index << 22)
    let pde = machine[first.pde]
    if pde.isValid && pde.isLarge { return memory.vads.find(first.page)?.kind == .largePages ? nil : Violation(.pageInNoRange, at: first.raw) }
    // What is in a page table that is out nobody can say.
    if !pde.isValid && pde != .zero { return memory.pageTables.isCharged(index) ? nil : Violation(.tableNotCharged, at: first.raw) }
    var used: UInt32 = 0
    if pde.isValid {
      guard memory.pageTables.isCharged(index) else { return Violation(.tableNotCharged, at: first.raw) }
      for page in first.page..<first.page + pagesPerTable {
        let pte = machine[VirtualAddress(page << 12).pte]
        guard pte != .zero else { continue }
        used += 1
        if pte.isValid { resident += 1 }
        guard let vad = memory.vads.find(page) else { return Violation(.pageInNoRange, at: page << 12, found: pte.raw) }
        guard vad.isTouched else { return Violation(.pageUntouched, at: page << 12, found: pte.raw) }
      }
    }
    let counted = memory.pageTables.used(first)
    return counted == used ? nil : Violation(.tableInUse, at: first.raw, expected: used, found: counted)
  }

  // MARK: Promises

  private func checkPromises(_ space: AddressSpace) -> Violation? {
    let (charge, size) = space.creation.withLock { ($0.commitCharge, $0.virtualPages) }
    return space.memory.withLock { memory in
      var (charged, pages) = (Self.pagesOfEveryAddressSpace + memory.pageTables.charges, UInt32(0))
      var next = memory.vads.first
      while let vad = next {
        let isOut = hasTableOut(vad)
        let committed = isOut ? vad.commitCharge : vad.kind == .largePages ? vad.pageCount : committedPages(vad.start...vad.end, vad)
        guard vad.commitCharge == committed else {
          return Violation(.vadCommitment, at: vad.start << 12, expected: committed, found: vad.commitCharge)
        }
        charged += committed
        pages += vad.pageCount
        next = memory.vads.next(after: vad)
      }
      guard charged == charge else { return Violation(.processCommitment, at: space.directory.raw, expected: charged, found: charge) }
      return pages == size ? nil : Violation(.virtualSize, at: space.directory.raw, expected: pages, found: size)
    }
  }

  private func hasTableOut(_ vad: Vad) -> Bool {
    for table in vad.start >> 10...vad.end >> 10 {
      let pde = machine[VirtualAddress(table << 22).pde]
      if !pde.isValid && pde != .zero { return true }
    }
    return false
  }

  /// Pages that the process was promised and that are in no frame.
  func unusedCommitment(_ space: AddressSpace) -> UInt32 {
    let charge = space.creation.withLock { $0.commitCharge }
    var used = Self.pagesOfEveryAddressSpace
    for index in 0...space.highestAddress.raw >> 22 {
      let first = VirtualAddress(index << 22)
      let pde = machine[first.pde]
      if case .transition = pde.state { used += 1 }
      guard pde.isValid else { continue }
      if pde.isLarge {
        used += pagesPerTable
        continue
      }
      used += 1
      for page in 0..<pagesPerTable {
        switch machine[first.pte + page].state {
        case .valid, .transition: used += 1
        case .unknown, .demandZero, .pageFile, .prototype: break
        }
      }
    }
    return charge - used
  }
}
