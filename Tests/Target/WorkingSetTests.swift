#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let pages: UInt32 = 24
  private let bytes: UInt32 = 24 << 12

  private func allocatePages(_ t: inout TestContext) -> VirtualAddress? {
    guard let block = allocatePool(.paged, bytes: bytes, tag: "WSet") else {
      t.expect(false, "24 pages of paged pool")
      return nil
    }
    Pattern.write(block, bytes: bytes, seed: 0x3E7)
    return block
  }

  /// The sweeps for which the page was not accessed; 99 if it is not in the working set.
  private func age(_ page: VirtualAddress) -> UInt32 {
    let pte = Machine()[page.pte]
    guard pte.isValid else { return 99 }
    let index = PfnEntry(Machine(), pte.frame).workingSetIndex
    return memoryManager.systemWorkingSet.withLock { set in set[index].address == page ? set[index].age : 99 }
  }

  func testPagesAgeUntilTheyAreTouched(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    memoryManager.workingSetManagerStep(periodic: true)
    t.expect(age(block), equals: 0, "age after the sweep that found it accessed")
    for sweep in UInt32(1)...5 {
      Machine().touch(block + pageSize)
      memoryManager.workingSetManagerStep(periodic: true)
      t.expect(age(block), equals: min(sweep, 3), "age of a page that no one touches")
      t.expect(age(block + pageSize), equals: 0, "age of a page that is touched before each sweep")
    }
    freePool(block, tag: "WSet")
  }

  func testOldPagesAreTrimmedFirst(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    for _ in 0..<4 {
      memoryManager.workingSetManagerStep(periodic: true)
      for page in 0..<pages where page & 1 == 0 { Machine().touch(block + page << 12) }
    }
    _ = memoryManager.trimSystemWorkingSet(.max, age: 3)
    for page in 0..<pages { t.expect(mmIsAddressValid(block.raw + page << 12) == (page & 1 == 0), "pages touched stay, the others go") }
    freePool(block, tag: "WSet")
  }

  func testNothingIsTrimmedWhileMemoryIsPlenty(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    let trimmed = Count.trimmed
    for _ in 0..<5 { memoryManager.workingSetManagerStep(periodic: true) }
    memoryManager.workingSetManagerStep(periodic: false)
    t.expect(Count.available > Count.lowThreshold, "memory is plenty")
    t.expect(Count.trimmed, equals: trimmed, "pages trimmed")
    freePool(block, tag: "WSet")
  }

  /// The balance set manager by itself: pages age with the seconds, and when memory becomes scarce the idle ones go within one tick.
  func testBalanceSetManagerTrimsIdlePages(_ t: inout TestContext) {
    guard let idle = allocatePages(&t), let busy = allocatePages(&t) else { return }
    var rounds = 0
    while age(idle) < 2 && rounds < 50 {
      delay(milliseconds: 100)
      for page in 0..<pages { Machine().touch(busy + page << 12) }
      rounds += 1
    }
    t.expect(age(idle) == 2, "idle pages are two sweeps old within 5 seconds")
    t.expect(age(busy), equals: 0, "age of a page in use")
    let (available, modified, trimmed) = (Count.available, Count.modified, Count.trimmed)
    for page in 0..<pages { Machine().touch(busy + page << 12) }
    var hoard = Hoard()
    hoard.take(leaving: Count.lowThreshold - 1)
    delay(milliseconds: 20)
    t.expect(Count.trimmed - trimmed >= pages, "the balance set manager trimmed at least the idle pages")
    t.expect(Count.modified - modified >= pages, "they are modified")
    for page in 0..<pages {
      t.expect(!mmIsAddressValid(idle.raw + page << 12), "an idle page is out")
      t.expect(mmIsAddressValid(busy.raw + page << 12), "a page in use is not")
    }
    hoard.giveBack()
    t.expect(Count.available >= available, "available pages with all given back")
    t.expect(Pattern.differences(idle, bytes: bytes, seed: 0x3E7), equals: 0, "dwords of idle pages that are not as written")
    freePool(idle, tag: "WSet")
    freePool(busy, tag: "WSet")
  }

  /// Real allocations make memory scarce, too: what is promised is there, and all of it comes back.
  func testScarceMemoryRecovers(_ t: inout TestContext) {
    t.expectNothingKept { t in
      guard let block = allocatePages(&t) else { return }
      var nonpaged = BlockChain(.nonpaged, bytes: 64 << 10)
      nonpaged.addAll()
      var paged = BlockChain(.paged, bytes: 32 << 10)
      paged.addAll()
      delay(milliseconds: 20)
      t.expect(nonpaged.count + paged.count > 50, "more than 50 blocks")
      t.expect(Pattern.differences(block, bytes: bytes, seed: 0x3E7), equals: 0, "dwords that are not as written")
      paged.freeAll()
      nonpaged.freeAll()
      freePool(block, tag: "WSet")
    }
  }

  /// The list grows by a page for each 1,024 entries, and holds every resident page once.
  func testWorkingSetHoldsManyPages(_ t: inout TestContext) {
    t.expectNothingKept { t in
      let before = memoryManager.systemWorkingSet.withLock { $0.size }
      guard let block = allocatePool(.paged, bytes: 1100 << 12, tag: "WSet") else { return t.expect(false, "1,100 pages of paged pool") }
      for page in UInt32(0)..<1100 { Machine().write32(block + page << 12, page) }
      t.expect(memoryManager.systemWorkingSet.withLock { $0.size }, equals: before + 1100, "pages in the working set")
      t.expect(memoryManager.systemWorkingSet.withLock { $0.checkInvariants() }, "its list holds together")
      freePool(block, tag: "WSet")
      t.expect(memoryManager.systemWorkingSet.withLock { $0.size }, equals: before, "pages afterwards")
    }
  }
#endif
