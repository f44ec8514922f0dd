#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Measures the operations and prints a line for each: `BENCH<TAB>operation<TAB>instructions`. The counts mean something under QEMU's
  /// -icount, where the time-stamp counter counts instructions; interrupts are off while the clock runs.
  func runBenchmarks() -> Never {
    let inUse = memoryManager.pfnDatabase.withLock { $0.memory.frames - $0.available }
    report("memory in use after boot, KB", inUse << 2)
    benchmarkTraps()
    benchmarkPools()
    benchmarkFrames()
    benchmarkSystemPtes()
    benchmarkThreads()
    benchmarkVads()
    benchmarkProcesses()
    PoolTrace.run(isLogUniform: false)
    PoolTrace.run(isLogUniform: true)
    powerOff()
  }

  func report(_ operation: StaticString, _ value: UInt32) { print("BENCH\t\(operation)\t\(value)") }

  /// The cost of one of `count` runs of `body`, without that of the loop and of reading the counter.
  @inline(__always)
  func measure(_ operation: StaticString, count: UInt32 = 1000, _ body: () -> Void) {
    cpu_cli()
    body()
    let empty = cycles(count) {}
    let spent = cycles(count, body)
    cpu_sti()
    report(operation, (spent - empty + count / 2) / count)
  }

  @inline(__always)
  private func cycles(_ count: UInt32, _ body: () -> Void) -> UInt32 {
    let start = cpu_rdtsc_low()
    for _ in 0..<count {
      body()
      cpu_compiler_barrier()
    }
    return cpu_rdtsc_low() - start
  }

  // MARK: Traps and faults

  private func benchmarkTraps() {
    measure("trap round trip") { cpu_debug_service() }
    benchmarkDemandZero("demand-zero fault, page taken zeroed", zeroed: true)
    benchmarkDemandZero("demand-zero fault, zeroed in the fault", zeroed: false)
  }

  /// First touches of fresh pages of paged pool, 100 to a round.
  private func benchmarkDemandZero(_ operation: StaticString, zeroed: Bool) {
    let pages: UInt32 = 100
    var spent: UInt32 = 0
    for _ in 0..<4 {
      guard let block = allocatePool(.paged, bytes: pages << 12, tag: "Bnch") else { return print("no memory for \(operation)") }
      if zeroed { zeroFreePages(pages + 8) } else { useUpZeroedPages() }
      cpu_cli()
      // The first round makes the page tables and the working set list grow.
      let start = cpu_rdtsc_low()
      for page in 0..<pages { cpu_store32_may_fault(block.raw + page << 12, 1) }
      spent = cpu_rdtsc_low() - start
      cpu_sti()
      freePool(block, tag: "Bnch")
    }
    report(operation, (spent + pages / 2) / pages)
  }

  func zeroFreePages(_ count: UInt32) {
    while memoryManager.pfnDatabase.withLock({ $0.zeroed.count }) < count, memoryManager.zeroPageStep() {}
  }

  func useUpZeroedPages() {
    memoryManager.pfnDatabase.withLock { database in
      while database.zeroed.count > 0, let taken = database.removeZeroedPage() { database.insertFree(taken.frame) }
    }
  }

  // MARK: Pools

  private func benchmarkPools() {
    benchmarkPool("pool 32 bytes", 32)
    benchmarkPool("pool 256 bytes", 256)
    benchmarkPool("pool 2048 bytes", 2048)
    benchmarkPool("pool one page", 4096)
    benchmarkOwnLookaside()
  }

  /// One allocate and free, with another block of the size live, so that neither page nor list comes and goes.
  private func benchmarkPool(_ operation: StaticString, _ bytes: UInt32) {
    let tag = PoolTag("Bnch").raw
    guard let other = allocatePool(.nonpaged, bytes: bytes, tag: "Bnch") else { return }
    measure(operation) {
      exFreePoolWithTag(exAllocatePoolWithTag(0, bytes, tag), tag)
    }
    freePool(other, tag: "Bnch")
  }

  private func benchmarkOwnLookaside() {
    guard let room = allocatePool(.nonpaged, bytes: UInt32(LookasideList.bytes) + 8, tag: "Bnch") else { return }
    // Pool is aligned to 8, the list to 16.
    let place = unsafe UnsafeMutableRawPointer(bitPattern: UInt((room.raw + 8) & ~15)).unsafelyUnwrapped
    let list = unsafe LookasideList(.nonpaged, size: 128, tag: "Bnch", at: place)
    measure("own lookaside") {
      guard case .block(let block) = list.allocate(memoryManager) else { return }
      _ = list.free(block, memoryManager)
    }
    list.delete(memoryManager)
    freePool(room, tag: "Bnch")
  }

  // MARK: Page frames

  private func benchmarkFrames() {
    measure("take a page and give it back") {
      let frame = memoryManager.pfnDatabase.withLock { $0.removeAnyPage() }
      if let frame { memoryManager.pfnDatabase.withLock { $0.insertFree(frame) } }
    }
    measure("contiguous 1 MB", count: 10) {
      let address = mmAllocateContiguousMemory(1 << 20, 0xFFFF_FFFF)
      mmFreeContiguousMemory(address)
    }
  }

  // MARK: System PTEs

  private func benchmarkSystemPtes() {
    benchmarkSystemPtes("system PTEs, 1", 1)
    benchmarkSystemPtes("system PTEs, 16", 16)
  }

  /// Reserve, map to a frame, unmap, release.
  private func benchmarkSystemPtes(_ operation: StaticString, _ count: UInt32) {
    let machine = Machine()
    let frame = PageFrameNumber(0x100)
    measure(operation) {
      guard let first = memoryManager.reserveSystemPtes(count, .system) else { return }
      for page in 0..<count { machine[first + page] = .kernel(frame + page) }
      for page in 0..<count { machine[first + page] = .zero }
      _ = memoryManager.releaseSystemPtes(first, count, .system)
    }
  }

  // MARK: Threads

  /// Two threads of equal priority yield to each other: two switches a round.
  private func benchmarkThreads() {
    let rounds: UInt32 = 500
    let body: Thread.Body = { rounds in for _ in 0..<rounds + 8 { yield() } }
    guard let other = createThread(name: "Benchmark", priority: currentThread.object.priority, body: body, argument: rounds) else { return }
    yield()
    let start = cpu_rdtsc_low()
    for _ in 0..<rounds { yield() }
    let spent = cpu_rdtsc_low() - start
    report("thread switch", spent / (rounds * 2))
    _ = other.wait()
  }
#endif
