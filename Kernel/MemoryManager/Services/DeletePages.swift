import Machine

extension MemoryManager {
  /// Makes every entry of `pages` `left` (zero or decommitted) and frees what it named; page tables that are empty then are freed too.
  /// NT: MiDeleteVirtualAddresses
  func deletePages(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory, leaving left: Pte) {
    forEachTable(pages) { part, isPresent in
      if isPresent { deletePagesOfTable(part, &memory, left) }
    }
  }

  private func deletePagesOfTable(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory, _ left: Pte) {
    let first = VirtualAddress(pages.lowerBound << 12)
    var (cleared, filled) = (UInt32(0), UInt32(0))
    pfnDatabase.withLock { database in
      var pte = first.pte
      let end = pte + pages.count32
      while pte < end {
        let old = machine[pte]
        if old != left {
          if old == .zero { filled &+= 1 } else { deletePage(old, pte, &memory.workingSet, &database) }
          if old != .zero && left == .zero { cleared &+= 1 }
          machine[pte] = left
        }
        pte = pte + 1
      }
    }
    memory.pageTables.addUsed(first, filled)
    if memory.pageTables.removeUsed(first, cleared) == 0 { deleteUserPageTable(first) }
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
    case .demandZero, .unknown, .pageFile, .prototype: break
    }
  }
}
