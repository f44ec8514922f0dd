#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// The page file of these tests: 16 MB.
  func openPageFile(_ t: inout TestContext) {
    guard PageFiles.count == 0 else { return }
    do throws(Status) {
      try createPagingFile(VolumePath("\\pagefile.sys"), PagingFileSizes(minimum: 4096, maximum: 4096))
    } catch { t.expect(error.raw, equals: 0, "the status of a new page file") }
  }

  /// All modified pages are written, and every frame that can be had gets another owner: what was out is on the disk alone.
  func evictEverything(_ t: inout TestContext) {
    for _ in 0..<200 where Count.modified > 0 || memoryManager.pfnDatabase.withLock({ $0.beingWritten }) > 0 {
      unsafe modifiedPageWriterEvent.set()
      delay(milliseconds: 10)
    }
    t.expect(Count.modified, equals: 0, "modified pages left")
    var hoard = Hoard()
    hoard.take(leaving: 0)
    hoard.giveBack()
    t.expect(Count.standby, equals: 0, "standby pages left")
  }

  var slotsUsed: UInt32 { memoryManager.pfnDatabase.withLock { $0.pageFiles.used() } }
  private func isInPageFile(_ pte: PteAddress) -> Bool { if case .pageFile = Machine()[pte].state { true } else { false } }

  // MARK: Paged pool

  func testPagedPoolGoesOutAndComesBack(_ t: inout TestContext) {
    openPageFile(&t)
    let (pages, slots) = (UInt32(48), slotsUsed)
    guard let block = allocatePool(.paged, bytes: pages << 12, tag: .disk) else { return t.expect(false, "paged pool") }
    Pattern.write(block, bytes: pages << 12, seed: 5)
    _ = memoryManager.trimSystemWorkingSet(.max, age: 0)
    evictEverything(&t)
    for page in 0..<pages { t.expect(isInPageFile((block + page << 12).pte), "a page is in the page file") }
    t.expect(slotsUsed >= slots + pages, "its slots")
    t.expectInvariants()
    let before = memoryManager.systemWorkingSet.withLock { $0.counters.hard }
    t.expect(Pattern.differences(block, bytes: pages << 12, seed: 5), equals: 0, "dwords that are not as written")
    let hard = memoryManager.systemWorkingSet.withLock { $0.counters.hard } - before
    t.expect(hard >= pages / PagingTransfer.largestRead && hard <= pages / PagingTransfer.largestRead + 2, "hard faults: clusters were read")
    t.expectInvariants()
    freePool(block, tag: .disk)
    t.expect(slotsUsed <= slots, "no slot is left over")
    t.expectInvariants()
  }

  /// One of its pages comes to lie where the disk cannot be read: the kernel cannot do without. It ends in a bug check.
  func testPoolThatCannotBeRead(_ t: inout TestContext) {
    openPageFile(&t)
    let pages: UInt32 = 240
    guard let block = allocatePool(.paged, bytes: pages << 12, tag: .disk) else { return t.expect(false, "paged pool") }
    Pattern.write(block, bytes: pages << 12, seed: 6)
    _ = memoryManager.trimSystemWorkingSet(.max, age: 0)
    evictEverything(&t)
    _ = Pattern.differences(block, bytes: pages << 12, seed: 6)
    t.expect(false, "a page that cannot be read was read")
  }

  // MARK: Kernel stacks

  func testStacksGoOutAndComeBack(_ t: inout TestContext) {
    openPageFile(&t)
    guard let sleeper = Sleeper(&t, milliseconds: 1500) else { return }
    let (slots, thread) = (slotsUsed, sleeper.thread)
    outswapThreads(waitingFor: 0)
    t.expect(!thread.object.isStackResident && sleeper.program.process.object.isOutswapped, "its stack and its process are out")
    evictEverything(&t)
    let top = thread.object.stackBase
    for page in UInt32(1)...MemoryManager.kernelStackPages {
      t.expect(isInPageFile(VirtualAddress(top.raw - page << 12).pte), "a page of the stack is out")
    }
    t.expect(slotsUsed >= slots + MemoryManager.kernelStackPages, "its slots")
    t.expectInvariants()
    delay(milliseconds: 2500)
    t.expect(thread.object.isStackResident && !sleeper.program.process.object.isOutswapped, "it is back")
    t.expect(sleeper.program.read(Sleeper.said), equals: 0x77, "it went on as if nothing had been")
    sleeper.end(&t)
  }

  func testThreadsWhoseStacksAreOutCanEnd(_ t: inout TestContext) {
    openPageFile(&t)
    guard let sleeper = Sleeper(&t, milliseconds: 60_000) else { return }
    outswapThreads(waitingFor: 0)
    t.expect(!sleeper.thread.object.isStackResident, "its stack is out")
    evictEverything(&t)
    sleeper.end(&t)
  }

  // MARK: Page tables

  func testPageTablesGoOutAndComeBack(_ t: inout TestContext) {
    openPageFile(&t)
    guard let sleeper = Sleeper(&t, milliseconds: 60_000), let space = sleeper.program.process.object.addressSpace else { return }
    sleeper.program.write(Sleeper.said, 0x1234_5678)
    // Its pages leave memory first, and then, as it names none any more, the page table.
    for _ in 0..<2 {
      memoryManager.outSwap(space)
      evictEverything(&t)
    }
    let offset = CodeProcess.code.pde.asVirtual.pageOffset
    let pde = memoryManager.hyperspace.withLock { Pte(raw: $0.load32(space.directory, offset: offset)) }
    guard case .pageFile = pde.state else { return t.expect(pde.raw, equals: 0, "the directory entry: its page table should be out") }
    t.expectInvariants()
    t.expect(sleeper.program.read(Sleeper.said), equals: 0x1234_5678, "what is in its page")
    sleeper.end(&t)
  }
#endif
