import Machine

extension MemoryManager {
  /// The first touch of a page: it gets a frame of zeroes. The working set has room for it. NT: MiResolveDemandZeroFault
  @inline(__always)
  func resolveDemandZero(
    _ fault: PageFault, _ protection: Protection, _ workingSet: inout WorkingSet, isUser: Bool = false
  ) -> FaultResolution {
    let pte = fault.address.pte
    let taken = pfnDatabase.withLock { database -> PfnDatabase.Taken? in
      guard let taken = database.removeZeroedPageForFault() else { return nil }
      database.initialize(taken.frame, pte: pte, original: .demandZero(protection))
      database.entry(taken.frame).workingSetIndex = workingSet.insert(fault.address)
      return taken
    }
    guard let taken else { return .noPage }
    // The page is not in any page table yet: no one can see what it held before.
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    machine[pte] = .resolved(taken.frame, protection, dirty: fault.access == .write, isUser: isUser)
    workingSet.counters.demandZero &+= 1
    return .resolved
  }

  /// Sees to it that the list can take another entry. It grows by a page for each 1,024, out of the pages held back if need be; if it cannot, the
  /// set gives up a page. False if it has none to give.
  @inline(__always)
  func makeRoom(_ workingSet: inout WorkingSet) -> Bool { !workingSet.isFull || growList(&workingSet) || replacePage(&workingSet) }

  func growList(_ workingSet: inout WorkingSet) -> Bool {
    guard commitment.withLock({ $0.chargeReserve(1) }) else { return false }
    guard mapZeroedPage(workingSet.nextListPage.pte) else {
      commitment.withLock { $0.giveBackNonpaged(1) }
      return false
    }
    workingSet.grow()
    return true
  }

  @inline(never)
  private func replacePage(_ workingSet: inout WorkingSet) -> Bool {
    guard let index = workingSet.nextReplaced() else { return false }
    freeEntry(index, &workingSet)
    workingSet.counters.replaced &+= 1
    return true
  }
}
