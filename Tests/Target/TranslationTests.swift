#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Two frames with known first dwords, and one page of address space to look at them through.
  private struct TwoFrames {
    let block: VirtualAddress
    let first: PageFrameNumber
    let second: PageFrameNumber

    /// Nil without memory.
    init?() {
      var request = ContiguousRequest(pages: 2)
      request.alignment = 0x2000
      guard let block = memoryManager.allocateContiguous(request), let physical = memoryManager.physicalAddress(of: block) else {
        return nil
      }
      self.block = block
      first = physical.frame
      second = physical.frame + 1
      Machine().store32(block, 0x1111_1111)
      Machine().store32(block + pageSize, 0x2222_2222)
    }

    func free() { mmFreeContiguousMemory(block.raw) }
  }

  func testReusedSystemPtesHaveNoStaleTranslation(_ t: inout TestContext) {
    guard let frames = TwoFrames(), let pte = memoryManager.reserveSystemPtes(1, .system) else { return t.expect(false, "memory") }
    Machine()[pte] = .kernel(frames.first)
    t.expect(Machine().load32(pte.mapped), equals: 0x1111_1111, "through the first mapping")
    // The processor still knows the translation: the release is to make it forget.
    Machine()[pte] = .zero
    releaseSystemPtesOrStop(pte, 1)
    guard let again = memoryManager.reserveSystemPtes(1, .system) else { return t.expect(false, "a PTE again") }
    t.expect(again.raw, equals: pte.raw, "the same PTE comes again")
    Machine()[again] = .kernel(frames.second)
    t.expect(Machine().load32(again.mapped), equals: 0x2222_2222, "through the second mapping")
    Machine()[again] = .zero
    releaseSystemPtesOrStop(again, 1)
    frames.free()
  }

  func testReusedRunsHaveNoStaleTranslation(_ t: inout TestContext) {
    guard let frames = TwoFrames(), let run = memoryManager.reserveSystemPtes(40, .system) else { return t.expect(false, "memory") }
    Machine()[run + 39] = .kernel(frames.first)
    t.expect(Machine().load32((run + 39).mapped), equals: 0x1111_1111, "through the first mapping")
    Machine()[run + 39] = .zero
    releaseSystemPtesOrStop(run, 40)
    guard let again = memoryManager.reserveSystemPtes(40, .system) else { return t.expect(false, "PTEs again") }
    t.expect(again.raw, equals: run.raw, "the same PTEs come again")
    Machine()[again + 39] = .kernel(frames.second)
    t.expect(Machine().load32((again + 39).mapped), equals: 0x2222_2222, "through the second mapping")
    Machine()[again + 39] = .zero
    releaseSystemPtesOrStop(again, 40)
    frames.free()
  }

  /// Pages of pool that are freed and allocated again: other frames behind the same addresses.
  func testReusedPagesHaveNoStaleTranslation(_ t: inout TestContext) {
    guard let first = allocatePool(.nonpaged, bytes: 0x8000, tag: "Test") else { return t.expect(false, "memory") }
    let old = mmGetPhysicalAddress(first.raw)
    Pattern.write(first, bytes: 0x8000, seed: 1)
    freePool(first, tag: "Test")
    // The frames that were given back are first on the free list: someone else takes them.
    guard let other = allocatePool(.nonpaged, bytes: 0x10000, tag: "Test"), let second = allocatePool(.nonpaged, bytes: 0x8000, tag: "Test") else {
      return t.expect(false, "memory again")
    }
    Pattern.write(other, bytes: 0x10000, seed: 2)
    Pattern.write(second, bytes: 0x8000, seed: 3)
    t.expect(Pattern.differences(other, bytes: 0x10000, seed: 2), equals: 0, "dwords of one block changed by writing the other")
    t.expect(mmGetPhysicalAddress(second.raw) != old || second != first, "frame or address is another")
    freePool(second, tag: "Test")
    freePool(other, tag: "Test")
  }

  // MARK: What the processor writes into entries

  func testProcessorSetsAccessedAndDirty(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: pageSize, tag: "Test") else { return t.expect(false, "a page of paged pool") }
    let pte = block.pte
    Machine().touch(block)
    t.expect(Machine()[pte].isAccessed && !Machine()[pte].isDirty, "a page that was read is accessed and clean")
    Machine().write32(block, 1)
    t.expect(Machine()[pte].isDirty, "the processor marks it dirty when it is written")
    Machine()[pte] = Machine()[pte].notAccessed
    Machine().invalidate(block)
    t.expect(!Machine()[pte].isAccessed, "the mark can be taken away")
    Machine().touch(block)
    t.expect(Machine()[pte].isAccessed, "the processor marks it accessed again")
    freePool(block, tag: "Test")
  }

  /// The ageing sweep clears the mark and flushes the translation, or the processor would never set it again.
  func testAgeingIsSeenByTheProcessor(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: pageSize, tag: "Test") else { return t.expect(false, "a page of paged pool") }
    Machine().write32(block, 7)
    memoryManager.workingSetManagerStep(periodic: true)
    t.expect(Machine()[block.pte].isAccessed ? 1 : 0, equals: 0, "accessed after a sweep")
    Machine().touch(block)
    t.expect(Machine()[block.pte].isAccessed ? 1 : 0, equals: 1, "accessed after a touch")
    t.expect(Machine()[block.pte].isDirty ? 1 : 0, equals: 1, "ageing leaves it dirty")
    freePool(block, tag: "Test")
  }

  func testReadOnlyPagesRefuseTheKernel(_ t: inout TestContext) {
    guard let frames = TwoFrames(), let pte = memoryManager.reserveSystemPtes(1, .system) else { return t.expect(false, "memory") }
    Machine()[pte] = .kernel(frames.first, writable: false)
    t.expect(Machine().load32(pte.mapped), equals: 0x1111_1111, "reading it")
    t.expect(probeCopy(to: pte.mapped, from: frames.block + pageSize, bytes: 4), equals: 4, "bytes not written to it")
    t.expect(Machine().load32(frames.block), equals: 0x1111_1111, "what it holds")
    // More rights need no flush: a fault on the old translation is resolved as stale.
    Machine()[pte] = .kernel(frames.first)
    t.expect(probeCopy(to: pte.mapped, from: frames.block + pageSize, bytes: 4), equals: 0, "bytes not written when it became writable")
    t.expect(Machine().load32(frames.block), equals: 0x2222_2222, "what it holds then")
    Machine()[pte] = .zero
    releaseSystemPtesOrStop(pte, 1)
    frames.free()
  }
#endif
