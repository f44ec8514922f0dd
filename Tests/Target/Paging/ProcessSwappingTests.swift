#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Its pages go first, then its page tables, and at last its directory, all of them to the page file.
  private func swapOut(_ sleeper: borrowing Sleeper, _ t: inout TestContext) -> AddressSpace? {
    guard let space = sleeper.program.process.object.addressSpace else { return nil }
    for _ in 0..<3 {
      outswapThreads(waitingFor: 0)
      evictEverything(&t)
    }
    t.expect(space.isOut, "its directory is out")
    t.expect(memoryManager.pagesInMemory(space), equals: 0, "pages of it in memory")
    t.expectInvariants()
    return space
  }

  /// Its thread's wait ends: it goes on as if nothing had been.
  func testProcessesGoOutAndComeBack(_ t: inout TestContext) {
    openPageFile(&t)
    guard let sleeper = Sleeper(&t, milliseconds: 3000), let space = swapOut(sleeper, &t) else { return }
    for _ in 0..<50 where space.isOut { delay(milliseconds: 100) }
    delay(milliseconds: 100)
    t.expect(!space.isOut && sleeper.thread.object.isStackResident, "it is back")
    t.expect(sleeper.program.read(Sleeper.said), equals: 0x77, "what it says")
    sleeper.end(&t)
  }

  /// Whoever wants to look at its memory brings it in, with what the system has got meanwhile. Its stacks stay out.
  func testProcessesThatAreOutCanBeVisited(_ t: inout TestContext) {
    openPageFile(&t)
    guard let sleeper = Sleeper(&t, milliseconds: 60_000) else { return }
    sleeper.program.write(Sleeper.said, 0x1234_5678)
    for _ in 0..<2 {
      guard let space = swapOut(sleeper, &t) else { return }
      t.expect(sleeper.program.read(Sleeper.said), equals: 0x1234_5678, "what is in its page")
      t.expect(!space.isOut && !sleeper.thread.object.isStackResident, "it is in, its stack is not")
      t.expectInvariants()
    }
    guard swapOut(sleeper, &t) != nil else { return }
    visitAfterGrowth(sleeper.program.process, &t)
    sleeper.end(&t)
  }

  /// The system gets page tables for as many system PTEs as there were before. The last entry maps its own page table.
  private func visitAfterGrowth(_ process: Reference<Process>, _ t: inout TestContext) {
    let count = memoryManager.systemPtes.withLock { $0.total }
    guard let first = memoryManager.reserveSystemPtes(count, .system) else { return t.expect(false, "system PTEs") }
    let last = first + (count - 1)
    Machine()[last] = .kernel(Machine()[last.container].frame)
    if let previous = try? attach(to: process) {
      t.expect(Machine().read32(last.mapped + last.asVirtual.pageOffset), equals: Machine()[last].raw, "the entry, in the page that it maps")
      detach(to: previous)
    }
    Machine()[last] = .zero
    t.expect(memoryManager.releaseSystemPtes(first, count, .system) == nil, "they are given back")
  }

  func testProcessesThatAreOutCanEnd(_ t: inout TestContext) {
    openPageFile(&t)
    let (slots, systemPtes) = (slotsUsed, memoryManager.systemPtes.withLock { $0.inUse })
    guard let sleeper = Sleeper(&t, milliseconds: 60_000), swapOut(sleeper, &t) != nil else { return }
    sleeper.end(&t)
    waitForReaper()
    t.expect(slotsUsed <= slots, "no slot is left over")
    t.expect(memoryManager.systemPtes.withLock { $0.inUse }, equals: systemPtes, "system PTEs in use")
  }
#endif
