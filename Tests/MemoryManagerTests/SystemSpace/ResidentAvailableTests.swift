import Machine
import Testing

@testable import MemoryManager

/// More can be promised than there is RAM, as with page files: what cannot be paged out is refused where RAM ends, and where no page is available at
/// the moment. It is always an answer, and leaves nothing behind.
@Suite struct ResidentAvailableTests {
  private let bed = TestBed(frames: 1500)
  private static let base: UInt32 = 0x50_0000

  init() { bed.mm.commitment.withLock { $0.raiseLimit(by: 100_000) } }

  private func takeAll(_ resource: Resource) -> [() -> Void] {
    var taken: [() -> Void] = []
    while let giveBack = resource.take(from: bed) { taken.append(giveBack) }
    return taken
  }

  private func takeOne(_ resource: Resource) throws {
    let giveBack = try #require(resource.take(from: bed))
    giveBack()
  }

  // MARK: RAM ends

  @Test(arguments: Resource.allCases)
  func untilResidentMemoryEnds(resource: Resource) {
    // The page tables and tables that it takes stay.
    for giveBack in takeAll(resource) { giveBack() }
    let before = MemoryInUse(bed)
    let taken = takeAll(resource)
    #expect(taken.count > 15 && bed.residentAvailable < resource.resident && bed.available >= Tuning.fluidPages)
    #expect(bed.violation == nil)
    for other in Resource.allCases where other.resident >= resource.resident { #expect(other.take(from: bed) == nil) }
    for giveBack in taken { giveBack() }
    #expect(MemoryInUse(bed) == before && bed.violation == nil)
  }

  @Test func whoIsRefusedIsToldSo() throws {
    let stacks = takeAll(.stack)
    #expect(throws: Status.insufficientResources) { try bed.mm.createKernelStack() }
    let process = AddressSpace(at: UInt(bitPattern: UnsafeMutableRawPointer.allocate(byteCount: AddressSpace.bytes, alignment: 16)))
    #expect(throws: Status.insufficientResources) { try bed.mm.createAddressSpace(process, isLargeAddressAware: false) }
    for giveBack in stacks { giveBack() }
    let frames = bed.spoilPages(leaving: 2)
    #expect(throws: Status.noMemory) { try bed.mm.createKernelStack() }
    #expect(throws: Status.noMemory) { try bed.mm.createAddressSpace(process, isLargeAddressAware: false) }
    bed.repairPages(frames)
    try bed.mm.createAddressSpace(process, isLargeAddressAware: false)
    #expect(bed.violation == nil)
  }

  /// Each process that is told so can have its minimum, all at the same time.
  @Test func minimumsAreNotPromisedTwice() throws {
    let processes = (0..<4).map { _ in Process(bed)! }
    let before = MemoryInUse(bed)
    let most = UserMemory.defaultMinimum + bed.residentAvailable
    #expect(processes[0].setLimits(most + 1, most + 1) == .insufficientResources)
    #expect(processes[0].setLimits(most, most) == .success && bed.residentAvailable == 0)
    #expect(processes[1].setLimits(51, 345) == .insufficientResources && processes[1].setLimits(50, 345) == .success)
    #expect(processes[2].setLimits(20, 345) == .success && bed.residentAvailable == 30)
    #expect(processes[1].setLimits(80, 345) == .success && processes[3].setLimits(51, 345) == .insufficientResources)
    #expect((try? bed.mm.createKernelStack()) == nil && bed.violation == nil)
    for process in processes { #expect(process.setLimits(50, 345) == .success) }
    #expect(MemoryInUse(bed) == before && bed.violation == nil)
    for process in processes { process.clean() }
    #expect(processes[0].setLimits(51, 345) == .processIsTerminating && bed.violation == nil)
  }

  /// A program can have page tables for as many of its pages as it likes, until they would fill RAM.
  @Test func pageTablesUntilResidentMemoryEnds() throws {
    let process = try #require(Process(bed))
    #expect(process.setLimits(UserMemory.defaultMinimum + bed.residentAvailable - 300, 5000) == .success)
    let before = MemoryInUse(bed)
    let reserved = process.allocate(0x40_0000, 0x7000_0000, MEM.reserve)
    #expect(reserved.status == .success)
    var (tables, status) = (UInt32(0), Status.success)
    while tables < 448 {
      status = process.allocate(reserved.base + tables << 22, pageSize, MEM.commit).status
      guard status == .success else { break }
      tables += 1
    }
    #expect(status == .insufficientResources && tables > 290 && bed.residentAvailable == 0 && bed.violation == nil)
    #expect(process.free(reserved.base, 0, MEM.release).status == .success)
    #expect(MemoryInUse(bed).resident <= before.resident + 1 && bed.violation == nil)
  }

  @Test func largePagesAreCharged() throws {
    let bed = TestBed(frames: 6000)
    bed.mm.commitment.withLock { $0.raiseLimit(by: 100_000) }
    let process = try #require(Process(bed))
    let before = bed.residentAvailable
    let large = process.allocate(0, 0x40_0000, MEM.reserve | MEM.commit | MEM.largePages)
    #expect(large.status == .success && bed.residentAvailable == before - 1024 - 1 && bed.violation == nil)
    #expect(process.setLimits(bed.residentAvailable, 5000) == .success && bed.residentAvailable < 60)
    #expect(process.allocate(0, 0x40_0000, MEM.reserve | MEM.commit | MEM.largePages).status == .insufficientResources)
    #expect(process.setLimits(50, 345) == .success)
    // Not in one piece.
    let frames = bed.spoilPages(leaving: 1000)
    #expect(process.allocate(0, 0x40_0000, MEM.reserve | MEM.commit | MEM.largePages).status == .insufficientResources)
    bed.repairPages(frames)
    #expect(process.free(large.base, 0, MEM.release).status == .success)
    #expect(bed.residentAvailable >= before - 1 && bed.violation == nil)
  }

  /// Paged pool that is to stay in memory is no better than nonpaged pool.
  @Test func anExecutiveThatStays() throws {
    for (options, pages) in [("", UInt32(0)), ("DisablePagingExecutive=1", 8)] {
      let bed = TestBed(frames: 1500, options: options)
      let warm = try #require(bed.allocate(.paged, 8 * pageSize))
      bed.machine.touch(warm)
      #expect(bed.free(warm) == nil)
      let before = bed.residentAvailable
      let block = try #require(bed.allocate(.paged, 8 * pageSize))
      bed.machine.touch(block)
      #expect(before - bed.residentAvailable == pages && bed.violation == nil)
      #expect(bed.free(block) == nil)
      #expect(before == bed.residentAvailable && bed.violation == nil)
    }
  }

  // MARK: No page at the moment

  @Test(arguments: Resource.allCases)
  func withHardlyAPage(resource: Resource) throws {
    try takeOne(resource)
    let before = MemoryInUse(bed)
    for left in 0...8 as ClosedRange<UInt32> {
      let frames = bed.spoilPages(leaving: left)
      let short = MemoryInUse(bed)
      let taken = resource.take(from: bed)
      #expect((taken != nil) == (left >= min(resource.resident, 3) && (resource != .pages || left >= 5)) || resource == .contiguous)
      #expect(bed.violation == nil)
      taken?()
      #expect(MemoryInUse(bed) == short)
      bed.repairPages(frames)
      #expect(MemoryInUse(bed) == before && bed.violation == nil)
    }
    try takeOne(resource)
  }

  /// What grows for the first time needs page tables and tables: some of them can be had, or none.
  @Test(arguments: 0...6 as ClosedRange<UInt32>)
  func growingWithHardlyAPage(left: UInt32) throws {
    for grow in [grownSystemPtes, grownPagedPool, grownNonpagedPool] {
      let bed = TestBed(frames: 1500)
      bed.mm.commitment.withLock { $0.raiseLimit(by: 100_000) }
      let frames = bed.spoilPages(leaving: left)
      if !grow(bed) { #expect(bed.violation == nil && left < 6) } else { #expect(left > 1) }
      bed.repairPages(frames)
      #expect(grow(bed) && bed.violation == nil)
    }
  }
  private func grownSystemPtes(_ bed: TestBed) -> Bool { bed.reserve(20) != nil }
  private func grownPagedPool(_ bed: TestBed) -> Bool { bed.allocate(.paged, 20 * pageSize) != nil }
  private func grownNonpagedPool(_ bed: TestBed) -> Bool { bed.mm.reserveSystemPtes(20, .nonpagedPoolExpansion) != nil }

  // MARK: The last pages

  /// Programs wait; the system goes on.
  @Test func theLastPagesAreNotForPrograms() throws {
    let process = try #require(Process(bed))
    #expect(process.allocate(Self.base, 0x100_0000, MEM.reserve | MEM.commit).status == .success)
    let paged = try #require(bed.allocate(.paged, 4 * pageSize))
    #expect(process.write(Self.base, 1))
    // The page tables, tables and working set lists that they take stay.
    bed.machine.touch(paged)
    for resource in Resource.allCases { try takeOne(resource) }
    _ = bed.mm.drainPools(for: .paged)
    let frames = bed.spoilPages(leaving: bed.faultReserve)
    #expect(!process.write(Self.base + pageSize, 1) && bed.resolutions.last == .noPage)
    #expect(!process.write(Self.base + 0x80_0000, 1) && bed.resolutions.last == .noPage)
    #expect(bed.mm.accessFault(PageFault(address: paged + pageSize, access: .write)) == .noPage && bed.violation == nil)
    for resource in Resource.allCases where resource != .contiguous { try takeOne(resource) }
    _ = bed.mm.drainPools(for: .paged)
    #expect(bed.available == bed.faultReserve)
    bed.repairPages([frames[0], frames[1]])
    #expect(process.write(Self.base + pageSize, 1) && bed.available > bed.faultReserve)
    bed.repairPages(Array(frames[2...]))
    #expect(process.write(Self.base + 0x80_0000, 1) && bed.violation == nil)
  }

  /// A page on the standby list is one of the last; one on the modified list is nobody else's.
  @Test func softFaultsWithTheLastPages() throws {
    let process = try #require(Process(bed))
    #expect(process.allocate(Self.base, 0x10000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.read(Self.base) == 0 && process.write(Self.base + pageSize, 7))
    process.empty()
    let frames = bed.spoilPages(leaving: bed.faultReserve)
    #expect(process.read(Self.base) == nil && bed.resolutions.last == .noPage)
    #expect(process.read(Self.base + pageSize) == 7 && bed.violation == nil)
    bed.repairPages(frames)
    #expect(process.read(Self.base) == 0 && bed.violation == nil)
  }

  /// Who waits for a page is woken when there is one for him.
  @Test func whoWaitsIsWoken() {
    let frames = bed.spoilPages(leaving: 0)
    _ = SoftwareInterrupts.take()
    var woken: [UInt32] = []
    for frame in frames.prefix(40) {
      bed.repairPages([frame])
      if SoftwareInterrupts.take().contains(.pagesAvailable) { woken.append(bed.available) }
    }
    #expect(woken == [1, bed.faultReserve + 1, bed.database { $0.lowThreshold }])
  }

  // MARK: Working set lists

  /// The first page of the list has 608 entries. If there is no page for more, the pages take turns.
  @Test(arguments: [true, false])
  func aListThatCannotGrow(isRamPromised: Bool) throws {
    let process = try #require(Process(bed))
    #expect(process.allocate(Self.base, 700 << 12, MEM.reserve | MEM.commit).status == .success)
    for page in 0..<608 as Range<UInt32> { #expect(process.write(Self.base + page << 12, page)) }
    #expect(process.residentPages == 608)
    if isRamPromised {
      while bed.mm.commitment.withLock({ $0.chargeReserve(1) }) {}
    } else {
      _ = bed.spoilPages(leaving: 0)
    }
    let more: Range<UInt32> = 608..<700
    for page in more where isRamPromised { #expect(process.write(Self.base + page << 12, page)) }
    for page in more where !isRamPromised { #expect(!process.write(Self.base + page << 12, page) && bed.resolutions.last == .noPage) }
    #expect(process.residentPages <= 608)
    for page in 0..<608 as Range<UInt32> where isRamPromised { #expect(process.read(Self.base + page << 12) == page) }
    #expect(process.run { process.space.memory.withLock { $0.workingSet.checkInvariants() } })
  }

  /// A program cannot lock its whole list, so that there is always a page to replace.
  @Test func lockingNeedsEntries() throws {
    let process = try #require(Process(bed))
    #expect(process.setLimits(700, 800) == .success)
    #expect(process.allocate(Self.base, 700 << 12, MEM.reserve | MEM.commit).status == .success)
    while bed.mm.commitment.withLock({ $0.chargeReserve(1) }) {}
    #expect(process.lock(Self.base, 601 << 12).status == .insufficientResources)
    #expect(process.lock(Self.base, 600 << 12).status == .success)
    for page in 600..<700 as Range<UInt32> { #expect(process.write(Self.base + page << 12, page)) }
    #expect(process.residentPages == 608)
  }

  // MARK: What the pools keep

  /// Blocks in lookaside lists and pages without a block go before an allocation fails.
  @Test(arguments: [PoolType.nonpaged, .paged])
  func poolsAreDrainedFirst(type: PoolType) throws {
    let bed = TestBed(frames: 1500)
    for bytes in stride(from: UInt32(1040), through: 2032, by: 8) {
      let block = try #require(bed.allocate(type, bytes))
      if type == .paged { bed.machine.touch(block) }
      #expect(bed.free(block) == nil)
    }
    let kept = bed.mm.withPool(type) { pool, _ in pool.pages }
    #expect(kept > 20)
    while bed.mm.commitment.withLock({ $0.charge(1) }) {}
    for _ in 0..<kept { #expect(bed.allocate(type, pageSize) != nil) }
    #expect(bed.allocate(type, pageSize) == nil && bed.mm.withPool(type) { pool, _ in pool.pages } == kept)
    #expect(bed.mm.checkPools() == nil && bed.mm.checkRuns() == nil)
  }
}
