import Machine

/// NT: VM_COUNTERS. In bytes, but for the faults.
package struct VirtualMemoryCounters: Equatable {
  package var peakVirtualSize: UInt32
  package var virtualSize: UInt32
  package var pageFaultCount: UInt32
  package var peakWorkingSetSize: UInt32
  package var workingSetSize: UInt32
  package var pagefileUsage: UInt32
  package var peakPagefileUsage: UInt32
}

extension MemoryManager {
  /// From any context.
  package func counters(_ space: AddressSpace) -> VirtualMemoryCounters {
    space.creation.withLock { creation in
      let (size, peak, faults) = space.memory.withLock { ($0.workingSet.size, $0.workingSet.peak, $0.workingSet.counters.faults) }
      return VirtualMemoryCounters(
        peakVirtualSize: creation.peakVirtualPages << 12, virtualSize: creation.virtualPages << 12, pageFaultCount: faults,
        peakWorkingSetSize: peak << 12, workingSetSize: size << 12, pagefileUsage: creation.commitCharge << 12,
        peakPagefileUsage: creation.peakCommitCharge << 12)
    }
  }

  /// Minimum and maximum of the working set, in pages. NT: part of QUOTA_LIMITS
  package func workingSetLimits(_ space: AddressSpace) -> (minimum: UInt32, maximum: UInt32) {
    space.memory.withLock { ($0.workingSet.minimum, $0.workingSet.maximum) }
  }

  /// What a smaller minimum becomes, in pages. NT: MmMinimumWorkingSetSize
  private static var leastMinimum: UInt32 { 20 }
  /// The least that a maximum can be.
  private static var leastMaximum: UInt32 { 13 }

  /// Sets both limits, in pages; a minimum that is too small becomes the smallest there is, a maximum that is too large the largest. Fails with
  /// `badWorkingSetLimit` if the limits are not in order, the maximum is too small, or the minimum leaves no room for the pages that are locked,
  /// `insufficientResources` if there are not as many pages that nobody else is sure of, and `processIsTerminating` after the end. NT: MmAdjustWorkingSetSize,
  /// where what is changed so is STATUS_WORKING_SET_LIMIT_RANGE, a success too
  package func setWorkingSetLimits(_ space: AddressSpace, minimum: UInt32, maximum: UInt32) -> Status {
    guard minimum <= maximum, maximum >= Self.leastMaximum else { return .badWorkingSetLimit }
    let minimum = max(minimum, Self.leastMinimum)
    let frames = pfnDatabase.withLock { $0.memory.frames }
    return space.creation.withLock { creation in
      creation.isDeleted ? .processIsTerminating : space.memory.withLock { setLimits(minimum, max(minimum, min(maximum, frames)), &$0) }
    }
  }

  private func setLimits(_ minimum: UInt32, _ maximum: UInt32, _ memory: inout UserMemory) -> Status {
    guard memory.workingSet.locked + Self.fluidPages <= minimum || memory.workingSet.locked == 0 else { return .badWorkingSetLimit }
    let old = memory.workingSet.minimum
    let isSure = commitment.withLock { promises in
      if minimum > old { return promises.charge(0, resident: minimum - old) == .success }
      promises.giveBack(0, resident: old - minimum)
      return true
    }
    guard isSure else { return .insufficientResources }
    (memory.workingSet.minimum, memory.workingSet.maximum) = (minimum, maximum)
    while memory.workingSet.size > maximum, let index = memory.workingSet.nextReplaced() {
      captureWriteWatch(memory.workingSet[index].address, &memory)
      freeEntry(index, &memory.workingSet)
      memory.workingSet.counters.trimmed &+= 1
    }
    return .success
  }

  /// Takes every page that is not locked out of the working set, and returns how many there were; the process is in force.
  /// NT: MmAdjustWorkingSetSize with both limits -1
  @discardableResult
  package func emptyWorkingSet(_ space: AddressSpace) -> UInt32 { trim(space, .max, age: 0) }
}
