import Machine
import Testing

@testable import MemoryManager

/// What can be said of pages that are in a page file, without bringing them in. The disk is not asked: no test looks at bytes that were on it.
@Suite struct PagedOutTests {
  private static let base: UInt32 = 0x10000
  private static let pages: UInt32 = 8
  private let bed = TestBed(frames: 4096)
  private let process: Process

  /// All pages of a range are in the page file and nowhere else.
  init() throws {
    _ = try bed.mm.addPageFile(size: 100, maximum: 100, minimum: 100)
    process = try #require(Process(bed))
    #expect(process.allocate(Self.base, Self.pages << 12, MEM.reserve | MEM.commit).status == .success)
    for page in 0..<Self.pages { #expect(process.write(Self.base + page << 12, 0x4141_4141)) }
    #expect(process.trim() == Self.pages)
    try writeModified()
    reuseStandby()
  }

  private func writeModified() throws {
    guard case .transfer(let transfer) = bed.mm.beginPageOut() else { throw TestError.noTransfer }
    #expect(transfer.pageCount == Self.pages)
    bed.mm.endPageOut(transfer, .written)
  }
  private enum TestError: Error { case noTransfer }

  private func reuseStandby() {
    bed.database { database in
      var taken: [PageFrameNumber] = []
      while database.standby.count > 0, let frame = database.removeAnyPage() { taken.append(frame) }
      for frame in taken { database.insertFree(frame) }
    }
  }

  private func resolveFault() -> FaultResolution {
    let fault = PageFault(address: VirtualAddress(Self.base), error: 4, instruction: VirtualAddress(0))
    return process.run { bed.mm.accessFault(fault, in: process.space) }
  }

  private func beginRead() throws -> PagingTransfer {
    guard case .pageIn(let transfer) = resolveFault() else { throw TestError.noTransfer }
    return transfer
  }

  private var byte: UInt8? { process.run { bed.mm.byteInMemory(VirtualAddress(Self.base)) } }

  /// Its frame still has what was there before.
  @Test func pageThatIsBeingReadShowsNoBytes() throws {
    let transfer = try beginRead()
    guard case .transition = process.run({ bed.machine[VirtualAddress(Self.base).pte].state }) else { throw TestError.noTransfer }
    #expect(byte == nil)
    bed.mm.endPageIn(transfer, succeeded: true)
    #expect(byte != nil)
    #expect(resolveFault() == .resolved)
    bed.mm.release(transfer)
  }

  /// One fault, though it is resolved in two steps; the neighbours that came with it are not touched yet.
  @Test func hardFaultIsOneFault() throws {
    let before = process.space.memory.withLock { $0.workingSet.counters }
    let transfer = try beginRead()
    bed.mm.endPageIn(transfer, succeeded: true)
    #expect(resolveFault() == .resolved)
    bed.mm.release(transfer)
    let after = process.space.memory.withLock { $0.workingSet.counters }
    #expect(after.faults - before.faults == 1 && after.hard - before.hard == 1)
    #expect(after.fromLists == before.fromLists && after.soft == before.soft)
    #expect(bed.mm.pagingCounters() == PagingCounters(pagesRead: 8, reads: 1, pagesWritten: 8, writes: 1))
  }

  /// A bad sector takes no page with it but its own: what could not be read together is read one by one.
  @Test func whatCannotBeReadTogetherIsReadAlone() throws {
    let together = try beginRead()
    #expect(together.pageCount == Self.pages)
    bed.mm.endPageIn(together, succeeded: false)
    let alone = try beginRead()
    #expect(alone.pageCount == 1)
    bed.mm.release(together)
    bed.mm.endPageIn(alone, succeeded: true)
    #expect(resolveFault() == .resolved)
    bed.mm.release(alone)
    #expect(bed.mm.pagingCounters() == PagingCounters(pagesRead: 1, reads: 1, pagesWritten: 8, writes: 1, readErrors: 1))
    #expect(process.run { bed.violation } == nil)
  }

  /// Pages that were read back keep their slots as long as there are others. Then they are as good as changed.
  @Test func slotsOfPagesInUseAreTakenBackWhenThereAreNoOthers() throws {
    try readAll()
    while bed.database({ $0.pageFiles.allocate(upTo: 16) }) != nil {}
    let other = try #require(Process(bed))
    #expect(other.allocate(Self.base, 4096, MEM.reserve | MEM.commit).status == .success)
    #expect(other.write(Self.base, 1))
    #expect(other.trim() == 1)
    guard case .transfer(let transfer) = bed.mm.beginPageOut() else { throw TestError.noTransfer }
    #expect(transfer.pageCount == 1)
    #expect(bed.mm.usage(ofPageFile: 0)?.free == Self.pages - 1)
    bed.mm.endPageOut(transfer, .written)
    #expect(process.trim() == Self.pages)
    let modified = bed.database { $0.modified.count }
    #expect(modified == Self.pages)
  }

  private func readAll() throws {
    let transfer = try beginRead()
    bed.mm.endPageIn(transfer, succeeded: true)
    #expect(resolveFault() == .resolved)
    bed.mm.release(transfer)
    for page in 0..<Self.pages { #expect(process.read(Self.base + page << 12) != nil) }
  }

  @Test func usageOfThePageFile() {
    let usage = PageFileUsage(size: 100, minimum: 100, maximum: 100, free: 91, used: 8, peak: 8, retired: 0)
    #expect(bed.mm.usage(ofPageFile: 0) == usage)
    #expect(bed.mm.usage(ofPageFile: 1) == nil)
  }

  /// A page table that is out is not one of a large page, though its entry has the same bit set.
  @Test func tablesThatAreOutAreCounted() {
    let pages = process.run { bed.mm.privatePages(process.space) }
    let tables = process.pageTables
    #expect(process.run { bed.mm.trimPageTables(process.space, all: true) } > 0)
    #expect(process.pageTables < tables)
    #expect(process.run { bed.mm.privatePages(process.space) } == pages)
    #expect(process.run { bed.violation } == nil)
  }
}
