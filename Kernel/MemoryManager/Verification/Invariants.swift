import Machine

extension MemoryManager {
  /// The first rule that does not hold, or nil. It looks at every frame, every page table and every address space, with one noun's lock at a
  /// time: nothing else may run meanwhile.
  package func checkInvariants() -> Violation? {
    pfnDatabase.withLock { $0.checkInvariants() ?? $0.pageFiles.checkInvariants() } ?? checkSystemTables() ?? checkAddressSpaces() ?? checkRuns()
      ?? checkPools()
      ?? checkWorkingSet() ?? checkCommitment() ?? checkResidentAvailable() ?? checkSlots()
  }

  private func checkSystemTables() -> Violation? {
    let (current, system) = (machine.directory, addressSpaces.withLock { $0.systemDirectory })
    machine.switchDirectory(to: system)
    defer { machine.switchDirectory(to: current) }
    return pfnDatabase.withLock { $0.checkPageTables { index in index >= SystemRegion.systemStart.raw >> 22 } }
  }

  private func checkAddressSpaces() -> Violation? {
    var violation: Violation?
    forEachAddressSpace { space in
      guard violation == nil else { return }
      violation = space.isOut ? checkOutswapped(space) : withDirectory(of: space) { checkAddressSpace(space) }
    }
    return violation
  }
}
