#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// What needs pages when there are hardly any gets all of them or none.
  func testNothingIsKeptWhenPagesAreShort(_ t: inout TestContext) {
    t.expectNothingKept { t in
      for left in 0...6 as ClosedRange<UInt32> {
        var hoard = Hoard()
        hoard.take(leaving: 0)
        // For this one what the pool keeps for the next caller is given back.
        t.expect(allocatePool(.nonpaged, bytes: 5 << 12, tag: "Shor") == nil, "no page of nonpaged pool when none is available")
        hoard.giveBack()
        hoard.take(leaving: left)
        let stack = try? memoryManager.createKernelStack()
        t.expect((stack != nil) == (left >= 3), "a stack of three pages with as many available")
        if let stack { memoryManager.deleteKernelStack(top: stack) }
        let block = allocatePool(.nonpaged, bytes: 5 << 12, tag: "Shor")
        t.expect((block != nil) == (left >= 5), "five pages of nonpaged pool with as many available")
        if let block { freePool(block, tag: "Shor") }
        let address = memoryManager.allocateContiguous(ContiguousRequest(pages: 4))
        t.expect(address == nil || left > 4, "four pages in a row only if there are more")
        if let address { _ = memoryManager.freeContiguous(address) }
        t.expect(Count.available, equals: left, "available pages afterwards")
        hoard.giveBack()
      }
    }
  }

  /// Who can wait for a page waits; without end only if he must.
  func testCreationGivesUpWithoutPages(_ t: inout TestContext) {
    t.expectNothingKept { t in
      var hoard = Hoard()
      hoard.take(leaving: 2)
      do throws(Status) {
        try createProcess(name: ImageName("short")).dereference()
        t.expect(false, "a process needs three pages")
      } catch {
        t.expect(error.raw, equals: Status.noMemory.raw, "status of creating a process")
      }
      hoard.giveBack()
    }
  }

  func testCreationWaitsForPages(_ t: inout TestContext) {
    unsafe hasGivenBack = false
    let helper = createThread(name: "Test", priority: 12) { _ in
      delay(milliseconds: 60)
      unsafe hasGivenBack = true
      unsafe sharedHoard.giveBack()
    }
    unsafe sharedHoard.take(leaving: 1)
    let thread = createThread(name: "Test", priority: 9, body: { _ in })
    t.expect(thread != nil, "a thread")
    t.expect(unsafe hasGivenBack, "when the pages had come back")
    thread?.wait()
    helper?.wait()
  }

  /// A working set is sure of its minimum, and everything that cannot be paged out of its pages: together they are never more than RAM.
  func testResidentMemoryIsNotPromisedTwice(_ t: inout TestContext) {
    t.expectNothingKept { t in
      guard let first = try? createProcess(name: ImageName("first")), let space = first.object.addressSpace else {
        return t.expect(false, "a process")
      }
      let minimum = UserMemory.defaultMinimum + Count.residentAvailable - 80
      var status = memoryManager.setWorkingSetLimits(space, minimum: minimum + 81, maximum: minimum + 81)
      t.expect(status.raw, equals: Status.insufficientResources.raw, "status of a minimum that cannot be had")
      status = memoryManager.setWorkingSetLimits(space, minimum: minimum, maximum: minimum)
      t.expect(status.isSuccess, "a minimum that can")
      let second = try? createProcess(name: ImageName("second"))
      t.expect(second != nil && Count.residentAvailable < 30, "another process")
      do throws(Status) {
        try createProcess(name: ImageName("third")).dereference()
        t.expect(false, "a third one cannot have its minimum")
      } catch {
        t.expect(error.raw, equals: Status.insufficientResources.raw, "status of creating a third one")
      }
      var chain = BlockChain(.nonpaged, bytes: 4000)
      chain.addAll()
      t.expect(chain.count < 60 && Count.residentAvailable == 0, "nonpaged pool ends")
      t.expect(createThread(name: "Test", priority: 9, body: { _ in }) == nil, "there is no stack for a thread")
      t.expect(memoryManager.checkInvariants() == nil, "all agrees")
      chain.freeAll()
      for process in [first, second] {
        guard let process else { continue }
        terminateProcess(process, .success)
        process.dereference()
      }
      waitForReaper()
    }
  }

  /// A fault waits for a page that the system still gets.
  func testProgramsLeaveTheLastPages(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: 3 << 12, tag: "Shor") else { return t.expect(false, "three pages") }
    unsafe hasTouched = false
    var hoard = Hoard()
    let toucher = createThread(
      name: "Test", priority: 12,
      body: { address in
        Machine().touch(VirtualAddress(address))
        unsafe hasTouched = true
      }, argument: block.raw)
    hoard.take(leaving: memoryManager.pfnDatabase.withLock { $0.faultReserve })
    delay(milliseconds: 60)
    t.expect(unsafe !hasTouched, "the fault waits")
    let stack = try? memoryManager.createKernelStack()
    t.expect(stack != nil, "a kernel stack meanwhile")
    if let stack { memoryManager.deleteKernelStack(top: stack) }
    hoard.giveBack()
    toucher?.wait()
    t.expect(unsafe hasTouched, "the page came with the others")
    freePool(block, tag: "Shor")
  }

  private nonisolated(unsafe) var sharedHoard = Hoard()
  private nonisolated(unsafe) var hasGivenBack = false
  private nonisolated(unsafe) var hasTouched = false
#endif
