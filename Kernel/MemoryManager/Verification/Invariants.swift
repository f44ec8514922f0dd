import Machine

extension MemoryManager {
  /// The first rule that does not hold, or nil. It looks at every frame and every system page table, with one noun's lock at a time:
  /// nothing else may run meanwhile.
  package func checkInvariants() -> Violation? {
    pfnDatabase.withLock { $0.checkInvariants() ?? $0.checkPageTables() } ?? checkRuns() ?? checkPools() ?? checkWorkingSet() ?? checkCommitment()
  }
}
