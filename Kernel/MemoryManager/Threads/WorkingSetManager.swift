import Machine

extension MemoryManager {
  /// Pages that one trimming step takes at most, so that whoever is ready can run in between.
  private static var trimStep: UInt32 { 64 }

  /// One step of the working set manager. Once a second (`periodic`) every page of the system working set is looked at and grows older
  /// or young again; whenever memory is low, the oldest pages are trimmed, then younger ones. NT: MmWorkingSetManager
  package func workingSetManagerStep(periodic: Bool) {
    if periodic { systemWorkingSet.withLock { $0.age($0.capacity) } }
    var age = WorkingSetEntry.oldest
    while isMemoryLow {
      if trimSystemWorkingSet(Self.trimStep, age: age) > 0 { continue }
      guard age > 1 else { return }
      age -= 1
    }
  }

  private var isMemoryLow: Bool { pfnDatabase.withLock { $0.available < $0.lowThreshold } }
}
