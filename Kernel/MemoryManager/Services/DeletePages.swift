import Machine

extension MemoryManager {
  /// Makes every entry of `pages` `left` (zero or decommitted) and frees what it named; page tables that are empty then are freed too.
  /// NT: MiDeleteVirtualAddresses
  @inline(never)
  func deletePages(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory, leaving left: Pte) {
    forEachTable(pages) { part, isPresent in
      if isPresent { deletePagesOfTable(part, &memory, left) }
    }
  }

  private func deletePagesOfTable(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory, _ left: Pte) {
    let first = VirtualAddress(pages.lowerBound << 12)
    let end = first.pte + pages.count32
    // Most pages of most ranges have never been touched.
    let used = left == .zero ? firstUsed(first.pte, end) : first.pte
    if used < end { deleteEntries(first, used, end, &memory, left) }
    if memory.pageTables.used(first) == 0 { deleteUserPageTable(first) }
  }

  /// `pte ..< end` are entries of the page table that maps `address`.
  private func deleteEntries(_ address: VirtualAddress, _ pte: PteAddress, _ end: PteAddress, _ memory: inout UserMemory, _ left: Pte) {
    var (pte, cleared, filled) = (pte, UInt32(0), UInt32(0))
    pfnDatabase.withLock { database in
      while pte < end {
        let old = machine[pte]
        if old != left {
          if old == .zero { filled &+= 1 } else { deletePage(old, pte, &memory.workingSet, &database) }
          if old != .zero && left == .zero { cleared &+= 1 }
          machine[pte] = left
        }
        pte = pte + 1
        if old == .zero && left == .zero { pte = firstUsed(pte, end) }
      }
    }
    memory.pageTables.addUsed(address, filled &- cleared)
  }

  /// The first entry from `pte` on that is not zero, or `end`: four are looked at at a time.
  private func firstUsed(_ pte: PteAddress, _ end: PteAddress) -> PteAddress {
    var pte = pte
    while end.raw &- pte.raw >= 16, machine[pte].raw | machine[pte + 1].raw | machine[pte + 2].raw | machine[pte + 3].raw == 0 { pte = pte + 4 }
    while pte < end, machine[pte] == .zero { pte = pte + 1 }
    return pte
  }

  /// Frees what an entry named. NT: MiDeletePte
  @inline(__always)
  private func deletePage(_ old: Pte, _ pte: PteAddress, _ workingSet: inout WorkingSet, _ database: inout PfnDatabase) {
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
