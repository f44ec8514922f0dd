#if os(none)
  import Machine
  import MemoryManager

  /// `!sysptes`: the two stretches of system PTEs.
  func showSystemPtes(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    print("System PTE Information")
    memoryManager.systemPtes.withLock { show("System PTEs", $0) }
    memoryManager.nonpagedExpansion.withLock { show("Nonpaged pool expansion", $0) }
  }

  private func show(_ name: StaticString, _ ptes: borrowing SystemPtes) {
    print("\n  \(name): \(ptes.start) - \(VirtualAddress(ptes.start.raw + ptes.limit << 12 - 1))")
    print("    Limit          \(ptes.limit, width: 8)")
    print("    Grown to       \(ptes.total, width: 8)")
    print("    In use         \(ptes.inUse, width: 8)")
    print("    Free           \(ptes.runs.freePages, width: 8) in \(ptes.runs.freeRuns) runs")
    print("    Kept by length \(ptes.cachedPages, width: 8)")
    print("    Failures       \(ptes.failures, width: 8)")
  }
#endif
