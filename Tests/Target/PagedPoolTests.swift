#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let pages: UInt32 = 20
  private let bytes: UInt32 = 20 << 12

  /// Pages of paged pool whose frames are known to the test, none touched yet.
  private func allocatePages(_ t: inout TestContext) -> VirtualAddress? {
    let block = allocatePool(.paged, bytes: bytes, tag: "Page")
    t.expect(block != nil, "20 pages of paged pool")
    return block
  }

  private func location(_ page: VirtualAddress) -> UInt32 { PfnEntry(Machine(), Machine()[page.pte].frame).state.location.rawValue }

  private func trimEverything() -> UInt32 { memoryManager.trimSystemWorkingSet(.max, age: 0) }

  func testPagedPoolComesWithTheFirstTouch(_ t: inout TestContext) {
    let available = Count.available
    guard let block = allocatePages(&t) else { return }
    // The pages of the pool's own bookkeeping may have come, not those of the block.
    t.expect(available - Count.available < pages, "no page was taken for it yet")
    let faults = Count.demandZeroFaults
    for page in 0..<pages {
      let address = block + page << 12
      t.expect(Machine()[address.pte].raw, equals: Pte.demandZero(.readWrite).raw, "the PTE of a page that no one touched")
      t.expect(Machine().read32(address + 8), equals: 0, "what a fresh page holds")
      t.expect(mmIsAddressValid(address.raw), "the page is there afterwards")
    }
    t.expect(Count.demandZeroFaults, equals: faults + pages, "demand zero faults")
    freePool(block, tag: "Page")
    t.expect(Machine()[block.pte].raw, equals: 0, "the PTE of a page that was freed")
  }

  func testUntouchedPagesCostNoFrames(_ t: inout TestContext) {
    t.expectNothingKept { t in
      guard let block = allocatePages(&t) else { return }
      let (available, committed) = (Count.available, Count.committed)
      Machine().touch(block + 5 << 12)
      t.expect(Count.available, equals: available - 1, "available after one touch")
      t.expect(Count.committed, equals: committed, "committed: it was promised before")
      freePool(block, tag: "Page")
    }
  }

  // MARK: Trimming

  func testTrimmedPagesComeBackWithTheirBytes(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    Pattern.write(block, bytes: bytes, seed: 0x7121)
    let trimmed = Count.trimmed
    t.expect(trimEverything() >= pages, "at least the 20 pages are trimmed")
    t.expect(Count.trimmed - trimmed >= pages, "and counted")
    for page in 0..<pages {
      t.expect(!mmIsAddressValid(block.raw + page << 12), "a trimmed page is not valid")
      t.expect(location(block + page << 12), equals: PageLocation.modified.rawValue, "the list of a page that was written")
    }
    let faults = Count.transitionFaults
    t.expect(Pattern.differences(block, bytes: bytes, seed: 0x7121), equals: 0, "dwords that are not as written")
    t.expect(Count.transitionFaults, equals: faults + pages, "transition faults")
    freePool(block, tag: "Page")
  }

  /// Trimmed, brought back by a read, and trimmed again: its bytes still are nowhere else, although this time the processor saw no write.
  func testPagesStayModifiedUntilTheyAreWritten(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    Pattern.write(block, bytes: bytes, seed: 0x1234)
    _ = trimEverything()
    for page in 0..<pages { Machine().touch(block + page << 12) }
    _ = trimEverything()
    for page in 0..<pages {
      t.expect(location(block + page << 12), equals: PageLocation.modified.rawValue, "the list of a page read since it was written")
    }
    t.expect(Pattern.differences(block, bytes: bytes, seed: 0x1234), equals: 0, "dwords that are not as written")
    freePool(block, tag: "Page")
  }

  /// Pages that were only read need no room on a disk: standby, and available to others.
  func testCleanPagesGoToStandby(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    for page in 0..<pages { Machine().touch(block + page << 12) }
    _ = trimEverything()
    for page in 0..<pages { t.expect(location(block + page << 12), equals: PageLocation.standby.rawValue, "the list of a page that was only read") }
    var hoard = Hoard()
    hoard.take(leaving: 0)
    t.expect(Count.standby, equals: 0, "standby pages with all taken")
    for page in 0..<pages {
      t.expect(Machine()[(block + page << 12).pte].raw, equals: Pte.demandZero(.readWrite).raw, "the PTE of a page that was reused")
    }
    hoard.giveBack()
    t.expect(Pattern.nonzero(block, bytes: bytes), equals: 0, "dwords that are not zero when the pages come again")
    freePool(block, tag: "Page")
  }

  /// However scarce memory is, modified pages are not reused: their bytes are nowhere else.
  func testModifiedPagesSurviveScarceMemory(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    Pattern.write(block, bytes: bytes, seed: 0x5A5A)
    _ = trimEverything()
    var hoard = Hoard()
    hoard.take(leaving: 0)
    t.expect(Pattern.differences(block, bytes: bytes, seed: 0x5A5A), equals: 0, "dwords that are not as written")
    hoard.giveBack()
    freePool(block, tag: "Page")
  }

  func testTrimmedPagesCanBeFreed(_ t: inout TestContext) {
    t.expectNothingKept { t in
      guard let block = allocatePages(&t) else { return }
      Pattern.write(block, bytes: bytes / 2, seed: 1)
      for page in 0..<pages { Machine().touch(block + page << 12) }
      let modified = Count.modified
      _ = trimEverything()
      t.expect(Count.modified >= modified + pages / 2, "half of them are modified")
      freePool(block, tag: "Page")
    }
  }

  /// Small blocks in pages that are out: allocating, freeing and joining bring the pages back.
  func testBlocksOfTrimmedPagesCanBeUsed(_ t: inout TestContext) {
    var blocks = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<64 {
      blocks[index] = allocatePool(.paged, bytes: 700, tag: "Trim")?.raw ?? 0
      Pattern.write(VirtualAddress(blocks[index]), bytes: 700, seed: UInt32(index))
    }
    _ = trimEverything()
    for index in 0..<64 where index & 1 == 0 { freePool(VirtualAddress(blocks[index]), tag: "Trim") }
    _ = trimEverything()
    for index in 0..<64 where index & 1 == 0 {
      blocks[index] = allocatePool(.paged, bytes: 700, tag: "Trim")?.raw ?? 0
      t.expect(blocks[index] != 0, "a block in the place of another")
    }
    _ = trimEverything()
    var differences: UInt32 = 0
    for index in 0..<64 where index & 1 == 1 {
      differences += Pattern.differences(VirtualAddress(blocks[index]), bytes: 700, seed: UInt32(index))
    }
    t.expect(differences, equals: 0, "dwords that are not as written")
    _ = trimEverything()
    for index in 0..<64 { freePool(VirtualAddress(blocks[index]), tag: "Trim") }
  }

  // MARK: Promises kept

  /// Whatever was promised can be touched, all of it, when there is no memory left to promise.
  func testEveryPromisedPageCanBeTouched(_ t: inout TestContext) {
    t.expectNothingKept { t in
      var chain = BlockChain(.paged, bytes: 2 << 20)
      chain.addAll()
      var small = BlockChain(.paged, bytes: pageSize)
      small.addAll()
      var (address, touched) = (SystemRegion.pagedPool.start, UInt32(0))
      let end = memoryManager.pagedPool.withLock { PagedPool.address($0.runs.grown) }
      while address < end {
        if case .demandZero = Machine()[address.pte].state {
          Machine().write32(address + 16, address.raw)
          touched += 1
        }
        address = address + pageSize
      }
      t.expect(touched > 500, "more than 500 pages touched")
      t.expect(Count.available > 0, "a page is available still")
      small.freeAll()
      chain.freeAll()
    }
  }

  /// A fault that finds every page in use waits, and lets others run, until someone gives a page back.
  func testFaultsWaitForAPage(_ t: inout TestContext) {
    guard let block = allocatePages(&t) else { return }
    unsafe hasGivenBack = false
    let helper = createThread(name: "Test", priority: 12) { _ in
      delay(milliseconds: 30)
      unsafe hasGivenBack = true
      unsafe sharedHoard.giveBack()
    }
    unsafe sharedHoard.take(leaving: 0)
    Machine().write32(block, 0x1357_9BDF)
    t.expect(unsafe hasGivenBack, "the other thread ran meanwhile")
    t.expect(Machine().read32(block), equals: 0x1357_9BDF, "what was written when there was a page")
    helper?.wait()
    freePool(block, tag: "Page")
  }

  private nonisolated(unsafe) var sharedHoard = Hoard()
  private nonisolated(unsafe) var hasGivenBack = false
#endif
