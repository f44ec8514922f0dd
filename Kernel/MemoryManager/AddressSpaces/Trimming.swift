import Machine

extension MemoryManager {
  /// Takes up to `count` pages that have not been touched for `age` sweeps out of the system working set; returns how many it took.
  /// NT: MiTrimWorkingSet
  package func trimSystemWorkingSet(_ count: UInt32, age: UInt32) -> UInt32 {
    if keepsExecutiveResident { return 0 }
    return systemWorkingSet.withLock { workingSet in
      var taken: UInt32 = 0
      while taken < count, let index = workingSet.nextVictim(age: age) {
        freeEntry(index, &workingSet)
        taken += 1
      }
      workingSet.counters.trimmed &+= taken
      return taken
    }
  }

  /// The same of a process's working set, which is in force.
  package func trim(_ space: AddressSpace, _ count: UInt32, age: UInt32) -> UInt32 {
    space.memory.withLock { memory in
      var taken: UInt32 = 0
      while taken < count, let index = memory.workingSet.nextVictim(age: age) {
        captureWriteWatch(memory.workingSet[index].address, &memory)
        freeEntry(index, &memory.workingSet)
        taken += 1
      }
      memory.workingSet.counters.trimmed &+= taken
      return taken
    }
  }

  /// The page leaves the working set for the modified list, or for standby if its bytes need not be kept. NT: MiFreeWsle
  func freeEntry(_ index: UInt32, _ workingSet: inout WorkingSet) {
    let address = workingSet[index].address
    let old = machine[address.pte]
    pfnDatabase.withLock { database in
      let entry = database.entry(old.frame)
      machine[address.pte] = .transition(old.frame, entry.original.softwareProtection)
      machine.invalidate(address)
      workingSet.remove(index)
      database.trim(old.frame, isDirty: old.isDirty, priority: workingSet.pagePriority)
    }
  }
}
