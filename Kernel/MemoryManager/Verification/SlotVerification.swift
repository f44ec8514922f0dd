import Machine

/// Every slot in use is that of one page: of one that is there, by what its frame remembers, or of one that is not, by its entry in a page table.
extension MemoryManager {
  func checkSlots() -> Violation? {
    var named = pfnDatabase.withLock { $0.slotsOfFrames() } + countPagedPool(isInSlot) + countSystemPages(isInSlot)
    var areTablesOut = false
    forEachAddressSpace { space in if space.isOut { areTablesOut = true } }
    inEachAddressSpace { space in named += slotsOfTables(space, &areTablesOut) }
    let (used, lost) = pfnDatabase.withLock { ($0.pageFiles.used(), $0.pageFiles.lost) }
    // What is in page tables that are out nobody can say.
    return named <= used && (areTablesOut || used <= named + lost) ? nil : Violation(.slotsInUse, expected: named, found: used)
  }

  private func slotsOfTables(_ space: AddressSpace, _ areTablesOut: inout Bool) -> UInt32 {
    var count: UInt32 = 0
    for table in 0...space.highestAddress.raw >> 22 {
      let place = VirtualAddress(table << 22).pde
      let pde = machine[place]
      if isInSlot(pde.state) { count += 1 }
      guard pde.isValid else {
        if pde != .zero { areTablesOut = true }
        continue
      }
      guard !pde.isLarge else { continue }
      for page in 0..<pagesPerTable where isInSlot(machine[place.table + page].state) { count += 1 }
    }
    return count
  }

  private func isInSlot(_ state: Pte.State) -> Bool { if case .pageFile = state { true } else { false } }
}

extension PfnDatabase {
  fileprivate func slotsOfFrames() -> UInt32 {
    countFrames { entry in
      switch entry.state.location {
      case .zeroed, .free, .bad: false
      case .active, .standby, .modified, .modifiedNoWrite: entry.original.namesSlot
      case .transition: entry.pte.raw != 0 && entry.original.namesSlot
      }
    }
  }

  /// Pages that are still being read or written, though nobody has them any more.
  func deletedInTransfer() -> UInt32 { countFrames { $0.state.location == .transition && $0.isDeleted } }

  @inline(never)
  private func countFrames(_ isCounted: (PfnEntry) -> Bool) -> UInt32 {
    var count: UInt32 = 0
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      for page in 0..<run.count where isCounted(entry(run.start + page)) { count += 1 }
    }
    return count
  }
}
