#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// SYSTEM_PERFORMANCE_INFORMATION of Windows XP for x86: four 64-bit numbers and 70 of 32 bits. Counted in pages, unless the name says otherwise; what
  /// there is nothing to count of (files, their cache, drivers) is 0. Source: the public declarations in ntapi and phnt
  private enum PerformanceField: UInt32 {
    /// In units of 100 ns, 64 bits.
    case idleTime = 0
    case availablePages = 44
    case committedPages = 48
    case commitLimit = 52
    case peakCommitment = 56
    case pageFaults = 60
    case transitionFaults = 68
    case demandZeroFaults = 76
    case pagesRead = 80
    case pageReads = 84
    case dirtyPagesWritten = 96
    case dirtyWrites = 100
    case pagedPoolPages = 112
    case nonpagedPoolPages = 116
    case pagedPoolAllocations = 120
    case pagedPoolFrees = 124
    case nonpagedPoolAllocations = 128
    case nonpagedPoolFrees = 132
    case freeSystemPtes = 136
    case availablePagedPoolPages = 160
    case residentPagedPoolPages = 168
    case contextSwitches = 296
    case systemCalls = 308

    static let bytes: UInt32 = 312
  }

  /// Throws STATUS_INFO_LENGTH_MISMATCH if the buffer is too small; a larger one is used as far as needed. Returns the bytes written.
  func queryPerformance(_ buffer: UserBuffer) throws(Status) -> UInt32 {
    guard buffer.bytes >= PerformanceField.bytes else { throw .infoLengthMismatch }
    let fields = try ServiceBuffer(words: PerformanceField.bytes >> 2)
    defer { fields.free() }
    for index in 0..<fields.words { fields[index] = 0 }
    fillFaults(fields)
    fillCommitment(fields)
    fillPools(fields)
    let idle = UInt64(Scheduling.idleTicks) &* UInt64(10_000_000 / Clock.ticksPerSecond)
    fields[0] = UInt32(truncatingIfNeeded: idle)
    fields[1] = UInt32(truncatingIfNeeded: idle >> 32)
    fields[.contextSwitches] = Scheduling.contextSwitches
    fields[.systemCalls] = ServiceTable.calls
    try fields.copyOut(fields.words, to: buffer, at: 0)
    return PerformanceField.bytes
  }

  private func fillFaults(_ fields: borrowing ServiceBuffer) {
    let (faults, paging) = (memoryManager.allFaultCounters(), memoryManager.pagingCounters())
    fields[.pageFaults] = faults.faults
    fields[.transitionFaults] = faults.fromLists
    fields[.demandZeroFaults] = faults.demandZero
    fields[.pagesRead] = paging.pagesRead
    fields[.pageReads] = paging.reads
    fields[.dirtyPagesWritten] = paging.pagesWritten
    fields[.dirtyWrites] = paging.writes
  }

  private func fillCommitment(_ fields: borrowing ServiceBuffer) {
    let (charged, limit, peak) = memoryManager.commitment.withLock { ($0.charged, $0.limit, $0.peak) }
    fields[.availablePages] = memoryManager.pfnDatabase.withLock { $0.available }
    fields[.committedPages] = charged
    fields[.commitLimit] = limit
    fields[.peakCommitment] = peak
  }

  private func fillPools(_ fields: borrowing ServiceBuffer) {
    let (pages, limit) = memoryManager.pagedPool.withLock { ($0.pool.pages, $0.limit) }
    fields[.pagedPoolPages] = pages
    fields[.availablePagedPoolPages] = limit - pages
    fields[.residentPagedPoolPages] = memoryManager.systemWorkingSet.withLock { $0.size }
    fields[.nonpagedPoolPages] = memoryManager.nonpagedPool.withLock { $0.pool.pages }
    fields[.freeSystemPtes] = memoryManager.systemPtes.withLock { $0.limit - $0.inUse }
    let (paged, nonpaged) = (totals(.paged), totals(.nonpaged))
    (fields[.pagedPoolAllocations], fields[.pagedPoolFrees]) = (paged.allocations, paged.frees)
    (fields[.nonpagedPoolAllocations], fields[.nonpagedPoolFrees]) = (nonpaged.allocations, nonpaged.frees)
  }

  private func totals(_ type: PoolType) -> (allocations: UInt32, frees: UInt32) {
    memoryManager.poolTags.withLock { tags in
      var sum = (allocations: UInt32(0), frees: UInt32(0))
      for index in 0..<PoolTags.count {
        guard let usage = tags.entry(index, type)?.usage else { continue }
        sum.allocations &+= usage.allocations
        sum.frees &+= usage.frees
      }
      return sum
    }
  }

  extension ServiceBuffer {
    fileprivate subscript(field: PerformanceField) -> UInt32 {
      get { self[field.rawValue >> 2] }
      nonmutating set { self[field.rawValue >> 2] = newValue }
    }
  }
#endif
