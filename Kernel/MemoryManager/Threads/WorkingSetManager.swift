import Machine

/// Trims the working sets when memory is low, and lets their pages grow older, by the books' rules: pages that have not been touched for long
/// first; of the working sets those above their minimum, and of them those with the most old pages, then the biggest. NT: MmWorkingSetManager
extension MemoryManager {
  /// Pages that one trimming step takes at most, so that whoever is ready can run in between.
  private static var trimStep: UInt32 { 64 }

  /// One step: once a second (`periodic`) every page of every working set is looked at and grows older or young again; whenever memory is low,
  /// the working sets are trimmed until it is not, or until nothing more can be won.
  package func workingSetManagerStep(periodic: Bool) {
    trimmingPass.withLock { _ in
      if periodic { ageWorkingSets() }
      if isTrimmingNeeded { trimWorkingSets() }
    }
    pfnDatabase.withLock { if $0.isLow && $0.modified.count > 0 && $0.pageFiles.count > 0 { SoftwareInterrupts.wakeModifiedPageWriter.request() } }
  }

  private func trimWorkingSets() {
    beginTrimming()
    var age = WorkingSetEntry.oldest
    while age > 0 ? isTrimmingNeeded : isTrimmingUrgent {
      if trimBest(age: age) { continue }
      if age == 1 { trimPageTables() }
      guard age > 0 else { return }
      age -= 1
    }
  }

  private var isTrimmingNeeded: Bool { pfnDatabase.withLock { $0.isTrimmingNeeded() } }
  /// So much that pages go which are in use: those of the biggest working set, or it would keep them and the others get none.
  private var isTrimmingUrgent: Bool { pfnDatabase.withLock { $0.isTrimmingUrgent() } }
  /// Working sets may grow beyond their maximum. NT: MmPlentyFreePages
  var isMemoryPlentiful: Bool { pfnDatabase.withLock { $0.isPlentiful } }

  // MARK: Ageing

  private func ageWorkingSets() {
    systemWorkingSet.withLock { $0.age($0.capacity) }
    inEachAddressSpace { space in space.memory.withLock { $0.workingSet.age($0.workingSet.capacity) } }
  }

  /// The list does not change while the trimming pass is held.
  package func forEachAddressSpace(_ body: (AddressSpace) -> Void) {
    var next = addressSpaces.withLock { $0.first }
    while let space = next {
      body(space)
      next = addressSpaces.withLock { $0.next(space) }
    }
  }

  /// Calls `body` inside of each address space that is in memory, as `withDirectory` does.
  package func inEachAddressSpace(_ body: (AddressSpace) -> Void) {
    forEachAddressSpace { space in if !space.isOut { withDirectory(of: space) { body(space) } } }
  }

  // MARK: Trimming

  private func beginTrimming() {
    systemWorkingSet.withLock { $0.beginTrimming() }
    forEachAddressSpace { space in space.memory.withLock { $0.workingSet.beginTrimming() } }
  }

  /// Trims the working set that can best do without pages of this age; false if none has any to give.
  private func trimBest(age: UInt32) -> Bool {
    var best: AddressSpace?
    var most = systemWorkingSet.withLock { $0.excess(age: age) }
    forEachAddressSpace { space in
      let excess = space.memory.withLock { $0.workingSet.excess(age: age) }
      if excess > most { (best, most) = (space, excess) }
    }
    guard most > 0 else { return false }
    if let best {
      withDirectory(of: best) {
        let count = best.memory.withLock { min($0.workingSet.size - $0.workingSet.minimum, Self.trimStep) }
        if trim(best, count, age: age) < count { best.memory.withLock { $0.workingSet.noteTrimmed(downTo: age) } }
      }
    } else if trimSystemWorkingSet(Self.trimStep, age: age) < Self.trimStep {
      systemWorkingSet.withLock { $0.noteTrimmed(downTo: age) }
    }
    return true
  }

  /// Page tables that name no page in memory any more.
  private func trimPageTables() {
    inEachAddressSpace { space in if isTrimmingNeeded { _ = trimPageTables(space, all: false) } }
  }
}

extension PfnDatabase {
  var isLow: Bool { available < lowThreshold }
  var isPlentiful: Bool { available > lowThreshold << 2 }

  /// Soon there will be none to be had, and those that are taken out can be written.
  fileprivate mutating func isTrimmingUrgent() -> Bool {
    pageFiles.canTakePages() && available + modified.count + beingWritten < lowThreshold
  }

  /// Memory is low, and trimming helps: pages that are being written, or will be, become available without it. As long as they cannot be written, more than
  /// half of memory would only come back.
  fileprivate mutating func isTrimmingNeeded() -> Bool {
    guard isLow else { return false }
    return pageFiles.canTakePages() ? available + modified.count + beingWritten < lowThreshold << 1 : modified.count < memory.frames >> 1
  }
}
