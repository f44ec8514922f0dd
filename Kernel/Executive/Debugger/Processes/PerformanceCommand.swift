#if os(none)
  import Machine
  import MemoryManager

  /// `!perf`: what has happened since the start, under the names of the books. NT: SYSTEM_PERFORMANCE_INFORMATION
  func showPerformance(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    showFaults()
    showPaging()
    print("System calls           \(ServiceTable.calls, width: 10)")
    print("Context switches       \(contextSwitches(), width: 10)")
    showRates()
  }

  private func showFaults() {
    let counters = memoryManager.allFaultCounters()
    print("Page faults            \(counters.faults, width: 10)")
    print("  demand zero          \(counters.demandZero, width: 10)")
    print("  transition           \(counters.fromLists, width: 10)")
    print("  hard                 \(counters.hard, width: 10)")
    print("  collided             \(counters.collided, width: 10)")
    print("  guard page           \(counters.guardPages, width: 10)")
    print("  access violation     \(counters.accessViolations, width: 10)")
    notYet("  copy on write        ", "sections come later")
    notYet("  cache                ", "the file cache comes later")
    notYet("  cache transition     ", "the file cache comes later")
    print("Working sets")
    print("  trimmed pages        \(counters.trimmed, width: 10)")
    print("  replaced pages       \(counters.replaced, width: 10)")
  }

  private func showPaging() {
    let counters = memoryManager.pagingCounters()
    print("Pages read             \(counters.pagesRead, width: 10)")
    print("Page read I/Os         \(counters.reads, width: 10)")
    print("Pages written          \(counters.pagesWritten, width: 10)")
    print("Page write I/Os        \(counters.writes, width: 10)")
    notYet("Mapped pages written   ", "mapped files come later")
    notYet("Mapped write I/Os      ", "mapped files come later")
  }

  // MARK: Rates

  /// When they were last asked for; at first since the start.
  private nonisolated(unsafe) var lastAsked = PagingSample()

  private func showRates() {
    let (now, second) = (PagingSample.now(), PagingRates.ofLastSecond)
    let asked = unsafe now.rates(since: lastAsked)
    unsafe lastAsked = now
    print("Per second, in the last one and since the last !perf, \(asked.tick / Clock.ticksPerSecond) seconds ago:")
    rate("  soft faults          ", second.softFaults, asked.softFaults)
    rate("  hard faults          ", second.hardFaults, asked.hardFaults)
    rate("  pages read           ", second.pagesRead, asked.pagesRead)
    rate("  pages written        ", second.pagesWritten, asked.pagesWritten)
  }

  private func rate(_ name: StaticString, _ second: UInt32, _ asked: UInt32) { print("\(name)\(second, width: 10)\(asked, width: 10)") }

  /// A counter of something that cannot happen yet.
  private func notYet(_ name: StaticString, _ reason: StaticString) { print("\(name)\(0 as UInt32, width: 10)  (\(reason))") }

  /// Of the threads that there are.
  private func contextSwitches() -> UInt32 {
    var sum: UInt32 = 0
    forEachThread { sum &+= $0.object.contextSwitches }
    return sum
  }
#endif
