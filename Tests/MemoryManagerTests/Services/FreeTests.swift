import Machine
import Testing

@testable import MemoryManager

/// NtFreeVirtualMemory: decommitting and releasing, all or parts.
@Suite struct FreeTests {
  private let bed = TestBed(frames: 4096)
  private let process: Process
  private static let base: UInt32 = 0x5000_0000

  init() { process = Process(bed)! }

  private func allocate(_ size: UInt32, _ type: UInt32 = MEM.reserve | MEM.commit) {
    #expect(process.allocate(Self.base, size, type).status == .success)
  }
  private func free(_ offset: UInt32, _ size: UInt32, _ type: UInt32) -> Answer { process.free(Self.base + offset, size, type) }
  private func good(_ offset: UInt32, _ size: UInt32) -> Answer { Answer(.success, MemoryRegion(base: Self.base + offset, size: size)) }
  private func refused(_ status: Status, _ offset: UInt32, _ size: UInt32) -> Answer {
    Answer(status, MemoryRegion(base: Self.base + offset, size: size))
  }
  private var charge: UInt32 { process.space.creation.withLock { $0.commitCharge } }
  private func write(_ offset: UInt32, _ value: UInt32) -> Bool { process.write(Self.base + offset, value) }
  private func read(_ offset: UInt32) -> UInt32? { process.read(Self.base + offset) }

  // MARK: Decommitting

  @Test(arguments: [false, true])
  func decommittedPagesAreZeroesWhenTheyComeBack(isTrimmed: Bool) {
    allocate(0x1_0000)
    for page in 0..<16 as Range<UInt32> { #expect(write(page << 12, page + 1)) }
    if isTrimmed { _ = process.trim() }
    let before = charge
    #expect(free(0x1FFF, 2, MEM.decommit) == good(0x1000, 0x2000))
    #expect(charge == before - 2)
    #expect(read(0x1000) == nil && read(0x2FFC) == nil && read(0) == 1 && read(0x3000) == 4)
    #expect(process.query(Self.base + 0x1000)!.state == .reserved)
    #expect(process.allocate(Self.base + 0x1000, 0x1000, MEM.commit).status == .success)
    #expect(read(0x1000) == 0 && read(0x2000) == nil)
    #expect(bed.violation == nil)
  }

  @Test func decommittingWhatIsNotCommitted() {
    allocate(0x3000, MEM.reserve)
    #expect(free(0, 0x3000, MEM.decommit) == good(0, 0x3000))
    #expect(process.allocate(Self.base, 0x1000, MEM.commit).status == .success)
    #expect(free(0, 0, MEM.decommit) == good(0, 0x3000))
    #expect(process.query(Self.base)!.regionSize == 0x3000)
  }

  @Test func aPageThatWasDecommittedUntouched() {
    allocate(0x1_0000)
    #expect(free(0x4000, 0x1000, MEM.decommit).status == .success)
    #expect(read(0x3000) == 0 && read(0x4000) == nil && read(0x5000) == 0)
    #expect(free(0, 0, MEM.decommit).status == .success)
    #expect(read(0x3000) == nil && charge == 3 + 1)
    #expect(process.allocate(Self.base, 0x1_0000, MEM.commit).status == .success)
    #expect(read(0x4000) == 0)
    #expect(bed.violation == nil)
  }

  // MARK: Releasing

  @Test func releasingGivesEverythingBack() {
    allocate(0x1000)
    #expect(free(0, 0, MEM.release).status == .success)
    let (available, charged) = (bed.available, bed.charged)
    allocate(0x80_0000)
    for page in stride(from: 0, to: 0x80_0000, by: 0x8000) as StrideTo<UInt32> { #expect(write(page, 1)) }
    #expect(process.pageTables == 2)
    #expect(free(0, 0, MEM.release) == good(0, 0x80_0000))
    #expect(process.pageTables == 0 && process.residentPages == 0 && charge == 3)
    #expect(bed.available == available && bed.charged == charged)
    #expect(bed.violation == nil)
  }

  @Test func theMiddleLeavesTwoRanges() {
    allocate(0x3000)
    for page in 0..<3 as Range<UInt32> { #expect(write(page << 12, page + 1)) }
    #expect(free(0x1001, 0xFFF, MEM.release) == good(0x1000, 0x1000))
    #expect(read(0) == 1 && read(0x1000) == nil && read(0x2000) == 3)
    #expect(process.query(Self.base + 0x1000)!.state == .free)
    #expect(process.query(Self.base + 0x2000)!.allocationBase == Self.base + 0x2000)
    #expect(free(1, 0xFFF, MEM.release) == good(0, 0x1000))
    #expect(free(0x2000, 0, MEM.release) == good(0x2000, 0x1000))
    #expect(charge == 3)
    #expect(bed.violation == nil)
  }

  @Test(arguments: [[0, 1], [1, 0], [1, 2, 0], [0, 2, 1], [2, 1, 0]] as [[UInt32]])
  func pagesInAnyOrder(order: [UInt32]) {
    allocate(UInt32(order.count) << 12)
    for page in order { #expect(write(page << 12, page)) }
    for page in order {
      #expect(free(page << 12, 0x1000, MEM.release) == good(page << 12, 0x1000))
      #expect(bed.violation == nil)
    }
    #expect(process.pageTables == 0 && charge == 3)
  }

  @Test func bothPagesOfARegionThatIsNotAligned() {
    allocate(0x2000)
    #expect(free(1, 0x1000, MEM.release) == good(0, 0x2000))
  }

  @Test func aPageTableIsSharedByRangesAndGoesWithTheLast() {
    for base in [0x5000_0000, 0x5010_0000] as [UInt32] {
      #expect(process.allocate(base, 0x1000, MEM.reserve | MEM.commit).status == .success)
      #expect(process.write(base, 1))
    }
    #expect(process.pageTables == 1 && charge == 3 + 2 + 1)
    #expect(free(0, 0, MEM.release).status == .success)
    #expect(process.pageTables == 1 && charge == 3 + 1 + 1)
    #expect(process.free(0x5010_0000, 0, MEM.release).status == .success)
    #expect(process.pageTables == 0 && charge == 3)
  }

  // MARK: What is refused

  @Test func whatIsRefusedChangesNothing() {
    allocate(0x3000)
    #expect(write(0, 1) && write(0x2000, 3))
    for type in [MEM.decommit, MEM.release] {
      #expect(free(0x1_0000, 0x1000, type) == refused(.memoryNotAllocated, 0x1_0000, 0x1000))
      #expect(free(0x8000, 0x1000, type).status == .memoryNotAllocated)
      #expect(free(0, 0x4000, type) == refused(.unableToFreeVm, 0, 0x4000))
      #expect(free(0x1001, 0xFFFF, type) == refused(.unableToFreeVm, 0x1001, 0xFFFF))
      #expect(free(0x1001, 0, type) == refused(.freeVmNotAtBase, 0x1001, 0))
      #expect(process.free(0x8000_0000, 0x1000, type).status == .invalidParameter2)
      #expect(process.free(0x1_0000, .max, type).status == .invalidParameter3)
    }
    for type in [0, MEM.commit, MEM.decommit | MEM.release] { #expect(free(0, 0, type).status == .invalidParameter4) }
    #expect(read(0) == 1 && read(0x2000) == 3)
  }

  /// The base may lie anywhere in the first page: then no size means the whole range too.
  @Test func noSizeAnywhereInTheFirstPage() {
    allocate(0x3000)
    #expect(free(0xFFF, 0, MEM.release) == good(0, 0x3000))
  }
}
