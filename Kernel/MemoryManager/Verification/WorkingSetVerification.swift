import Machine

extension MemoryManager {
  /// The system working set names exactly the resident pages of paged pool, and their frames know their entries.
  func checkWorkingSet() -> Violation? {
    systemWorkingSet.withLock { workingSet in
      if let violation = checkEntries(&workingSet) { return violation }
      let resident = countPagedPool { if case .valid = $0 { true } else { false } }
      return resident == workingSet.size ? nil : Violation(.workingSetSize, expected: resident, found: workingSet.size)
    }
  }

  /// Every entry names a resident page whose frame knows the entry.
  func checkEntries(_ workingSet: inout WorkingSet) -> Violation? {
    guard workingSet.checkInvariants() else { return Violation(.workingSetList) }
    for index in 0..<workingSet.capacity where workingSet[index].isValid {
      let pte = machine[workingSet[index].address.pte]
      guard case .valid(let frame) = pte.state else { return Violation(.workingSetIndex, at: index, found: pte.raw) }
      let known = pfnDatabase.withLock { $0.entry(frame).workingSetIndex }
      guard known == index else { return Violation(.workingSetIndex, at: index, expected: index, found: known) }
    }
    return nil
  }

  /// Pages promised are the pages in use, those of paged pool that are in none, and what processes have not made use of.
  func checkCommitment() -> Violation? {
    var unused: UInt32 = 0
    forEachAddressSpace { space in
      unused += space.isOut ? unusedCommitment(ofOutswapped: space) : withDirectory(of: space) { unusedCommitment(space) }
    }
    let absent = countPagedPool(isAbsent) + countSystemPages(isAbsent)
    let inUse = pfnDatabase.withLock { $0.memory.frames - $0.zeroed.count - $0.free.count - $0.beingZeroed - $0.deletedInTransfer() }
    let charged = commitment.withLock { $0.charged }
    let expected = inUse + absent + unused
    return charged == expected ? nil : Violation(.commitment, expected: expected, found: charged)
  }

  /// What cannot be paged out is charged, and what processes are sure of and have no page for.
  func checkResidentAvailable() -> Violation? {
    var expected = pfnDatabase.withLock { $0.nonpagedFrames() }
    if keepsExecutiveResident { expected += countPagedPool { $0 != .unknown } }
    forEachAddressSpace { space in
      expected += space.isOut ? unusedResident(ofOutswapped: space) : withDirectory(of: space) { unusedResident(space) }
    }
    let charged = commitment.withLock { $0.residentCharged }
    return charged == expected ? nil : Violation(.residentAvailable, expected: expected, found: charged)
  }

  /// Its working set's minimum, and page tables that are charged and not there yet; the process is in force.
  private func unusedResident(_ space: AddressSpace) -> UInt32 {
    let isDeleted = space.creation.withLock { $0.isDeleted }
    return space.memory.withLock { memory in
      var unused = memory.pageTables.charges + (isDeleted ? 0 : memory.workingSet.minimum)
      for index in 0...space.highestAddress.raw >> 22 {
        let pde = machine[VirtualAddress(index << 22).pde]
        if pde.isValid && !pde.isLarge { unused -= 1 }
      }
      return unused
    }
  }

  private func isAbsent(_ state: Pte.State) -> Bool {
    switch state {
    case .demandZero, .pageFile: true
    case .valid, .transition, .unknown, .prototype: false
    }
  }

  func countPagedPool(_ isCounted: (Pte.State) -> Bool) -> UInt32 { count(SystemRegion.pagedPool, isCounted) }
  /// Among what system PTEs map lie stacks and what is left of processes that are out, and nothing else there is ever out.
  func countSystemPages(_ isCounted: (Pte.State) -> Bool) -> UInt32 { count(SystemRegion.systemPtes, isCounted) }

  private func count(_ region: SystemRegion, _ isCounted: (Pte.State) -> Bool) -> UInt32 {
    var (count, address) = (UInt32(0), region.start)
    while address <= region.last {
      if machine[address.pde].isValid {
        for page in 0..<pagesPerTable where isCounted(machine[address.pte + page].state) { count += 1 }
      }
      address = address + pagesPerTable << 12
    }
    return count
  }
}
