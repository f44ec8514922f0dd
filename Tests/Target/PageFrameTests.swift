#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  func testPagesAreTakenAndGivenBack(_ t: inout TestContext) {
    let before = Count.available
    var hoard = Hoard()
    hoard.take(leaving: before - 100)
    t.expect(Count.available, equals: before - 100, "available with 100 pages taken")
    hoard.giveBack()
    t.expect(Count.available, equals: before, "available with all given back")
  }

  /// To the last one: then there is none, and all come back.
  func testEveryAvailablePageCanBeTaken(_ t: inout TestContext) {
    let before = Count.available
    var hoard = Hoard()
    hoard.take(leaving: 0)
    t.expect(Count.available, equals: 0, "available with all taken")
    t.expect(hoard.count, equals: before, "pages taken")
    let none = memoryManager.pfnDatabase.withLock { $0.removeZeroedPage() == nil && $0.removeAnyPage() == nil }
    t.expect(none, "there is none to be had")
    hoard.giveBack()
    t.expect(Count.available, equals: before, "available with all given back")
  }

  func testCountsAgreeWithTheLoadersMemory(_ t: inout TestContext) {
    let (counted, listed) = memoryManager.pfnDatabase.withLock { ($0.countedFrames(), $0.listedFrames()) }
    t.expect(counted == listed, "counted by frame and by list")
    t.expect(counted.sum, equals: Count.frames, "frames in all states")
  }

  /// Takes the page that comes next for someone who wants zeroes and looks at it; it goes back as it came.
  private func nonzeroInNextZeroedPage() -> UInt32 {
    let taken = memoryManager.pfnDatabase.withLock { $0.removeZeroedPage() }
    guard let taken, taken.isZeroed else { return .max }
    let nonzero = Pattern.nonzero(taken.frame)
    memoryManager.pfnDatabase.withLock { $0.insertZeroed(taken.frame) }
    return nonzero
  }

  /// Dirties `pages` pages and frees them.
  private func leaveDirtyPages(_ pages: UInt32) -> Bool {
    guard let block = allocatePool(.nonpaged, bytes: pages << 12, tag: "Test") else { return false }
    Pattern.write(block, bytes: pages << 12, seed: 0xDEAD_BEEF)
    freePool(block, tag: "Test")
    return true
  }

  /// The pages that were used last are zeroed first, and come out first.
  func testZeroPageThreadZeroesInIdleTime(_ t: inout TestContext) {
    guard leaveDirtyPages(64) else { return t.expect(false, "64 pages") }
    t.expect(Count.free >= 64, "the dirty pages are on the free list")
    let (zeroed, free) = (Count.zeroed, Count.free)
    var rounds = 0
    while Count.zeroed < zeroed + 64 && rounds < 100 {
      delay(milliseconds: 20)
      rounds += 1
    }
    t.expect(Count.zeroed >= zeroed + 64, "64 more zeroed pages after idle time")
    t.expect(Count.zeroed - zeroed, equals: free - Count.free, "each came from the free list")
    var nonzero: UInt32 = 0
    var hoard = Hoard()
    for _ in 0..<64 {
      nonzero += nonzeroInNextZeroedPage()
      hoard.take(leaving: Count.available - 1)
    }
    hoard.giveBack()
    t.expect(nonzero, equals: 0, "dwords in zeroed pages that are not zero")
  }

  func testZeroPageStepZeroesTheDirtyPage(_ t: inout TestContext) {
    guard leaveDirtyPages(16) else { return t.expect(false, "16 pages") }
    let frame = memoryManager.pfnDatabase.withLock { $0.free.first }
    t.expect(Pattern.nonzero(frame) > 0, "the first free page is dirty")
    t.expect(memoryManager.zeroPageStep(), "there is a page to zero")
    t.expect(memoryManager.pfnDatabase.withLock { $0.zeroed.first.raw }, equals: frame.raw, "the first zeroed page")
    t.expect(Pattern.nonzero(frame), equals: 0, "dwords in it that are not zero")
  }

  /// With no zeroed page left, who asks for zeroes still gets them.
  func testDirtyPagesAreZeroedInTheFault(_ t: inout TestContext) {
    guard leaveDirtyPages(32), let block = allocatePool(.paged, bytes: 32 << 12, tag: "Test") else { return t.expect(false, "memory") }
    var hoard = Hoard()
    hoard.takeZeroed()
    t.expect(Count.zeroed, equals: 0, "zeroed pages left")
    t.expect(Pattern.nonzero(block, bytes: 32 << 12), equals: 0, "dwords of fresh paged pool that are not zero")
    hoard.giveBack()
    freePool(block, tag: "Test")
  }

  /// From free through dirty to zeroed again, several times over: what one leaves never reaches the next.
  func testPagedPoolNeverShowsWhatWasThereBefore(_ t: inout TestContext) {
    var nonzero: UInt32 = 0
    for round in UInt32(0)..<8 {
      guard let block = allocatePool(.paged, bytes: 24 << 12, tag: "Test") else { return t.expect(false, "24 pages") }
      nonzero += Pattern.nonzero(block, bytes: 24 << 12)
      Pattern.write(block, bytes: 24 << 12, seed: 0xCAFE_0000 + round)
      freePool(block, tag: "Test")
      if round & 1 == 1 { delay(milliseconds: 10) }
    }
    t.expect(nonzero, equals: 0, "dwords of fresh pages that are not zero")
  }

  /// A frame's entry names the PTE that maps it, and the page table that holds the PTE.
  func testFramesKnowTheirPte(_ t: inout TestContext) {
    guard let block = allocatePool(.nonpaged, bytes: 3 * pageSize, tag: "Test") else { return t.expect(false, "3 pages") }
    for page in UInt32(0)..<3 {
      let pte = (block + page << 12).pte
      let entry = PfnEntry(Machine(), Machine()[pte].frame)
      t.expect(entry.pte.raw, equals: pte.raw, "the PTE address of a frame")
      t.expect(entry.container.raw, equals: Machine()[pte.container].frame.raw, "the frame of its page table")
      t.expect(entry.shareCount, equals: 1, "its share count")
      t.expect(entry.state.references, equals: 1, "its reference count")
    }
    freePool(block, tag: "Test")
  }

  /// A page that I/O holds on to outlives its mapping, and is free with the last reference.
  func testReferencedPagesWaitForTheirLastReference(_ t: inout TestContext) {
    guard let block = allocatePool(.nonpaged, bytes: 2 * pageSize, tag: "Test") else { return t.expect(false, "2 pages") }
    let frame = Machine()[block.pte].frame
    memoryManager.pfnDatabase.withLock { $0.incrementReferenceCount(frame) }
    freePool(block, tag: "Test")
    let state = PfnEntry(Machine(), frame).state
    t.expect(state.location.rawValue, equals: PageLocation.transition.rawValue, "state while it is referenced")
    t.expect(state.references, equals: 1, "references left")
    memoryManager.pfnDatabase.withLock { $0.decrementReferenceCount(frame) }
    t.expect(PfnEntry(Machine(), frame).state.location.rawValue, equals: PageLocation.free.rawValue, "state afterwards")
  }
#endif
