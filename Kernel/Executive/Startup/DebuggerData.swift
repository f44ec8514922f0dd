#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Tells debuggers outside the machine where things are, so that they need not know Swift's types. NT: KDBG, KdDebuggerDataBlock
  ///
  /// Dwords: 'SMAP', the PFN database, the highest frame number, the starts of paged and of nonpaged pool.
  func exportDebuggerData() {
    let block = cpu_debugger_data()
    let highest = memoryManager.pfnDatabase.withLock { $0.memory.endFrame.raw - 1 }
    cpu_store32(block, 0x5041_4D53)
    cpu_store32(block + 4, SystemLayout.pfnDatabase.raw)
    cpu_store32(block + 8, highest)
    cpu_store32(block + 12, SystemRegion.pagedPool.start.raw)
    cpu_store32(block + 16, SystemLayout.nonpagedPool.raw)
  }
#endif
