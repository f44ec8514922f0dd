import Machine
import Testing

@testable import MemoryManager

/// NtQueryVirtualMemory: what is known of memory, and of the pages that are resident.
@Suite struct QueryTests {
  private let bed = TestBed(frames: 6144)
  private let process: Process
  private static let base: UInt32 = 0x5000_0000

  init() { process = Process(bed)! }

  private func expect(
    _ address: UInt32, _ size: UInt32, _ state: MemoryBasicInformation.State, _ protect: UInt32, in range: UInt32 = Self.base,
    _ allocationProtect: UInt32 = PAGE.noAccess, _ sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = process.query(address)!
    #expect(found.base == address & ~0xFFF && found.regionSize == size, sourceLocation: sourceLocation)
    #expect(found.state == state && found.protect == protect, sourceLocation: sourceLocation)
    let isFree = state == .free
    #expect(found.allocationBase == (isFree ? 0 : range), sourceLocation: sourceLocation)
    #expect(found.allocationProtect == (isFree ? 0 : allocationProtect), sourceLocation: sourceLocation)
    #expect(found.type == (isFree ? 0 : 0x2_0000), sourceLocation: sourceLocation)
  }

  @Test func anEmptyProcess() {
    expect(0, 0x7FFE_0000, .free, PAGE.noAccess)
    expect(0xFFFF, 0x7FFD_1000, .free, PAGE.noAccess)
    expect(0x7FFD_FFFF, 0x1000, .free, PAGE.noAccess)
    expect(0x7FFE_0000, 0x1_0000, .reserved, PAGE.noAccess, in: 0x7FFE_0000, PAGE.readOnly)
    expect(0x7FFE_FFFF, 0x1000, .reserved, PAGE.noAccess, in: 0x7FFE_0000, PAGE.readOnly)
    for address in [0x7FFF_0000, 0x8000_0000, .max] as [UInt32] { #expect(process.query(address) == nil) }
  }

  @Test func aReservationWithSomePagesCommitted() {
    #expect(process.allocate(Self.base, 0xFFFC, MEM.reserve, PAGE.noAccess).status == .success)
    expect(Self.base, 0x1_0000, .reserved, 0)
    #expect(process.allocate(Self.base + 0xF000, 0x1000, MEM.commit).status == .success)
    expect(Self.base + 0xF700, 0x1000, .committed, PAGE.readWrite)
    expect(Self.base + 0x2000, 0xD000, .reserved, 0)
    #expect(process.allocate(Self.base + 0x4000, 0x2000, MEM.commit).status == .success)
    expect(Self.base, 0x4000, .reserved, 0)
    expect(Self.base + 0x4000, 0x2000, .committed, PAGE.readWrite)
    #expect(process.protect(Self.base + 0x5000, 0x1000, PAGE.readOnly).status == .success)
    expect(Self.base + 0x4000, 0x1000, .committed, PAGE.readWrite)
    expect(Self.base + 0x5000, 0x1000, .committed, PAGE.readOnly)
  }

  @Test func stretchesEndWithTheirRange() {
    for base in [Self.base, Self.base + 0x1_0000] { #expect(process.allocate(base, 0x1_0000, MEM.reserve | MEM.commit).status == .success) }
    expect(Self.base + 0x8000, 0x8000, .committed, PAGE.readWrite, PAGE.readWrite)
    expect(Self.base - 0x1000, 0x1000, .free, PAGE.noAccess)
    expect(Self.base + 0x2_0000, 0x7FFE_0000 - Self.base - 0x2_0000, .free, PAGE.noAccess)
  }

  /// Where a page is says nothing about what it is.
  @Test func residentAndTrimmedAndUntouchedPagesAreAlike() {
    #expect(process.allocate(Self.base, 0x100_0000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.write(Self.base, 1) && process.write(Self.base + 0x40_0000, 1))
    _ = process.trim()
    #expect(process.write(Self.base + 0x80_1000, 1))
    expect(Self.base, 0x100_0000, .committed, PAGE.readWrite, PAGE.readWrite)
    #expect(process.free(Self.base + 0x90_0000, 0x1000, MEM.decommit).status == .success)
    expect(Self.base + 0x1000, 0x8F_F000, .committed, PAGE.readWrite, PAGE.readWrite)
    expect(Self.base + 0x90_0000, 0x1000, .reserved, 0, PAGE.readWrite)
    expect(Self.base + 0x90_1000, 0x6F_F000, .committed, PAGE.readWrite, PAGE.readWrite)
  }

  @Test(arguments: [0x02, 0x10, 0x20, 0x40, 0x104, 0x204, 0x404] as [UInt32])
  func protectionsComeBackAsTheyWereGiven(protect: UInt32) {
    #expect(process.allocate(Self.base, 0x2000, MEM.reserve | MEM.commit, protect).status == .success)
    expect(Self.base, 0x2000, .committed, protect, protect)
    #expect(process.protect(Self.base, 0x1000, PAGE.readWrite).status == .success)
    expect(Self.base, 0x1000, .committed, PAGE.readWrite, protect)
    #expect(process.protect(Self.base, 0x1000, protect).status == .success)
    expect(Self.base, 0x2000, .committed, protect, protect)
  }

  // MARK: Resident pages

  @Test func theWorkingSetListNamesResidentPages() {
    #expect(process.workingSetList == [])
    #expect(process.allocate(Self.base, 0x4000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.allocate(0x10_0000, 0x1000, MEM.reserve | MEM.commit, PAGE.executeRead).status == .success)
    #expect(process.write(Self.base + 0x2000, 1) && process.read(0x10_0000) == 0 && process.read(Self.base) == 0)
    #expect(process.workingSetList == [Self.base + 0x2000 | 4, 0x10_0000 | 3, Self.base | 4])
    var two: [UInt32] = []
    #expect(process.run { bed.mm.workingSetList(process.space, capacity: 2) { two.append($0) } } == 3)
    #expect(two == [Self.base + 0x2000 | 4, 0x10_0000 | 3])
  }

  @Test func attributesOfOnePage() {
    #expect(process.attributes(Self.base) == 0)
    #expect(process.allocate(Self.base, 0x2000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.attributes(Self.base) == 0)
    #expect(process.read(Self.base + 0x1000) == 0)
    #expect(process.attributes(Self.base) == 0)
    #expect(process.attributes(Self.base + 0x1FFF) == 1 | PAGE.readWrite << 4)
    #expect(process.protect(Self.base, 0x2000, PAGE.readOnly).status == .success)
    #expect(process.attributes(Self.base + 0x1000) == 1 | PAGE.readOnly << 4)
    #expect(process.lock(Self.base + 0x1000, 1).status == .success)
    #expect(process.attributes(Self.base + 0x1000) == 1 | PAGE.readOnly << 4 | 1 << 22)
    for address in [0x7FFF_0000, 0xC000_0000, .max] as [UInt32] { #expect(process.attributes(address) == 0) }
  }

  @Test func whatTheProcessUses() {
    let counters = { process.run { bed.mm.counters(process.space) } }
    #expect(counters().virtualSize == 0 && counters().pagefileUsage == 0x3000 && counters().workingSetSize == 0)
    #expect(process.allocate(Self.base, 0x10_0000, MEM.reserve).status == .success)
    #expect(process.allocate(Self.base, 0x4000, MEM.commit).status == .success)
    for page in 0..<4 as Range<UInt32> { #expect(process.write(Self.base + page << 12, 1)) }
    let now = counters()
    #expect(now.virtualSize == 0x10_0000 && now.pagefileUsage == 0x8000 && now.workingSetSize == 0x4000 && now.pageFaultCount == 4)
    #expect(process.free(Self.base, 0, MEM.release).status == .success)
    let last = counters()
    #expect(last.virtualSize == 0 && last.pagefileUsage == 0x3000 && last.workingSetSize == 0 && last.pageFaultCount == 4)
    #expect(last.peakVirtualSize == 0x10_0000 && last.peakPagefileUsage == 0x8000 && last.peakWorkingSetSize == 0x4000)
  }

  @Test func flushingPrivateMemory() {
    #expect(process.allocate(Self.base, 0x1000, MEM.reserve | MEM.commit).status == .success)
    var region = MemoryRegion(base: Self.base, size: 0x1000)
    #expect(process.run { bed.mm.flushVirtualMemory(process.space, &region) } == .notMappedView)
    process.clean()
    #expect(process.run { bed.mm.flushVirtualMemory(process.space, &region) } == .processIsTerminating)
    #expect(region == MemoryRegion(base: Self.base, size: 0x1000))
  }
}
