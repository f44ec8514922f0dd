import Machine

/// How many frames are in each state. NT: the first lines of !vm and !memusage
package struct PageCounts: Equatable {
  private var counts = InlineArray<8, UInt32>(repeating: 0)
  package init() {}
  package subscript(location: PageLocation) -> UInt32 {
    get { counts[Int(location.rawValue)] }
    set { counts[Int(location.rawValue)] = newValue }
  }
  /// All frames.
  package var sum: UInt32 {
    var sum: UInt32 = 0
    for index in 0..<8 { sum += counts[index] }
    return sum
  }
  package static func == (a: Self, b: Self) -> Bool {
    for index in 0..<8 where a.counts[index] != b.counts[index] { return false }
    return true
  }
}

extension PfnDatabase {
  /// By looking at every frame.
  @inline(never)
  package func countedFrames() -> PageCounts {
    var counts = PageCounts()
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      for page in 0..<run.count { counts[entry(run.start + page).state.location] += 1 }
    }
    return counts
  }

  /// Frames in use that cannot be paged out, by looking at every frame: all but those of paged pool and of processes.
  package func nonpagedFrames() -> UInt32 {
    var count: UInt32 = 0
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      for page in 0..<run.count where isNonpaged(entry(run.start + page)) { count += 1 }
    }
    return count
  }

  /// What the loader left has no PTE, and stays.
  private func isNonpaged(_ entry: PfnEntry) -> Bool {
    guard entry.state.location == .active else { return false }
    guard entry.pte.raw != 0 else { return true }
    return entry.pte.mapped.isSystem && SystemRegion(of: entry.pte.mapped) != .pagedPool
  }

  /// By the counts that the lists keep; whatever is on no list and not in transition must be active.
  package func listedFrames() -> PageCounts {
    var counts = PageCounts()
    counts[.zeroed] = zeroed.count
    counts[.free] = free.count
    counts[.standby] = standby.count
    counts[.modified] = modified.count
    counts[.modifiedNoWrite] = modifiedNoWrite.count
    counts[.bad] = bad.count
    counts[.transition] = inTransition
    counts[.active] = memory.frames - counts.sum
    return counts
  }
}
