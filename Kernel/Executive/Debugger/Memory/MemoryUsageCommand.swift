#if os(none)
  import Machine
  import MemoryManager

  /// `!memusage`: the page lists, and what the pages in use are used for.
  func showMemoryUsage(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    let (counts, usage) = memoryManager.pfnDatabase.withLock { ($0.countedFrames(), $0.usage()) }
    for raw in 0..<PageLocation.count {
      guard let location = PageLocation(rawValue: raw) else { continue }
      print("\(location.name, width: 16) \(counts[location], width: 8) (\(counts[location] << 2, width: 9) kb)")
      if location == .standby { showStandby() }
    }
    print("\nPages in use, by what maps them:")
    for raw in 0..<FrameUse.count {
      guard let use = FrameUse(rawValue: raw), usage[use] > 0 else { continue }
      print("  \(use.name, width: 32) \(usage[use], width: 8) (\(usage[use] << 2, width: 9) kb)")
    }
    showFaults()
  }

  /// Each list that has pages; the lowest priority is reused first.
  private func showStandby() {
    for priority in 0..<StandbyLists.priorities {
      let pages = memoryManager.pfnDatabase.withLock { $0.standby[priority].count }
      if pages > 0 { print("  priority \(priority)     \(pages, width: 8) (\(pages << 2, width: 9) kb)") }
    }
  }

  private func showFaults() {
    let (counters, size, peak) = memoryManager.systemWorkingSet.withLock { ($0.counters, $0.size, $0.peak) }
    print("\nSystem working set: \(size) pages, peak \(peak); ", terminator: "")
    show(counters)
    print("All working sets: ", terminator: "")
    show(memoryManager.allFaultCounters())
  }

  private func show(_ counters: FaultCounters) {
    print("faults \(counters.faults), of them demand zero \(counters.demandZero), transition \(counters.fromLists)", terminator: "")
    print(", hard \(counters.hard); trimmed \(counters.trimmed)")
  }
#endif
