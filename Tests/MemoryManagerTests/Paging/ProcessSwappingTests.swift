import Machine
import Testing

@testable import MemoryManager

/// Whole processes on their way out and back: with them go the pages that all else is found through.
@Suite struct ProcessSwappingTests {
  private let bed = TestBed(frames: 1024)
  private let disk: PagingDisk
  private let process: Process
  private static let base: UInt32 = 0x50_0000
  private let start: (charged: UInt32, residentCharged: UInt32, systemPtes: UInt32, poolPages: UInt32)

  init() throws {
    disk = PagingDisk(bed, seed: 1)
    _ = try bed.mm.addPageFile(size: 1000, maximum: 2000, minimum: 1000)
    try bed.growSystemPtes()
    start = (bed.charged, bed.residentCharged, bed.systemPtesInUse, bed.poolPages)
    process = Process(bed)!
    #expect(process.allocate(Self.base, 0xB0_0000, MEM.reserve).status == .success)
    for page in 0..<22 as Range<UInt32> { #expect(process.allocate(address(page), 0x1000, MEM.commit).status == .success) }
    for page in 0..<20 as Range<UInt32> { #expect(process.write(address(page), 0x1000 + page)) }
  }

  /// The pages lie far apart, in three page tables.
  private func address(_ page: UInt32) -> UInt32 { Self.base + page << 19 }
  private var used: UInt32 { bed.database { $0.pageFiles.used() } }
  private var counters: PagingCounters { bed.database { $0.pageFiles.counters } }
  private var place: PteAddress? { unsafe process.space.identity.pointee.outswappedPages }
  private var frames: AddressSpace.Frames { unsafe process.space.identity.pointee.frames }

  private func writeAll() { while disk.startWrite() { disk.endAll() } }

  /// As often as a process has pages, then page tables, then these three.
  private func swapOut() {
    for _ in 0..<3 {
      bed.mm.outSwap(process.space)
      #expect(bed.violation == nil)
      writeAll()
      bed.reuseStandby()
    }
    #expect(process.space.isOut && bed.violation == nil)
  }
  private func expectItsBytes() {
    for page in 0..<20 as Range<UInt32> { #expect(process.read(address(page)) == 0x1000 + page) }
    #expect(process.read(address(20)) == 0 && bed.violation == nil)
  }
  private func end() {
    process.end()
    #expect(bed.violation == nil && used == 0 && bed.charged - bed.poolPages == start.charged - start.poolPages)
    #expect(bed.residentCharged - bed.poolPages == start.residentCharged - start.poolPages && bed.systemPtesInUse == start.systemPtes)
  }

  // MARK: Out and in

  @Test func aProcessGoesOutAndComesBack() {
    let resident = bed.residentCharged
    swapOut()
    #expect(bed.mm.pagesInMemory(process.space) == 0 && used == 20 + 3 + 3)
    #expect(bed.residentCharged == resident - 3 && bed.systemPtesInUse == start.systemPtes + 3)
    expectItsBytes()
    #expect(!process.space.isOut && bed.residentCharged == resident && bed.systemPtesInUse == start.systemPtes)
    end()
  }

  /// Nothing of it is in use any more, not even what was.
  @Test func nothingIsLeft() {
    let active = bed.counts[.active]
    swapOut()
    // Twenty pages, three page tables, and the three.
    #expect(bed.counts[.active] == active - 26 && bed.counts[.modified] == 0)
    end()
  }

  /// The three lie beside each other, in the page file and among the system PTEs.
  @Test func oneReadBringsItIn() throws {
    swapOut()
    let place = try #require(place)
    try #require(place.raw & 0x1F <= 0x14, "they are in one group of eight")
    let before = counters
    process.bringIn()
    #expect(counters.reads == before.reads + 1 && counters.pagesRead == before.pagesRead + 3)
    expectItsBytes()
    end()
  }

  /// As long as a page is in memory its table is, and the directory with that.
  @Test func theDirectoryGoesLast() {
    bed.mm.outSwap(process.space)
    #expect(!process.space.isOut && process.pageTables == 3)
    writeAll()
    bed.mm.outSwap(process.space)
    #expect(!process.space.isOut && process.pageTables == 3)
    bed.reuseStandby()
    bed.mm.outSwap(process.space)
    #expect(!process.space.isOut && process.pageTables == 0 && bed.violation == nil)
    writeAll()
    bed.mm.outSwap(process.space)
    #expect(!process.space.isOut)
    bed.reuseStandby()
    bed.mm.outSwap(process.space)
    #expect(process.space.isOut && bed.mm.pagesInMemory(process.space) == 3 && bed.violation == nil)
    end()
  }

  @Test func aLockedPageKeepsIt() {
    #expect(process.lock(address(0), 0x1000).status == .success)
    for _ in 0..<4 {
      bed.mm.outSwap(process.space)
      writeAll()
      bed.reuseStandby()
    }
    #expect(!process.space.isOut && process.residentPages == 1 && bed.violation == nil)
    #expect(process.unlock(address(0), 0x1000).status == .success)
    swapOut()
    expectItsBytes()
    end()
  }

  @Test func itComesBackFromTheListsToo() {
    swapOut()
    process.bringIn()
    bed.mm.outSwap(process.space)
    #expect(process.space.isOut && bed.mm.pagesInMemory(process.space) == 3)
    let reads = counters.reads
    process.bringIn()
    bed.mm.outSwap(process.space)
    #expect(disk.startWrite() && bed.violation == nil)
    // While they are being written.
    process.bringIn()
    #expect(counters.reads == reads && bed.violation == nil)
    disk.endAll()
    #expect(bed.violation == nil)
    expectItsBytes()
    end()
  }

  @Test func itComesBackInOtherFrames() {
    let before = frames
    swapOut()
    // Who has had the frames of a process keeps those that come to be free first.
    let taken = bed.database { database in (0..<30).map { _ in database.removeAnyPage()! } }
    process.bringIn()
    let after = frames
    #expect(before.directory != after.directory && before.hyperspaceTable != after.hyperspaceTable && before.workingSetPage != after.workingSetPage)
    bed.database { database in for frame in taken { database.insertFree(frame) } }
    process.run {
      #expect(bed.machine[SystemRegion.pageTables.start.pde].frame == after.directory)
      #expect(bed.machine[SystemRegion.hyperspace.start.pde].frame == after.hyperspaceTable)
      #expect(bed.machine[SystemLayout.workingSetList.pte].frame == after.workingSetPage)
    }
    expectItsBytes()
    end()
  }

  @Test func againAndAgain() {
    for round in 0..<5 as Range<UInt32> {
      swapOut()
      expectItsBytes()
      #expect(process.write(address(3), 0x1003) && process.write(address(21), round))
    }
    end()
  }

  // MARK: What happens meanwhile

  /// Page tables that the system gets are in its directory when it is back.
  @Test func theSystemGrows() throws {
    swapOut()
    var blocks: [PteAddress] = []
    let tables = systemTables()
    while systemTables() < tables + 2 { blocks.append(try #require(bed.reserve(512))) }
    let address = blocks.last!.mapped
    bed.machine[address.pte] = .kernel(TestBed.image.data.start)
    let value = bed.machine.read32(address)
    process.run {
      #expect(bed.machine[address.pde].isValid && systemTables() == tables + 2)
      #expect(bed.machine.read32(address) == value)
    }
    bed.machine[address.pte] = .zero
    for block in blocks { #expect(bed.release(block, 512) == nil) }
    expectItsBytes()
    process.end()
    #expect(bed.violation == nil && used == 0)
  }
  private func systemTables() -> UInt32 {
    let first = SystemRegion.systemPtes.start
    return (0..<32 as Range<UInt32>).reduce(0) { $0 + (bed.machine[(first + $1 << 22).pde].isValid ? 1 : 0) }
  }

  @Test func theSystemsThreadsPassItBy() {
    swapOut()
    let other = Process(bed)!
    #expect(other.allocate(Self.base, 0x10_0000, MEM.reserve | MEM.commit).status == .success)
    for page in 0..<100 as Range<UInt32> { #expect(other.write(Self.base + page << 12, page)) }
    for _ in 0..<3 { bed.mm.workingSetManagerStep(periodic: true) }
    bed.leaveAvailable(10)
    bed.mm.workingSetManagerStep(periodic: true)
    #expect(other.residentPages < 100 && process.space.isOut && bed.mm.allFaultCounters().demandZero >= 120)
    #expect(bed.mm.counters(process.space).workingSetSize == 0)
  }

  @Test func withoutASystemPteItStays() {
    bed.mm.outSwap(process.space)
    writeAll()
    bed.reuseStandby()
    bed.mm.outSwap(process.space)
    writeAll()
    bed.reuseStandby()
    var blocks: [PteAddress] = []
    while let block = bed.reserve(3) { blocks.append(block) }
    bed.mm.outSwap(process.space)
    #expect(!process.space.isOut && bed.violation == nil)
    for block in blocks { #expect(bed.release(block, 3) == nil) }
    bed.mm.outSwap(process.space)
    #expect(process.space.isOut)
    process.end()
    #expect(bed.violation == nil && used == 0)
  }

  // MARK: Reading

  private func restart() throws -> FaultResolution {
    do throws(Restart) { try bed.mm.inSwap(process.space) } catch { return error.resolution }
    throw Status.success
  }

  /// It is where it was, and can be read again.
  @Test func aReadThatFails() throws {
    swapOut()
    guard case .pageIn(let transfer) = try restart() else { throw Status.unsuccessful }
    #expect(try restart() == .collided(transfer) && bed.violation == nil)
    bed.mm.endPageIn(transfer, succeeded: false)
    bed.mm.release(transfer)
    bed.mm.leave(transfer)
    #expect(process.space.isOut && bed.mm.pagesInMemory(process.space) == 0 && bed.violation == nil)
    let missing = bed.mm.missingPage(process.space)
    #expect(missing == bed.machine[place!] && missing.pageFileOffset != 0)
    expectItsBytes()
    #expect(bed.mm.missingPage(process.space) == .zero)
    end()
  }

  /// Some of the three are in memory, and the others cannot be had yet.
  @Test func halfOfItIsIn() throws {
    swapOut()
    bed.database { $0.pageFiles.readsAlone = 3 }
    guard case .pageIn(let transfer) = try restart() else { throw Status.unsuccessful }
    #expect(transfer.pageCount == 1)
    disk.start(transfer)
    #expect(disk.wait(transfer))
    guard case .pageIn(let next) = try restart() else { throw Status.unsuccessful }
    #expect(process.space.isOut && bed.machine[place!].isValid && !bed.machine[place! + 1].isValid && bed.violation == nil)
    bed.mm.release(transfer)
    bed.mm.outSwap(process.space)
    #expect(bed.violation == nil)
    disk.start(next)
    #expect(disk.wait(next))
    bed.mm.release(next)
    expectItsBytes()
    end()
  }

  @Test func thereIsNoPage() throws {
    swapOut()
    let taken = bed.database { database in
      var taken: [PageFrameNumber] = []
      while let frame = database.removeAnyPage() { taken.append(frame) }
      return taken
    }
    #expect(try restart() == .noPage)
    bed.database { database in for frame in taken { database.insertFree(frame) } }
    expectItsBytes()
    end()
  }

  /// What was out is freed, slots included.
  @Test func itEndsWhileItIsOut() {
    swapOut()
    end()
  }
}
