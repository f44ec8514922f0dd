#if os(none)
  import Machine
  import MemoryManager

  /// `!vm`: the classic report on physical and virtual memory, and proof that no page is missing.
  func showVirtualMemory(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    let (memory, counts, available) = memoryManager.pfnDatabase.withLock { ($0.memory, $0.listedFrames(), $0.available) }
    print("\n*** Virtual Memory Usage ***")
    pages("Physical Memory:", memory.frames)
    showPageFileSizes()
    pages("Available Pages:", available)
    pages("ResAvail Pages:", memoryManager.commitment.withLock { $0.residentAvailable })
    pages("Modified Pages:", counts[.modified])
    pages("Modified No Write:", counts[.modifiedNoWrite])
    showPools()
    showAddressSpace()
    showCommitment()
    showAccount(memory)
    showProcessTotals()
  }

  private func pages(_ name: StaticString, _ count: UInt32) { print("\t\(name, width: 20) \(count, width: 8) (\(count << 2, width: 9) Kb)") }

  private func showPools() {
    let nonpaged = memoryManager.nonpagedPool.withLock { ($0.pool.pages, $0.pool.failures, $0.initial.grown) }
    let expansion = memoryManager.nonpagedExpansion.withLock { $0.limit }
    let paged = memoryManager.pagedPool.withLock { ($0.pool.pages, $0.pool.failures, $0.limit) }
    let system = memoryManager.systemWorkingSet.withLock { $0.size }
    pages("NonPagedPool Usage:", nonpaged.0)
    pages("NonPagedPool Max:", nonpaged.2 + expansion)
    pages("PagedPool Usage:", system)
    pages("PagedPool Maximum:", paged.2)
    pages("PagedPool Commit:", paged.0)
    let failures = nonpaged.1 + paged.1
    if failures > 0 { print("\t********** \(failures) pool allocations have failed **********") }
  }

  private func showAddressSpace() {
    let system = memoryManager.systemPtes.withLock { ($0.limit - $0.inUse, $0.failures) }
    let nonpaged = memoryManager.nonpagedExpansion.withLock { $0.limit - $0.inUse }
    pages("Free System PTEs:", system.0)
    pages("Free NP PTEs:", nonpaged)
    if system.1 > 0 { print("\t********** \(system.1) system PTE allocations have failed **********") }
  }

  private func showCommitment() {
    let (charged, limit, peak) = memoryManager.commitment.withLock { ($0.charged, $0.limit, $0.peak) }
    pages("Committed pages:", charged)
    pages("Commit limit:", limit)
    pages("Peak commitment:", peak)
  }

  /// Counts every frame anew, and compares the sum with what the loader reported.
  private func showAccount(_ memory: PhysicalMemoryMap) {
    let counts = memoryManager.pfnDatabase.withLock { $0.countedFrames() }
    print("\n\tEvery page, counted by its state:")
    for raw in 0..<PageLocation.count {
      guard let location = PageLocation(rawValue: raw) else { continue }
      pages(location.name, counts[location])
    }
    pages("Sum:", counts.sum)
    // A loader can claim more than 64 bits hold.
    let rest = memory.roundingBytes &+ memory.excludedBytes &+ memory.unaddressableBytes &+ memory.droppedBytes
    let sum = UInt64(counts.sum) << 12 &+ rest
    print("\tLoader's RAM: \(memory.reportedBytes) bytes = \(counts.sum) pages + \(memory.roundingBytes) cut off by rounding to pages")
    print(
      "\t  + \(memory.excludedBytes) above /MAXMEM + \(memory.unaddressableBytes) above 4 GB + \(memory.droppedBytes) in ranges without room."
    )
    print(sum == memory.reportedBytes && counts.sum == memory.frames ? "\tAll memory is accounted for." : "\t*** MEMORY IS MISSING ***")
  }

  /// The pages that each process is charged for.
  private func showProcessTotals() {
    print("\n\tProcess totals:")
    forEachProcess { process in
      guard let space = process.object.addressSpace else { return }
      let pages = memoryManager.counters(space).pagefileUsage >> 12
      print("\t\(hex: process.object.number, digits: 4) \(process.object.name, width: 15) \(pages, width: 8) (\(pages << 2, width: 9) Kb)")
    }
  }
#endif
