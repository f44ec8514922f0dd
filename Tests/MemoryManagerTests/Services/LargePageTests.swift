import Machine
import Testing

@testable import MemoryManager

/// MEM_LARGE_PAGES: 4 MB mapped by one directory entry.
@Suite struct LargePageTests {
  private let bed = TestBed(frames: 6 * 1024)
  private let process: Process
  private static let large = MEM.reserve | MEM.commit | MEM.largePages
  private static let bytes: UInt32 = 0x40_0000

  init() { process = Process(bed)! }

  @Test func fourMegabytesInOneEntry() {
    let (available, charge) = (bed.available, process.space.creation.withLock { $0.commitCharge })
    #expect(process.allocate(0, Self.bytes, Self.large) == Answer(.success, MemoryRegion(base: Self.bytes, size: Self.bytes)))
    #expect(process.space.creation.withLock { $0.commitCharge } == charge + 1024)
    #expect(bed.available <= available - 1024 && process.residentPages == 0)
    #expect(process.read(Self.bytes) == 0 && process.read(2 * Self.bytes - 4) == 0)
    #expect(process.write(Self.bytes + 0x12_3454, 7) && process.read(Self.bytes + 0x12_3454) == 7)
    process.run { #expect(bed.machine[VirtualAddress(Self.bytes).pde].isLarge) }
    #expect(process.attributes(Self.bytes) == 1 | PAGE.readWrite << 4 | 1 << 22 | 1 << 23)
    #expect(process.query(Self.bytes + 0x1000)!.regionSize == Self.bytes - 0x1000)
    #expect(bed.violation == nil)
    #expect(process.free(Self.bytes, 0, MEM.release).status == .success)
    #expect(bed.violation == nil && process.space.creation.withLock { $0.commitCharge } == charge)
  }

  @Test func theyAreNeitherTrimmedNorUnlocked() {
    #expect(process.allocate(0, Self.bytes, Self.large).status == .success)
    #expect(process.trim() == 0)
    #expect(process.lock(Self.bytes, 0x1000).status == .incompatibleFileMap)
    process.empty()
    #expect(process.attributes(Self.bytes) & 1 == 1)
  }

  @Test func onlyTheWholeIsGivenBack() {
    #expect(process.allocate(0, Self.bytes, Self.large).status == .success)
    #expect(process.free(Self.bytes, 0x1000, MEM.release).status == .unableToFreeVm)
    #expect(process.free(Self.bytes, 0, MEM.decommit).status == .memoryNotAllocated)
    #expect(process.protect(Self.bytes, 0x1000, PAGE.readOnly).status == .conflictingAddresses)
    #expect(process.allocate(Self.bytes, 0x1000, MEM.commit).status == .conflictingAddresses)
    #expect(process.allocate(Self.bytes, 0x1000, MEM.reset).status == .conflictingAddresses)
    process.end()
    #expect(bed.violation == nil)
  }

  @Test func whatIsRefused() {
    let refused = { (base: UInt32, size: UInt32, protect: UInt32) in process.allocate(base, size, Self.large, protect).status }
    #expect(refused(0x1_0000, Self.bytes, PAGE.readWrite) == .invalidParameter2)
    #expect(refused(0, Self.bytes + 0x1000, PAGE.readWrite) == .invalidParameter4)
    #expect(refused(0, Self.bytes, PAGE.noAccess) == .invalidPageProtection)
    #expect(refused(0, Self.bytes, PAGE.readWrite | PAGE.guardPage) == .invalidPageProtection)
    #expect(process.allocate(2 * Self.bytes - 0x1000, 0x1_0000, MEM.reserve).status == .success)
    #expect(refused(Self.bytes, Self.bytes, PAGE.readWrite) == .conflictingAddresses)
    #expect(refused(0, Self.bytes, PAGE.readWrite) == .success)
    #expect(process.query(3 * Self.bytes)!.state == .committed)
  }

  /// What was taken for a part of them is given back when there are not enough.
  @Test func notEnoughConsecutiveFrames() {
    let bed = TestBed(frames: 4 * 1024)
    let process = Process(bed)!
    var middle = ContiguousRequest(pages: 1)
    middle.lowest = PhysicalAddress(2 * Self.bytes)
    middle.highest = PhysicalAddress(3 * Self.bytes - 1)
    #expect(bed.takeContiguous(middle) != nil)
    let (available, charged) = (bed.available, bed.charged)
    #expect(process.allocate(0, 3 * Self.bytes, Self.large).status == .insufficientResources)
    #expect(bed.available >= available - 1 && bed.charged <= charged + 1)
    #expect(process.query(Self.bytes)!.state == .free)
  }

  /// It is RAM that is lacking, and page files need not grow.
  @Test func moreThanThereIsRam() {
    let bed = TestBed(frames: 4 * 1024)
    let process = Process(bed)!
    #expect(process.allocate(0, 4 * Self.bytes, Self.large).status == .commitmentLimit)
    #expect(bed.mm.commitment.withLock { $0.takeShortage() } == 0 && bed.violation == nil)
    bed.mm.commitment.withLock { $0.raiseLimit(by: 10_000) }
    #expect(process.allocate(0, 4 * Self.bytes, Self.large).status == .insufficientResources && bed.violation == nil)
  }

  @Test func readOnlyLargePages() {
    #expect(process.allocate(0, Self.bytes, Self.large, PAGE.readOnly).status == .success)
    #expect(process.read(Self.bytes) == 0 && !process.write(Self.bytes, 1))
    #expect(bed.resolutions.last == .accessViolation)
  }
}
