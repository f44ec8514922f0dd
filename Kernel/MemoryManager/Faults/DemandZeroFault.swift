import Machine

extension MemoryManager {
  /// The first touch of a page: it gets a frame of zeroes. NT: MiResolveDemandZeroFault
  func resolveDemandZero(_ fault: PageFault, _ protection: Protection, _ workingSet: inout WorkingSet) -> FaultResolution {
    let pte = fault.address.pte
    makeRoom(&workingSet)
    let taken = pfnDatabase.withLock { database -> PfnDatabase.Taken? in
      guard let taken = database.removeZeroedPage() else { return nil }
      database.initialize(taken.frame, pte: pte, original: .demandZero(protection))
      database.entry(taken.frame).workingSetIndex = workingSet.insert(fault.address)
      return taken
    }
    guard let taken else { return .noPage }
    // The page is not in any page table yet: no one can see what it held before.
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    machine[pte] = .resolved(taken.frame, protection, dirty: fault.access == .write)
    workingSet.demandZeroFaults &+= 1
    return .resolved
  }

  /// Sees to it that the working set can take another page. Its list grows by a page for each 1,024, out of the pages held back.
  @inline(__always)
  func makeRoom(_ workingSet: inout WorkingSet) { if workingSet.isFull { growList(&workingSet) } }

  private func growList(_ workingSet: inout WorkingSet) {
    commitment.withLock { $0.chargeReserve(1) }
    mapZeroedPage(workingSet.nextListPage.pte)
    workingSet.grow()
  }
}
