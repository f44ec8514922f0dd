import Machine
import Testing

@testable import MemoryManager

/// State broken on purpose, one rule at a time: `checkInvariants` says which.
@Suite struct VerificationTests {
  private let bed = TestBed(frames: 1024)
  private func expect(_ rule: Violation.Rule, _ sourceLocation: SourceLocation = #_sourceLocation, _ breakIt: () throws -> Void) rethrows {
    #expect(bed.violation == nil, sourceLocation: sourceLocation)
    try breakIt()
    #expect(bed.violation?.rule == rule, sourceLocation: sourceLocation)
  }
  private var firstFree: PageFrameNumber { bed.database { $0.free.first } }
  private func pagedPage(write: Bool) throws -> VirtualAddress {
    let block = try #require(bed.allocate(.paged, pageSize))
    if write { bed.machine.write32(block, 1) } else { bed.machine.touch(block) }
    return block
  }

  // MARK: Lists

  @Test func aListThatLeavesMemory() { expect(.listLink) { bed.entry(firstFree).next = PageFrameNumber(0x1_0000) } }
  @Test func aListThatGoesInACircle() { expect(.listLink) { bed.entry(bed.entry(firstFree).next).next = firstFree } }
  @Test func aBackLinkThatIsWrong() {
    expect(.listLink) { bed.entry(bed.entry(bed.entry(firstFree).next).next).previous = firstFree }
  }
  @Test func aListThatEndsEarly() { expect(.listCount) { bed.entry(firstFree).next = .none } }
  @Test func aFrameOfAnotherStateOnAList() { expect(.listLocation) { bed.entry(firstFree).state = PfnState(.zeroed) } }
  @Test func availablePagesMiscounted() { expect(.availableCount) { bed.database { $0.available += 1 } } }
  @Test func transitionMiscounted() { expect(.transitionCount) { bed.database { $0.inTransition += 1 } } }
  @Test func aFrameOnNoList() { expect(.frameLost) { _ = bed.database { $0.removeAnyPage() } } }

  // MARK: Frames and page tables

  @Test func anActiveFrameWithoutShare() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.activeWithoutShare) { bed.entry(bed.machine[block.pte].frame).shareCount = 0 }
  }
  @Test func anActiveFrameWithoutReference() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.activeWithoutShare) { bed.entry(bed.machine[block.pte].frame).state = PfnState(.active) }
  }
  @Test func aTableSharedTooOften() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.tableShareCount) { bed.entry(bed.machine[block.pde].frame).shareCount += 1 }
  }
  @Test func theDirectorySharedTooLittle() { expect(.tableShareCount) { bed.entry(bed.machine.directory).shareCount -= 1 } }
  @Test func aPteThatNamesAnotherFrame() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.pteNamesOtherFrame) { bed.machine[block.pte] = .kernel(firstFree) }
  }
  @Test func aPteThatIsGone() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.pteNamesOtherFrame) { bed.machine[block.pte] = .zero }
  }
  @Test func aFrameWhosePageTableIsMissing() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.pageTableMissing) { bed.entry(bed.machine[block.pte].frame).container = firstFree }
  }
  @Test func aTrimmedPageWhosePteForgotIt() throws {
    let block = try pagedPage(write: true)
    bed.trimAll()
    expect(.transitionFrameState) { bed.machine[block.pte] = .demandZero(.readWrite) }
  }
  @Test func aTrimmedPageWhosePteNamesAnother() throws {
    let block = try pagedPage(write: false)
    bed.trimAll()
    expect(.transitionFrameState) { bed.machine[block.pte] = .transition(firstFree, .readWrite) }
  }

  @Test func aPageSharedTooOften() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.shareCount) { bed.entry(bed.machine[block.pte].frame).shareCount = 2 }
  }
  @Test func aPageReferencedTooOften() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.referenceCount) { bed.entry(bed.machine[block.pte].frame).state = PfnState(.active, references: 2, isModified: true) }
  }
  /// A frame that its last owner can still reach must not be handed out: the next owner's bytes would be seen.
  @Test func aFreeFrameThatIsStillMapped() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    expect(.freeFrameMapped) { bed.database { $0.delete(bed.machine[block.pte], mappedBy: block.pte) } }
  }
  @Test func aZeroedPageThatIsNotZero() {
    bed.zeroAll()
    #expect(bed.violation == nil)
    bed.machine.storePhysical(PhysicalAddress(bed.database { $0.zeroed.first }.address.raw + 64), 1)
    // Not a rule of checkInvariants: that would read all of memory. This is what the tests look for themselves.
    #expect(!bed.isZero(bed.database { $0.zeroed.first }))
  }

  // MARK: Runs, pools

  private func poke(_ table: VirtualAddress, _ page: UInt32, _ value: UInt32) { bed.machine.store32(table + page << 3, value) }

  @Test func systemPteRuns() {
    _ = bed.reserve(1)
    expect(.systemPtes) { poke(SystemLayout.systemPteRuns, 0, 0) }
  }
  @Test func nonpagedExpansionRuns() {
    _ = bed.mm.reserveSystemPtes(20, .nonpagedPoolExpansion)
    expect(.nonpagedExpansion) { poke(SystemLayout.nonpagedExpansionRuns, 0, 30 << 3 | 2) }
  }
  @Test func nonpagedPoolRuns() {
    _ = bed.allocate(.nonpaged, 3 * pageSize)
    expect(.nonpagedRuns) { poke(SystemLayout.nonpagedPoolRuns, 0, 2 << 3 | 2) }
  }
  @Test func pagedPoolRuns() {
    _ = bed.allocate(.paged, 3 * pageSize)
    expect(.pagedRuns) { poke(SystemLayout.pagedPoolRuns, 3, 3 << 3 | 1) }
  }
  @Test(arguments: [PoolType.nonpaged, .paged])
  func aPoolPageWhoseHeadersDisagree(type: PoolType) throws {
    let block = try #require(bed.allocate(type, 100))
    expect(.poolPage) { bed.machine.write32(VirtualAddress(block.raw - 8), PoolHeader(previousSize: 1, size: 14, type: type).raw) }
  }
  @Test func aPoolPageWhoseCountIsWrong() throws {
    let block = try #require(bed.allocate(.nonpaged, 100))
    let page = try #require(bed.mm.poolPage(.nonpaged, block))
    expect(.poolPage) { page.state = PoolPage.State(raw: page.state.raw + 1 << 20) }
  }
  @Test func aPoolPageWhoseFreeListIsWrong() throws {
    let block = try #require(bed.allocate(.nonpaged, 100))
    let page = try #require(bed.mm.poolPage(.nonpaged, block))
    expect(.poolPage) { page.state = PoolPage.State(.blocks, largest: page.state.largest, firstFree: PoolPage.noBlock, inUse: 1) }
  }

  // MARK: The working set and the promises

  @Test func aWorkingSetEntryThatIsGone() throws {
    let block = try pagedPage(write: true)
    let index = bed.entry(bed.machine[block.pte].frame).workingSetIndex
    expect(.workingSetList) { bed.mm.systemWorkingSet.withLock { $0[index] = WorkingSetEntry(nextFree: 0) } }
  }
  @Test func anEntryOfAPageThatIsOut() throws {
    let block = try pagedPage(write: true)
    let index = bed.entry(bed.machine[block.pte].frame).workingSetIndex
    expect(.workingSetIndex) { bed.mm.systemWorkingSet.withLock { $0[index] = WorkingSetEntry(block + 64 * pageSize) } }
  }
  @Test func aFrameThatNamesAnotherEntry() throws {
    let block = try pagedPage(write: true)
    expect(.workingSetIndex) { bed.entry(bed.machine[block.pte].frame).workingSetIndex += 1 }
  }
  @Test func aResidentPageThatNoEntryNames() throws {
    let block = try pagedPage(write: true)
    let index = bed.entry(bed.machine[block.pte].frame).workingSetIndex
    expect(.workingSetSize) { bed.mm.systemWorkingSet.withLock { $0.remove(index) } }
  }
  @Test func aPromiseTooMany() { expect(.commitment) { _ = bed.mm.commitment.withLock { $0.charge(1) } } }
  @Test func aSurePageTooMany() { expect(.residentAvailable) { _ = bed.mm.commitment.withLock { $0.charge(0, resident: 1) } } }
  @Test func aSurePageTooFew() { expect(.residentAvailable) { bed.mm.commitment.withLock { $0.giveBack(0, resident: 1) } } }
  @Test func aPromiseTooFew() { expect(.commitment) { bed.mm.commitment.withLock { $0.giveBack(1) } } }

  @Test func rulesHaveNames() {
    let rules: [Violation.Rule] = [
      .listLink, .listCount, .listLocation, .availableCount, .transitionCount, .frameLost, .activeWithoutShare, .shareCount, .referenceCount,
      .tableShareCount, .freeFrameMapped, .pteNamesOtherFrame, .transitionFrameState, .pageTableMissing, .systemPtes, .nonpagedExpansion,
      .nonpagedRuns, .pagedRuns, .poolPage,
      .workingSetList, .workingSetSize, .workingSetIndex, .commitment, .residentAvailable,
    ]
    #expect(Set(rules.map { "\($0.name)" }).count == rules.count)
  }
}
