import Machine
import Testing

@testable import MemoryManager

/// One page, or a few, on their way to a page file and back.
@Suite struct PagingTests {
  private let bed = TestBed(frames: 1024)
  private let disk: PagingDisk
  private let process: Process
  private static let base: UInt32 = 0x50_0000
  private let start: (slots: UInt32, charged: UInt32)

  init() throws {
    disk = PagingDisk(bed, seed: 1)
    _ = try bed.mm.addPageFile(size: 1000, maximum: 2000, minimum: 1000)
    start = (0, bed.charged)
    process = Process(bed)!
    #expect(process.allocate(Self.base, 0x40_0000, MEM.reserve | MEM.commit).status == .success)
  }

  @Test(arguments: [false, true]) func theExecutiveCanBeKeptInMemory(isKept: Bool) throws {
    let bed = TestBed(frames: 1024, options: isKept ? "DisablePagingExecutive=1" : "DisablePagingExecutive=0")
    _ = try bed.mm.addPageFile(size: 100, maximum: 100, minimum: 100)
    #expect(bed.mm.areStacksPageable == !isKept)
    let block = try #require(bed.allocate(.paged, 8 << 12))
    for page in UInt32(0)..<8 { bed.machine.write32(block + page << 12, page) }
    for _ in 0..<5 { bed.mm.workingSetManagerStep(periodic: true) }
    var taken: [PageFrameNumber] = []
    while bed.available > 4, let frame = bed.database({ $0.removeAnyPage() }) { taken.append(frame) }
    bed.mm.workingSetManagerStep(periodic: false)
    #expect(bed.mm.systemWorkingSet.withLock { $0.size } == (isKept ? 8 : 0))
    // Nor when someone asks for it.
    _ = bed.mm.trimSystemWorkingSet(.max, age: 0)
    #expect(bed.mm.systemWorkingSet.withLock { $0.size } == (isKept ? 8 : 0))
  }

  private var violation: Violation? {
    let found = bed.violation
    if let found { Issue.record("\(found)") }
    return found
  }
  private var used: UInt32 { bed.database { $0.pageFiles.used() } }
  private var workingSet: (size: UInt32, faults: UInt32) { process.space.memory.withLock { ($0.workingSet.size, $0.workingSet.counters.faults) } }
  private var counters: PagingCounters { bed.database { $0.pageFiles.counters } }
  private func address(_ page: UInt32) -> UInt32 { Self.base + page << 12 }
  private func pte(_ page: UInt32) -> Pte { process.run { bed.machine[VirtualAddress(address(page)).pte] } }
  private func isOut(_ page: UInt32) -> Bool { if case .pageFile = pte(page).state { true } else { false } }
  private func frame(_ page: UInt32) -> PageFrameNumber { pte(page).frame }

  /// The process writes to the pages, they go to the page file, and their frames go to others.
  private func pageOut(_ pages: Range<UInt32>, value: UInt32 = 0x1000) {
    for page in pages { #expect(process.write(address(page), value + page)) }
    writeAll()
    bed.reuseStandby()
  }
  private func writeAll() {
    process.empty()
    while disk.startWrite() { disk.endAll() }
  }
  /// As the thread of a program that does not wait: what its fault asks for.
  private func fault(_ page: UInt32, _ access: PageFault.Access = .read) -> FaultResolution {
    process.run { bed.mm.accessFault(PageFault(address: VirtualAddress(address(page)), access: access, mode: .user), in: process.space) }
  }
  private func pageIn(_ page: UInt32) throws -> PagingTransfer {
    guard case .pageIn(let transfer) = fault(page) else { throw Status.unsuccessful }
    return transfer
  }
  private func end() {
    process.end()
    #expect(violation == nil && used == 0 && bed.charged == start.charged)
  }

  // MARK: Out and in

  @Test func aPageGoesOutAndComesBack() {
    pageOut(0..<1)
    #expect(isOut(0) && used == 1 && violation == nil)
    #expect(process.read(address(0)) == 0x1000 && process.read(address(0) + 8) == 0)
    #expect(counters == PagingCounters(pagesRead: 1, reads: 1, pagesWritten: 1, writes: 1) && violation == nil)
    end()
  }

  /// As long as it is only read it need not be written again.
  @Test func aCleanPageKeepsItsSlot() {
    pageOut(0..<1)
    let out = pte(0)
    #expect(process.read(address(0)) == 0x1000 && used == 1)
    process.empty()
    #expect(bed.database { $0.modified.count } == 0)
    bed.reuseStandby()
    #expect(pte(0) == out)
    #expect(process.write(address(0), 7))
    process.empty()
    #expect(used == 0 && bed.database { $0.modified.count } == 1 && violation == nil)
    writeAll()
    bed.reuseStandby()
    #expect(process.read(address(0)) == 7)
    end()
  }

  /// Pages beside each other go to slots beside each other, and come back with one read: eight of them, or what is left of a group of eight.
  @Test func neighbours() throws {
    pageOut(3..<27)
    #expect(counters.writes == 2 && counters.pagesWritten == 24)
    #expect(process.read(address(10)) == 0x100A)
    #expect(counters == PagingCounters(pagesRead: 8, reads: 1, pagesWritten: 24, writes: 2))
    for page in 8..<16 as Range<UInt32> { #expect(process.read(address(page)) == 0x1000 + page) }
    #expect(counters.reads == 1 && process.read(address(3)) == 0x1003)
    #expect(counters.pagesRead == 13 && counters.reads == 2)
    end()
  }

  /// While there is plenty of memory they are there at once, but as pages that nobody has accessed yet.
  @Test func neighboursComeIntoTheWorkingSet() {
    pageOut(0..<16)
    #expect(process.read(address(10)) == 0x100A && workingSet.size == 8 && violation == nil)
    for page in 0..<16 as Range<UInt32> { #expect(pte(page).isValid == (page >= 8) && pte(page).isAccessed == (page == 10)) }
    let faults = workingSet.faults
    #expect(process.write(address(9), 7) && workingSet.faults == faults)
    writeAll()
    bed.reuseStandby()
    #expect(counters.pagesWritten == 17 && process.read(address(9)) == 7 && process.read(address(15)) == 0x100F)
    end()
  }

  /// Memory that others could use is for what has been asked for.
  @Test func neighboursStayOnStandbyWhenMemoryIsNotPlentiful() {
    pageOut(0..<8)
    var taken: [PageFrameNumber] = []
    while bed.database({ $0.isPlentiful }), let frame = bed.database({ $0.removeAnyPage() }) { taken.append(frame) }
    #expect(process.read(address(3)) == 0x1003 && workingSet.size == 1 && counters.pagesRead == 8)
    for frame in taken { bed.database { $0.insertFree(frame) } }
    #expect(process.read(address(4)) == 0x1004 && counters.pagesRead == 8)
    end()
  }

  /// What one may do with a page says nothing about the page beside it.
  @Test func neighboursWithAnotherProtectionAreLeft() {
    pageOut(0..<8)
    #expect(process.protect(address(2), 0x1000, PAGE.noAccess).status == .success)
    #expect(process.protect(address(5), 0x1000, PAGE.readWrite | PAGE.guardPage).status == .success)
    #expect(process.read(address(0)) == 0x1000 && workingSet.size == 6 && violation == nil)
    #expect(process.read(address(2)) == nil && process.read(address(5)) == nil && process.read(address(5)) == 0x1005)
    end()
  }

  @Test func aPageThatStaysOnStandbyIsNotRead() {
    #expect(process.write(address(0), 5))
    writeAll()
    #expect(process.read(address(0)) == 5 && counters.reads == 0 && used == 1)
    end()
  }

  @Test func freeingWhatIsOut() {
    pageOut(0..<20)
    #expect(process.free(address(4), 0x4000, MEM.decommit).status == .success)
    #expect(used == 16 && violation == nil)
    #expect(process.free(Self.base, 0, MEM.release).status == .success)
    #expect(used == 0 && violation == nil)
    end()
  }

  @Test func protectingWhatIsOut() {
    pageOut(0..<2)
    #expect(process.protect(address(0), 0x2000, PAGE.readOnly).old == PAGE.readWrite)
    #expect(isOut(0) && pte(0).softwareProtection == .readOnly && process.query(address(0))?.protect == PAGE.readOnly)
    #expect(!process.write(address(0), 1) && process.read(address(0)) == 0x1000 && process.read(address(1)) == 0x1001)
    #expect(violation == nil)
    end()
  }

  @Test func lockingWhatIsOut() {
    pageOut(0..<20)
    #expect(process.lock(address(0), 0x1_4000).status == .success)
    #expect((0..<20).allSatisfy { pte($0).isValid } && violation == nil)
    process.empty()
    #expect((0..<20).allSatisfy { pte($0).isValid && process.read(address($0)) == 0x1000 + $0 })
    #expect(process.unlock(address(0), 0x1_4000).status == .success)
    end()
  }

  /// What is not needed any more is not brought back.
  @Test func resettingWhatIsOut() {
    pageOut(0..<2)
    #expect(process.allocate(address(0), 0x1000, MEM.reset).status == .success)
    #expect(used == 1 && process.read(address(0)) == 0 && process.read(address(1)) == 0x1001 && violation == nil)
    end()
  }

  /// What was written to a page last is forgotten, but never what was there before.
  @Test func resettingAPageThatWasChanged() {
    pageOut(0..<1)
    #expect(process.write(address(0), 8))
    #expect(process.allocate(address(0), 0x1000, MEM.reset).status == .success)
    process.empty()
    bed.reuseStandby()
    let found = process.read(address(0))
    #expect(found == 8 || found == 0)
    end()
  }

  // MARK: While a page is being read

  @Test func aCollidedFault() throws {
    pageOut(0..<8)
    let transfer = try pageIn(2)
    #expect(fault(2) == .collided(transfer) && fault(5, .write) == .collided(transfer) && violation == nil)
    disk.start(transfer)
    #expect(disk.wait(transfer))
    #expect(fault(2) == .resolved && fault(5, .write) == .resolved)
    bed.mm.leave(transfer)
    bed.mm.release(transfer)
    bed.mm.leave(transfer)
    #expect(process.read(address(2)) == 0x1002 && process.read(address(5)) == 0x1005 && counters.reads == 1 && violation == nil)
    end()
  }

  /// The frames are held for whoever asked, however short memory is before he looks.
  @Test func whatWasReadStaysForItsReader() throws {
    pageOut(0..<8)
    let transfer = try pageIn(2)
    disk.start(transfer)
    #expect(disk.wait(transfer))
    bed.reuseStandby()
    #expect(fault(2) == .resolved && !isOut(3) && violation == nil)
    bed.mm.release(transfer)
    #expect(violation == nil)
    bed.reuseStandby()
    #expect(isOut(3) && process.read(address(2)) == 0x1002 && counters.reads == 1)
    end()
  }

  @Test func aReadThatFails() throws {
    pageOut(0..<8)
    let transfer = try pageIn(2)
    #expect(fault(3) == .collided(transfer))
    bed.mm.endPageIn(transfer, succeeded: false)
    #expect((0..<8).allSatisfy { isOut($0) } && used == 8 && violation == nil)
    bed.mm.release(transfer)
    bed.mm.leave(transfer)
    #expect(counters.readErrors == 1 && process.read(address(3)) == 0x1003 && violation == nil)
    end()
  }

  /// When the page in it is freed no other comes there.
  @Test func aSlotThatCannotBeRead() throws {
    let limit = bed.mm.commitment.withLock { $0.limit }
    pageOut(0..<2)
    let slot = pte(0).pageFileOffset
    #expect(process.free(address(1), 0x1000, MEM.decommit).status == .success)
    for _ in 0..<2 {
      let transfer = try pageIn(0)
      bed.mm.noteUnreadable(transfer)
      bed.mm.endPageIn(transfer, succeeded: false)
      bed.mm.release(transfer)
    }
    #expect(isOut(0) && used == 1 && bed.mm.commitment.withLock { $0.limit } == limit - 1)
    #expect(process.free(address(0), 0x1000, MEM.decommit).status == .success)
    #expect(used == 0 && bed.database { $0.pageFiles[0]!.retired } == 1 && violation == nil)
    while let slots = bed.database({ $0.pageFiles.allocate(upTo: 16) }) { #expect(!(slots.first..<slots.first + slots.count).contains(slot)) }
    #expect(used == 998)
  }

  @Test(arguments: [true, false])
  func freeingWhatIsBeingRead(succeeded: Bool) throws {
    pageOut(0..<8)
    let transfer = try pageIn(2)
    #expect(process.free(address(0), 0x4000, MEM.decommit).status == .success)
    #expect(violation == nil)
    bed.mm.endPageIn(transfer, succeeded: succeeded)
    #expect(violation == nil)
    bed.mm.release(transfer)
    #expect(used == 4 && fault(2) == .accessViolation && violation == nil)
    end()
  }

  @Test func protectingWhatIsBeingRead() throws {
    pageOut(0..<2)
    let transfer = try pageIn(0)
    #expect(process.protect(address(0), 0x1000, PAGE.readOnly).status == .success)
    bed.mm.endPageIn(transfer, succeeded: false)
    #expect(isOut(0) && pte(0).softwareProtection == .readOnly)
    bed.mm.release(transfer)
    #expect(process.read(address(0)) == 0x1000 && !process.write(address(0), 1))
    end()
  }

  // MARK: While a page is being written

  private func beginWrite() throws -> PagingTransfer {
    process.empty()
    guard case .transfer(let transfer) = bed.mm.beginPageOut() else { throw Status.unsuccessful }
    return transfer
  }

  @Test func readingWhatIsBeingWritten() throws {
    #expect(process.write(address(0), 5))
    let transfer = try beginWrite()
    #expect(violation == nil && process.read(address(0)) == 5 && violation == nil)
    bed.mm.endPageOut(transfer, .written)
    #expect(violation == nil && used == 1)
    end()
  }

  /// What was written to it meanwhile may not be in the page file.
  @Test(arguments: [true, false])
  func writingToWhatIsBeingWritten(isTrimmedBefore: Bool) throws {
    #expect(process.write(address(0), 5))
    let transfer = try beginWrite()
    disk.start(transfer)
    #expect(process.write(address(0), 6))
    if isTrimmedBefore { process.empty() }
    #expect(violation == nil)
    disk.endAll()
    process.empty()
    #expect(bed.database { $0.modified.count } >= 1 && violation == nil)
    writeAll()
    bed.reuseStandby()
    #expect(process.read(address(0)) == 6)
    end()
  }

  @Test(arguments: [PageOutResult.written, .badSlot, .noDisk])
  func freeingWhatIsBeingWritten(result: PageOutResult) throws {
    for page in 0..<3 as Range<UInt32> { #expect(process.write(address(page), 5)) }
    let transfer = try beginWrite()
    #expect(process.free(address(1), 0x1000, MEM.decommit).status == .success)
    #expect(violation == nil)
    bed.mm.endPageOut(transfer, result)
    #expect(violation == nil && process.read(address(0)) == 5)
    end()
  }

  @Test(arguments: [PageOutResult.badSlot, .noDisk])
  func aWriteThatFails(result: PageOutResult) throws {
    for page in 0..<3 as Range<UInt32> { #expect(process.write(address(page), 5 + page)) }
    let transfer = try beginWrite()
    bed.mm.endPageOut(transfer, result)
    #expect(counters.writeErrors == 1 && used == 0 && violation == nil)
    writeAll()
    bed.reuseStandby()
    #expect(isOut(0) && process.read(address(0)) == 5 && process.read(address(2)) == 7)
    end()
  }

  /// The one slot that is bad is found and never used again; the pages beside it go where they were to go.
  @Test func aBadSlot() throws {
    let limit = bed.mm.commitment.withLock { $0.limit }
    for page in 0..<6 as Range<UInt32> { #expect(process.write(address(page), 5 + page)) }
    disk.makeBad(PageContents.Slot(file: 0, offset: 3))
    writeAll()
    bed.reuseStandby()
    #expect((0..<6).allSatisfy { isOut($0) })
    #expect((0..<6).allSatisfy { process.read(address($0)) == 5 + $0 } && counters.writeErrors == 2)
    #expect(bed.database { $0.pageFiles[0]!.retired } == 1 && bed.mm.commitment.withLock { $0.limit } == limit - 1)
    end()
  }

  // MARK: Page tables

  /// A table that names no page in memory goes out itself, and the pages can still be found.
  @Test func aPageTableGoesOut() {
    pageOut(0..<3)
    let pde = { [self] in process.run { bed.machine[VirtualAddress(Self.base).pde] } }
    #expect(process.run { bed.mm.trimPageTables(process.space, all: true) } == 1)
    while disk.startWrite() { disk.endAll() }
    bed.reuseStandby()
    guard case .pageFile = pde().state else {
      Issue.record("\(pde())")
      return
    }
    #expect(used == 4 && violation == nil)
    #expect(process.read(address(1)) == 0x1001 && process.read(address(2)) == 0x1002 && violation == nil)
    end()
  }

  /// The table is needed again, and then not any more, before it has been written.
  @Test func aPageTableThatIsBeingWrittenIsFreed() {
    pageOut(0..<3)
    #expect(process.run { bed.mm.trimPageTables(process.space, all: true) } == 1)
    #expect(disk.startWrite())
    #expect(process.free(Self.base, 0, MEM.release).status == .success)
    #expect(violation == nil)
    disk.endAll()
    #expect(violation == nil)
    end()
  }

  /// Nobody knows any more which slots it named: they stay in use, and are no longer promised to anyone.
  @Test func aPageTableThatCannotBeReadAtTheEnd() {
    pageOut(0..<3)
    #expect(process.run { bed.mm.trimPageTables(process.space, all: true) } == 1)
    while disk.startWrite() { disk.endAll() }
    bed.reuseStandby()
    let limit = bed.mm.commitment.withLock { $0.limit }
    process.run { bed.mm.abandonTable(process.space) }
    process.end()
    #expect(used == 3 && bed.mm.commitment.withLock { $0.limit } == limit - 3 && bed.charged == start.charged && violation == nil)
  }

  // MARK: The end of room

  @Test func noSlotIsFree() throws {
    let other = try #require(Process(bed))
    #expect(other.allocate(Self.base, 0x1000, MEM.reserve | MEM.commit).status == .success)
    while bed.database({ $0.pageFiles.allocate(upTo: 16) }) != nil {}
    #expect(process.write(address(0), 1))
    process.empty()
    #expect(bed.mm.beginPageOut() == .noSlot)
    try bed.mm.extendPageFile(0, by: 5)
    #expect(disk.startWrite())
    disk.endAll()
    #expect(bed.database { $0.standby.count } > 0 && process.read(address(0)) == 1)
  }

  @Test func twoWritesAtATime() throws {
    for page in 0..<50 as Range<UInt32> { #expect(process.write(address(page), page)) }
    process.empty()
    #expect(disk.startWrite() && disk.startWrite() && bed.mm.beginPageOut() == .noTransfer)
    disk.endOne()
    #expect(disk.startWrite() && bed.mm.beginPageOut() == .noTransfer)
    disk.endAll()
    #expect(disk.startWrite() && bed.mm.beginPageOut() == .nothing)
    disk.endAll()
    #expect(counters.pagesWritten == 50)
    end()
  }
}
