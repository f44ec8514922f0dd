#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Maps `frame` at both ends of a run and reads it there, so that each length is tried on the real page tables.
  private func tryRun(_ t: inout TestContext, _ count: UInt32, _ frame: PageFrameNumber) {
    guard let first = memoryManager.reserveSystemPtes(count, .system) else { return t.expect(false, "a run of PTEs") }
    for page in 0..<count { t.expect(Machine()[first + page].raw, equals: 0, "a reserved PTE") }
    Machine()[first] = .kernel(frame)
    Machine()[first + (count - 1)] = .kernel(frame)
    t.expect(Machine().load32(first.mapped), equals: 0x600D_F00D, "through the first PTE")
    t.expect(Machine().load32((first + (count - 1)).mapped), equals: 0x600D_F00D, "through the last PTE")
    Machine()[first] = .zero
    Machine()[first + (count - 1)] = .zero
    releaseSystemPtesOrStop(first, count)
  }

  func testSystemPtesOfEachLength(_ t: inout TestContext) {
    guard let page = allocatePool(.nonpaged, bytes: pageSize, tag: "Test") else { return t.expect(false, "a page") }
    Machine().store32(page, 0x600D_F00D)
    let frame = Machine()[page.pte].frame
    t.expectNothingKept { t in
      for count in UInt32(1)...17 { tryRun(&t, count, frame) }
      tryRun(&t, 100, frame)
      tryRun(&t, 1000, frame)
    }
    freePool(page, tag: "Test")
  }

  /// Runs in use never overlap: each PTE of 16 runs holds its run's number.
  func testSystemPteRunsDoNotOverlap(_ t: inout TestContext) {
    var runs = InlineArray<17, UInt32>(repeating: 0)
    for count in UInt32(1)...16 {
      guard let first = memoryManager.reserveSystemPtes(count, .system) else { return t.expect(false, "a run of PTEs") }
      runs[Int(count)] = first.raw
      for page in 0..<count {
        t.expect(Machine()[first + page].raw, equals: 0, "a PTE that another run has")
        Machine()[first + page] = Pte(raw: count << 12)
      }
    }
    for count in UInt32(1)...16 {
      let first = PteAddress(raw: runs[Int(count)])
      for page in 0..<count {
        t.expect(Machine()[first + page].raw, equals: count << 12, "a PTE of a run")
        Machine()[first + page] = .zero
      }
      releaseSystemPtesOrStop(first, count)
    }
  }

  func testSystemPtesAreAligned(_ t: inout TestContext) {
    t.expectNothingKept { t in
      var alignment: UInt32 = 2
      while alignment <= 1024 {
        guard let first = memoryManager.reserveSystemPtes(3, alignment: alignment, .system) else { return t.expect(false, "aligned PTEs") }
        t.expect(first.mapped.page & (alignment - 1), equals: 0, "pages over the alignment")
        releaseSystemPtesOrStop(first, 3)
        alignment *= 2
      }
      t.expect(memoryManager.reserveSystemPtes(3, alignment: 3, .system) == nil, "an alignment of 3 is refused")
      t.expect(memoryManager.reserveSystemPtes(0, .system) == nil, "no PTEs are refused")
    }
  }

  /// Reserves all there are, sees one more refused and counted, and gives them back.
  func testSystemPtesRunOutAndRecover(_ t: inout TestContext) {
    let failures = memoryManager.systemPtes.withLock { $0.failures }
    t.expectNothingKept { t in
      // The first PTE of each run links to the run before.
      var (last, runs) = (UInt32(0), UInt32(0))
      while let first = memoryManager.reserveSystemPtes(256, .system) {
        Machine()[first] = Pte(raw: last & ~1)
        last = first.raw
        runs += 1
      }
      let limit = memoryManager.systemPtes.withLock { $0.limit }
      t.expect(runs >= limit / 256 - 2, "most of the limit was handed out")
      while last != 0 {
        let first = PteAddress(raw: last)
        last = Machine()[first].raw
        Machine()[first] = .zero
        releaseSystemPtesOrStop(first, 256)
      }
      guard let again = memoryManager.reserveSystemPtes(1000, .system) else { return t.expect(false, "1000 PTEs afterwards") }
      releaseSystemPtesOrStop(again, 1000)
    }
    t.expect(memoryManager.systemPtes.withLock { $0.failures }, equals: failures + 2, "failures counted")
  }

  /// Returns raw misuse codes so that what was found can be said; 0 for none.
  private func release(_ first: PteAddress, _ count: UInt32) -> UInt32 {
    memoryManager.releaseSystemPtes(first, count, .system)?.rawValue ?? 0
  }

  func testSystemPteMisuseIsRefused(_ t: inout TestContext) {
    guard let first = memoryManager.reserveSystemPtes(5, .system) else { return t.expect(false, "5 PTEs") }
    let notReserved = SystemPtes.Misuse.notReserved.rawValue
    t.expect(release(first, 4), equals: SystemPtes.Misuse.wrongCount.rawValue, "four of five")
    t.expect(release(first + 1, 4), equals: notReserved, "from the second on")
    Machine()[first + 3] = .kernel(PageFrameNumber(0xB8))
    t.expect(release(first, 5), equals: SystemPtes.Misuse.stillMapped.rawValue, "while one is mapped")
    Machine()[first + 3] = .zero
    t.expect(release(first, 5), equals: 0, "as it should be")
    t.expect(release(first, 5), equals: notReserved, "a second time")
    t.expect(release(SystemLayout.nonpagedPool.pte, 1), equals: notReserved, "PTEs of nonpaged pool")
    t.expect(release(PteAddress(raw: 0xC000_0000), 1), equals: notReserved, "PTEs of address 0")
  }
#endif
