import Machine
import Testing

@testable import MemoryManager

/// Every transition of a frame, one at a time: where it is afterwards, the lists' order and the counts.
@Suite struct PfnDatabaseTests {
  private let bed = TestBed(frames: 1024)
  /// PTEs to hang pages on: a system PTE range that is reserved but not mapped.
  private let first: PteAddress

  init() throws {
    first = try #require(bed.reserve(64))
    bed.zeroAll()
    _ = SoftwareInterrupts.take()
  }

  /// A frame that `pte` maps, as a fault or a pool would make it.
  private func activePage(_ index: UInt32 = 0, isModified: Bool = false) -> PageFrameNumber {
    let pte = first + index
    let frame = bed.database { database in
      let frame = database.removeAnyPage()!
      database.initialize(frame, pte: pte, original: .demandZero(.readWrite), isModified: isModified)
      return frame
    }
    bed.machine[pte] = .kernel(frame)
    return frame
  }
  /// The page's PTE becomes a transition PTE, as trimming does.
  private func trim(_ frame: PageFrameNumber) {
    let pte = bed.entry(frame).pte
    bed.machine[pte] = .transition(frame, .readWrite)
    bed.machine.invalidate(pte.mapped)
    bed.database { $0.decrementShareCount(frame) }
  }
  /// The page's PTE is deleted, and the page with it.
  private func delete(_ frame: PageFrameNumber) {
    let place = bed.entry(frame).pte
    let pte = bed.machine[place]
    bed.machine[place] = .zero
    bed.machine.invalidate(place.mapped)
    bed.database { $0.delete(pte, mappedBy: place) }
  }
  private var listViolation: Violation? { bed.database { $0.checkInvariants() ?? $0.checkPageTables { _ in true } } }
  private func list(_ list: KeyPath<PageLists, [UInt32]>) -> [UInt32] { PageLists(bed)[keyPath: list] }

  // MARK: Taking and putting

  @Test func aZeroedPageComesFromTheZeroedList() throws {
    let before = bed.available
    let taken = try #require(bed.database { $0.removeZeroedPage() })
    #expect(taken.isZeroed && bed.isZero(taken.frame) && bed.available == before - 1)
    bed.database { $0.insertFree(taken.frame) }
    #expect(bed.location(taken.frame) == .free && bed.available == before)
    #expect(listViolation == nil)
  }

  @Test func withoutZeroedPagesAFreeOneIsSaidToBeUnzeroed() throws {
    bed.dirtyEveryFreePage()
    let taken = try #require(bed.database { $0.removeZeroedPage() })
    #expect(!taken.isZeroed)
  }

  @Test func anyPagePrefersFreeOnes() throws {
    let frame = activePage()
    delete(frame)
    #expect(list(\.free) == [frame.raw])
    #expect(bed.database { $0.removeAnyPage() } == frame)
    let zeroed = list(\.zeroed)[0]
    #expect(bed.database { $0.removeAnyPage()?.raw } == zeroed)
  }

  @Test func theFreeListIsLastInFirstOut() {
    let frames = (0..<3).map { activePage($0) }
    for frame in frames { delete(frame) }
    #expect(list(\.free) == frames.reversed().map(\.raw))
  }

  @Test func standbyIsReusedOldestFirst() {
    let frames = (0..<4).map { activePage($0) }
    for frame in frames { trim(frame) }
    #expect(list(\.standby) == frames.map(\.raw))
    #expect(listViolation == nil)
    bed.database { database in while let taken = database.removeZeroedPage(), taken.isZeroed {} }
    // The first of the standby pages went with the loop's last call; its PTE is what it was made from.
    #expect(list(\.standby) == frames.dropFirst().map(\.raw))
    #expect(bed.machine[first] == .demandZero(.readWrite))
    #expect(bed.machine[first + 1].state == .transition(frames[1], .readWrite))
    #expect(bed.database { $0.removeAnyPage() } == frames[1])
  }

  @Test func standbyPagesOfLowPriorityGoFirst() {
    let priorities: [UInt32] = [5, 0, 7, 5, 1, 0]
    let frames = priorities.indices.map { activePage(UInt32($0)) }
    for (frame, priority) in zip(frames, priorities) {
      bed.database { $0.setPriority(frame, priority) }
      trim(frame)
    }
    #expect(listViolation == nil && bed.database { $0.standby.count } == 6)
    bed.database { database in while database.available > 6 { _ = database.removeZeroedPage() } }
    let taken = frames.map { _ in bed.database { $0.removeAnyPage() } }
    #expect(taken == [1, 5, 4, 0, 3, 2].map { frames[$0] })
  }

  @Test func noPageAtAll() {
    bed.database { database in
      while database.removeAnyPage() != nil {}
      #expect(database.available == 0 && database.removeZeroedPage() == nil && database.beginZeroing() == nil)
    }
  }

  // MARK: Share and reference counts

  @Test func anInitializedPageIsSharedAndReferencedOnce() {
    let table = bed.machine[first.container].frame
    let shares = bed.entry(table).shareCount
    let frame = activePage()
    let entry = bed.entry(frame)
    #expect(entry.state == PfnState(.active, references: 1) && entry.shareCount == 1 && entry.pte == first)
    #expect(entry.original == .demandZero(.readWrite) && entry.container == table && !entry.isDeleted)
    #expect(bed.entry(table).shareCount == shares + 1)
    #expect(listViolation == nil)
  }

  @Test func aCleanPageGoesToStandbyAModifiedOneToModified() {
    let (clean, dirty) = (activePage(0), activePage(1, isModified: true))
    let before = bed.available
    trim(clean)
    trim(dirty)
    #expect(bed.location(clean) == .standby && bed.location(dirty) == .modified && bed.available == before + 1)
    #expect(bed.entry(clean).state.references == 0 && bed.entry(dirty).state.isModified)
    #expect(list(\.modified) == [dirty.raw] && listViolation == nil)
  }

  @Test func aPageNotedModifiedIsKept() {
    let frame = activePage()
    bed.database { $0.noteModified(frame) }
    trim(frame)
    #expect(bed.location(frame) == .modified)
  }

  @Test func reactivatingTakesAPageOffItsList() {
    for isModified in [false, true] {
      let frame = activePage(isModified: isModified)
      trim(frame)
      bed.database { $0.reactivate(frame) }
      bed.machine[first] = .kernel(frame)
      #expect(bed.entry(frame).state == PfnState(.active, references: 1, isModified: isModified) && bed.entry(frame).shareCount == 1)
      #expect(listViolation == nil)
      delete(frame)
    }
  }

  @Test func theLastShareDecides() {
    let frame = activePage()
    bed.database { $0.incrementShareCount(frame) }
    bed.database { $0.decrementShareCount(frame) }
    #expect(bed.location(frame) == .active && bed.entry(frame).shareCount == 1)
    trim(frame)
    #expect(bed.location(frame) == .standby)
  }

  @Test func aReferencedPageStaysInTransition() {
    let frame = activePage()
    bed.database { $0.incrementReferenceCount(frame) }
    trim(frame)
    #expect(bed.location(frame) == .transition && bed.database { $0.inTransition } == 1)
    #expect(listViolation == nil)
    bed.database { $0.decrementReferenceCount(frame) }
    #expect(bed.location(frame) == .standby && bed.database { $0.inTransition } == 0)
    #expect(listViolation == nil)
  }

  @Test func aPageInTransitionCanBeFoundAgain() {
    let frame = activePage(isModified: true)
    bed.database { $0.incrementReferenceCount(frame) }
    trim(frame)
    bed.database { $0.reactivate(frame) }
    bed.machine[first] = .kernel(frame)
    #expect(bed.entry(frame).state == PfnState(.active, references: 2, isModified: true) && bed.database { $0.inTransition } == 0)
    bed.database { $0.decrementReferenceCount(frame) }
    #expect(bed.location(frame) == .active && listViolation == nil)
  }

  @Test func twoReferencesMustGoBoth() {
    let frame = activePage()
    bed.database { $0.incrementReferenceCount(frame) }
    bed.database { $0.incrementReferenceCount(frame) }
    trim(frame)
    bed.database { $0.decrementReferenceCount(frame) }
    #expect(bed.location(frame) == .transition && bed.database { $0.inTransition } == 1)
    bed.database { $0.decrementReferenceCount(frame) }
    #expect(bed.location(frame) == .standby)
  }

  // MARK: Deleting

  @Test func deletingFreesTheFrameAndLetsGoOfTheTable() {
    let table = bed.machine[first.container].frame
    let shares = bed.entry(table).shareCount
    let frame = activePage(isModified: true)
    delete(frame)
    #expect(bed.location(frame) == .free && bed.entry(table).shareCount == shares && listViolation == nil)
  }

  @Test func aDeletedPageWithAReferenceIsFreedWithIt() {
    let frame = activePage(isModified: true)
    bed.database { $0.incrementReferenceCount(frame) }
    delete(frame)
    #expect(bed.location(frame) == .transition && bed.entry(frame).isDeleted)
    bed.database { $0.decrementReferenceCount(frame) }
    #expect(bed.location(frame) == .free && listViolation == nil)
    // And the mark does not stay for the next owner.
    #expect(activePage() == frame)
    #expect(!bed.entry(frame).isDeleted)
    trim(frame)
    #expect(bed.location(frame) == .standby)
  }

  @Test(arguments: [false, true])
  func deletingATrimmedPageFreesIt(isModified: Bool) {
    let before = bed.available
    let frame = activePage(isModified: isModified)
    trim(frame)
    bed.machine[first] = .zero
    bed.database { $0.deleteTransition(frame) }
    #expect(bed.location(frame) == .free && bed.available == before && listViolation == nil)
  }

  @Test func deletingAPageOnItsWayFreesItLater() {
    let frame = activePage()
    bed.database { $0.incrementReferenceCount(frame) }
    trim(frame)
    bed.machine[first] = .zero
    bed.database { $0.deleteTransition(frame) }
    #expect(bed.location(frame) == .transition)
    bed.database { $0.decrementReferenceCount(frame) }
    #expect(bed.location(frame) == .free && listViolation == nil)
  }

  /// Page tables and PFN database that disagree stop the machine before anything is freed twice.
  @Test func deletingAFrameThatIsNotInUseStops() async {
    await #expect(processExitsWith: .failure) {
      let bed = TestBed(frames: 900)
      let frame = bed.database { $0.free.first }
      bed.database { $0.delete(.kernel(frame), mappedBy: VirtualAddress(0xE800_0000).pte) }
    }
  }
  @Test func deletingAnothersFrameStops() async {
    await #expect(processExitsWith: .failure) {
      let bed = TestBed(frames: 900)
      let place = bed.allocate(.nonpaged, 4096)!.pte
      bed.database { $0.delete(bed.machine[place], mappedBy: place + 1) }
    }
  }

  // MARK: Lists that only methods fill

  @Test func badAndModifiedNoWritePagesAreNotAvailable() throws {
    let before = bed.available
    let frame = try #require(bed.database { $0.removeAnyPage() })
    bed.database { $0.insertBad(frame) }
    #expect(bed.location(frame) == .bad && bed.available == before - 1 && list(\.bad) == [frame.raw])
    let page = activePage(isModified: true)
    bed.machine[first] = .transition(page, .readWrite)
    bed.machine.invalidate(first.mapped)
    bed.database { $0.insertModifiedNoWrite(page) }
    #expect(list(\.noWrite) == [page.raw] && listViolation == nil)
    bed.database { $0.reactivate(page) }
    bed.machine[first] = .kernel(page)
    #expect(list(\.noWrite) == [] && listViolation == nil)
    bed.database { $0.unlink(frame) }
    #expect(list(\.bad) == [])
  }

  // MARK: Zeroing

  @Test func zeroingGoesThroughTransition() throws {
    bed.dirtyEveryFreePage()
    let before = bed.available
    let frame = try #require(bed.database { $0.beginZeroing() })
    #expect(bed.location(frame) == .transition && bed.available == before - 1 && listViolation == nil)
    bed.database { $0.endZeroing(frame) }
    #expect(bed.location(frame) == .zeroed && bed.available == before && listViolation == nil)
  }

  // MARK: Wake-ups

  @Test func fallingBelowTheThresholdWakesTheWorkingSetManager() {
    let threshold = bed.database { $0.lowThreshold }
    let frames = (threshold..<bed.available).map { _ in bed.database { $0.removeAnyPage()! } }
    #expect(bed.available == threshold && SoftwareInterrupts.take() == [])
    let last = bed.database { $0.removeAnyPage()! }
    #expect(SoftwareInterrupts.take() == .wakeWorkingSetManager)
    bed.database { $0.insertFree(last) }
    #expect(SoftwareInterrupts.take() == .pagesAvailable)
    for frame in frames.prefix(6) { bed.database { $0.insertFree(frame) } }
    #expect(SoftwareInterrupts.take() == [])
    bed.database { $0.insertFree(frames[6]) }
    #expect(SoftwareInterrupts.take() == .wakeZeroPageThread)
    bed.database { $0.insertZeroed(frames[7]) }
    #expect(SoftwareInterrupts.take() == [])
  }
}
