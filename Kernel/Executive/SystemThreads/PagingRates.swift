#if os(none)
  import Machine
  import MemoryManager

  /// What paging has done since the start, at one moment.
  struct PagingSample {
    private(set) var tick: UInt32 = 0
    private(set) var softFaults: UInt32 = 0
    private(set) var hardFaults: UInt32 = 0
    private(set) var pagesRead: UInt32 = 0
    private(set) var pagesWritten: UInt32 = 0

    static func now() -> PagingSample {
      let (faults, paging) = (memoryManager.allFaultCounters(), memoryManager.pagingCounters())
      return PagingSample(
        tick: tickCount(), softFaults: faults.soft, hardFaults: faults.hard, pagesRead: paging.pagesRead, pagesWritten: paging.pagesWritten)
    }

    /// What has happened since `earlier`, by the second, rounded down.
    func rates(since earlier: PagingSample) -> PagingSample {
      let ticks = tick &- earlier.tick
      return PagingSample(
        tick: ticks, softFaults: Self.rate(softFaults, earlier.softFaults, ticks), hardFaults: Self.rate(hardFaults, earlier.hardFaults, ticks),
        pagesRead: Self.rate(pagesRead, earlier.pagesRead, ticks), pagesWritten: Self.rate(pagesWritten, earlier.pagesWritten, ticks))
    }

    private static func rate(_ now: UInt32, _ earlier: UInt32, _ ticks: UInt32) -> UInt32 {
      guard ticks > 0 else { return 0 }
      let events = now &- earlier
      return events / ticks &* Clock.ticksPerSecond &+ events % ticks &* Clock.ticksPerSecond / ticks
    }
  }

  /// The samples that the balance set manager takes once a second.
  enum PagingRates {
    private nonisolated(unsafe) static var last = PagingSample()
    private nonisolated(unsafe) static var beforeLast = PagingSample()

    static func takeSample() {
      let sample = PagingSample.now()
      unsafe (beforeLast, last) = (last, sample)
    }

    /// Those of the second that ended last.
    static var ofLastSecond: PagingSample { unsafe last.rates(since: beforeLast) }
  }
#endif
