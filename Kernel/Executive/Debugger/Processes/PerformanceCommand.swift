#if os(none)
  import Machine
  import MemoryManager

  /// `!perf`: what has happened since the start, under the names of the books. NT: SYSTEM_PERFORMANCE_INFORMATION
  func showPerformance(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    let counters = memoryManager.allFaultCounters()
    print("Page faults            \(counters.faults, width: 10)")
    print("  demand zero          \(counters.demandZero, width: 10)")
    print("  transition           \(counters.transition, width: 10)")
    print("  guard page           \(counters.guardPages, width: 10)")
    print("  access violation     \(counters.accessViolations, width: 10)")
    notYet("  copy on write        ", "sections come later")
    notYet("  cache                ", "the file cache comes later")
    notYet("  cache transition     ", "the file cache comes later")
    print("Working sets")
    print("  trimmed pages        \(counters.trimmed, width: 10)")
    print("  replaced pages       \(counters.replaced, width: 10)")
    notYet("Pages read             ", "page files come later")
    notYet("Page read I/Os         ", "page files come later")
    notYet("Pages written          ", "page files come later")
    notYet("Page write I/Os        ", "page files come later")
    notYet("Mapped pages written   ", "mapped files come later")
    notYet("Mapped write I/Os      ", "mapped files come later")
    print("System calls           \(ServiceTable.calls, width: 10)")
    print("Context switches       \(contextSwitches(), width: 10)")
  }

  /// A counter of something that cannot happen yet.
  private func notYet(_ name: StaticString, _ reason: StaticString) { print("\(name)\(0 as UInt32, width: 10)  (\(reason))") }

  /// Of the threads that there are.
  private func contextSwitches() -> UInt32 {
    var sum: UInt32 = 0
    forEachThread { sum &+= $0.object.contextSwitches }
    return sum
  }
#endif
