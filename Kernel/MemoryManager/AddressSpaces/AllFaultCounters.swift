import Machine

extension MemoryManager {
  /// What has happened in all working sets: the system's, those of the processes there are, and of those that have ended. NT: MmInfoCounters
  package func allFaultCounters() -> FaultCounters {
    trimmingPass.withLock { _ in
      var sum = addressSpaces.withLock { $0.ended }
      sum.add(systemWorkingSet.withLock { $0.counters })
      forEachAddressSpace { space in sum.add(space.memory.withLock { $0.workingSet.counters }) }
      return sum
    }
  }
}
