import Machine
import Testing

@testable import MemoryManager

/// NtAllocateVirtualMemory: where memory goes, what it costs, and what is refused. Expectations as Windows answers them.
@Suite struct AllocateTests {
  private let bed = TestBed()
  private let process: Process

  init() { process = Process(bed)! }

  private func good(_ base: UInt32, _ size: UInt32) -> Answer { Answer(.success, MemoryRegion(base: base, size: size)) }
  private func refused(_ status: Status, _ base: UInt32, _ size: UInt32) -> Answer { Answer(status, MemoryRegion(base: base, size: size)) }
  private var charge: UInt32 { process.space.creation.withLock { $0.commitCharge } }

  // MARK: Places

  @Test(
    arguments: [
      (0x5000_0000, 0x1, 0x5000_0000, 0x1000), (0x5000_8000, 0x1, 0x5000_0000, 0x9000), (0x5000_FFFF, 0x3000, 0x5000_0000, 0x1_3000),
      (0x5000_1010, 0x7000, 0x5000_0000, 0x9000), (0x5000_1010, 0xC000, 0x5000_0000, 0xE000), (0x5000_1010, 0x1000, 0x5000_0000, 0x3000),
      (0xFFF, 0x1000, 0, 0x2000), (0xF000, 0x1000, 0, 0x1_0000), (0x7FFD_F000, 0x1000, 0x7FFD_0000, 0x1_0000),
    ] as [(UInt32, UInt32, UInt32, UInt32)])
  func reservationsBeginAtMultiplesOf64K(base: UInt32, size: UInt32, expectedBase: UInt32, expectedSize: UInt32) {
    #expect(process.allocate(base, size, MEM.reserve) == good(expectedBase, expectedSize))
    #expect(bed.violation == nil)
  }

  @Test func theLowestRoomIsTaken() {
    #expect(process.allocate(0, 1, MEM.reserve) == good(0x1_0000, 0x1000))
    #expect(process.allocate(0, 0x1_0001, MEM.reserve) == good(0x2_0000, 0x1_1000))
    #expect(process.allocate(0, 0x1000, MEM.reserve) == good(0x4_0000, 0x1000))
    #expect(process.free(0x2_0000, 0, MEM.release).status == .success)
    #expect(process.allocate(0, 0x3_0000, MEM.reserve) == good(0x5_0000, 0x3_0000))
    #expect(process.allocate(0, 0x2_0000, MEM.commit) == good(0x2_0000, 0x2_0000))
  }

  @Test func topDownTakesTheHighest() {
    #expect(process.allocate(0, 1, MEM.reserve | MEM.topDown) == good(0x7FFD_0000, 0x1000))
    #expect(process.allocate(0, 0x1_1000, MEM.reserve | MEM.topDown) == good(0x7FFB_0000, 0x1_1000))
    #expect(process.allocate(0, 1, MEM.reserve | MEM.commit | MEM.topDown) == good(0x7FFA_0000, 0x1000))
  }

  @Test(arguments: [(1, 0x7FFD_0000), (2, 0x3FFF_0000), (11, 0x1F_0000), (14, 0x3_0000)] as [(UInt32, UInt32)])
  func zeroBitsLimitTheAddress(bits: UInt32, base: UInt32) {
    #expect(process.allocate(0, 0x1000, MEM.reserve | MEM.topDown, zeroBits: bits) == good(base, 0x1000))
    #expect(process.allocate(0, 0x1000, MEM.reserve, zeroBits: bits) == good(0x1_0000, 0x1000))
  }

  @Test func zeroBitsThatLeaveNoRoom() {
    for bits in [16, 17, 21] as [UInt32] {
      #expect(process.allocate(0, 0x1000, MEM.reserve, zeroBits: bits) == refused(.noMemory, 0, 0x1000))
      #expect(process.allocate(0, 0x1000, MEM.reserve | MEM.topDown, zeroBits: bits) == refused(.noMemory, 0, 0x1000))
    }
  }

  @Test func reservationsDoNotOverlap() {
    #expect(process.allocate(0x5000_0000, 0x3000, MEM.reserve).status == .success)
    for base in [0x5000_0000, 0x5000_2000, 0x5000_8000] as [UInt32] {
      #expect(process.allocate(base, 0x1000, MEM.reserve) == refused(.conflictingAddresses, base, 0x1000))
    }
    #expect(process.allocate(0x4FFF_0000, 0x1_1000, MEM.reserve).status == .conflictingAddresses)
    #expect(process.allocate(0x4FFF_0000, 0x1_0000, MEM.reserve).status == .success)
    #expect(process.allocate(0x5001_0000, 0x1000, MEM.reserve).status == .success)
  }

  @Test func addressSpaceEnds() {
    var blocks: UInt32 = 0
    while process.allocate(0, 0x50_0000, MEM.reserve).status == .success { blocks += 1 }
    #expect(blocks == 409)
    #expect(process.allocate(0, 0x50_0000, MEM.reserve).status == .noMemory)
    #expect(process.query(0)!.regionSize == 0x1_0000)
    #expect(bed.violation == nil)
    process.end()
  }

  // MARK: Committing

  @Test func committingInAReservation() {
    #expect(process.allocate(0x5000_0000, 0x1_0000, MEM.reserve, PAGE.noAccess).status == .success)
    let before = charge
    #expect(process.allocate(0x5000_1FFF, 2, MEM.commit) == good(0x5000_1000, 0x2000))
    #expect(charge == before + 3)
    #expect(process.allocate(0x5000_2000, 0x2000, MEM.commit) == good(0x5000_2000, 0x2000))
    #expect(charge == before + 4)
    #expect(process.write(0x5000_3FFC, 1) && !process.write(0x5000_4000, 1))
    #expect(bed.violation == nil)
  }

  @Test func committingAgainChangesTheProtection() {
    #expect(process.allocate(0x5000_0000, 0x4000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.write(0x5000_0000, 7) && process.write(0x5000_1000, 8))
    _ = process.trim(1)
    let before = charge
    #expect(process.allocate(0x5000_0000, 0x3000, MEM.commit, PAGE.readOnly) == good(0x5000_0000, 0x3000))
    #expect(charge == before)
    for page in 0..<3 as Range<UInt32> { #expect(!process.write(0x5000_0000 + page << 12, 1)) }
    #expect(process.read(0x5000_0000) == 7 && process.read(0x5000_1000) == 8)
    #expect(process.write(0x5000_3000, 1))
    #expect(bed.violation == nil)
  }

  @Test func committingLiesInOneReservation() {
    for base in [0x5000_0000, 0x5001_0000] as [UInt32] { #expect(process.allocate(base, 0x1_0000, MEM.reserve).status == .success) }
    #expect(process.allocate(0x5000_4000, 0x1_0000, MEM.commit) == refused(.conflictingAddresses, 0x5000_4000, 0x1_0000))
    #expect(process.allocate(0x6000_0000, 0x1000, MEM.commit).status == .conflictingAddresses)
    #expect(charge == 3)
  }

  @Test func committingCostsNothingUntilItIsTouched() {
    let available = bed.available
    #expect(process.allocate(0, 0x10_0000, MEM.reserve | MEM.commit).status == .success)
    #expect(bed.available >= available - 1 && charge == 3 + 256 + 1)
    #expect(process.pageTables == 0)
    #expect(process.write(0x1_0000, 1))
    #expect(process.pageTables == 1 && process.residentPages == 1)
  }

  @Test func whatProcessesMayBePromised() {
    process.space.creation.withLock { $0.commitLimit = 20 }
    #expect(process.allocate(0, 0x1_1000, MEM.reserve | MEM.commit).status == .pagefileQuota)
    #expect(process.allocate(0, 0x1_0000, MEM.reserve | MEM.commit) == good(0x1_0000, 0x1_0000))
    #expect(charge == 20)
    #expect(process.allocate(0, 1, MEM.commit).status == .pagefileQuota)
    #expect(process.allocate(0, 0x1000_0000, MEM.reserve).status == .success)
    #expect(process.free(0x1_0000, 0x1000, MEM.decommit).status == .success)
    #expect(process.allocate(0x1_0000, 1, MEM.commit).status == .success)
    #expect(bed.violation == nil)
  }

  @Test func whatTheSystemCanPromise() {
    let left = bed.mm.commitment.withLock { $0.left }
    #expect(process.allocate(0, left << 12, MEM.reserve | MEM.commit) == refused(.commitmentLimit, 0, left << 12))
    #expect(charge == 3 && process.query(0x1_0000)!.state == .free)
    #expect(process.allocate(0, (left - 8) << 12, MEM.reserve | MEM.commit).status == .success)
    #expect(process.free(0x1_0000, 0, MEM.release).status == .success)
    #expect(bed.violation == nil)
  }

  @Test(arguments: [0x08, 0x80, 0x108] as [UInt32])
  func privateMemoryHasNothingToCopyFrom(protect: UInt32) {
    #expect(process.allocate(0x5000_0000, 0x1000, MEM.reserve | MEM.commit, protect).status == .invalidPageProtection)
    #expect(process.allocate(0x5000_0000, 0x1000, MEM.commit, protect).status == .conflictingAddresses)
    #expect(process.allocate(0x5000_0000, 0x1000, MEM.reserve).status == .success)
    #expect(process.allocate(0x5000_0000, 0x1000, MEM.commit, protect).status == .invalidPageProtection)
  }

  // MARK: Resetting

  @Test func bytesThatWereResetNeedNotBeKept() {
    #expect(process.allocate(0x50_0000, 0x4000, MEM.reserve | MEM.commit).status == .success)
    for page in 0..<4 as Range<UInt32> { #expect(process.write(0x50_0000 + page << 12, page + 1)) }
    #expect(process.allocate(0x50_0001, 0x2FFF, MEM.reset, PAGE.noAccess) == good(0x50_0000, 0x3000))
    let modified = bed.database { $0.modified.count }
    #expect(process.trim() == 4)
    #expect(bed.database { $0.modified.count } == modified + 2)
    #expect(process.read(0x50_0000) == 1 && process.read(0x50_1000) == 2)
    #expect(process.trim() == 2)
    bed.reuseStandby()
    #expect(bed.violation == nil)
    #expect(process.read(0x50_0000) == 1 && process.read(0x50_3000) == 4)
  }

  @Test func whatIsWrittenAfterAResetIsKept() {
    #expect(process.allocate(0x50_0000, 0x1000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.write(0x50_0000, 1))
    #expect(process.allocate(0x50_0000, 0x1000, MEM.reset).status == .success)
    #expect(process.write(0x50_0000, 2))
    let modified = bed.database { $0.modified.count }
    #expect(process.trim() == 1)
    #expect(bed.database { $0.modified.count } == modified + 1)
    #expect(process.allocate(0x50_0000, 0x1000, MEM.reset).status == .success)
    #expect(bed.database { $0.modified.count } == modified)
    #expect(process.read(0x50_0000) == 2)
    #expect(bed.violation == nil)
  }

  @Test func resettingWhatIsNotThere() {
    #expect(process.allocate(0x50_0000, 0x1_0000, MEM.reserve).status == .success)
    #expect(process.allocate(0x50_0000, 0x1_0000, MEM.reset).status == .success)
    #expect(process.query(0x50_1000)!.state == .reserved)
    #expect(process.allocate(0x50_0000, 0x1_1000, MEM.reset).status == .conflictingAddresses)
    #expect(process.allocate(0x60_0000, 0x1000, MEM.reset).status == .conflictingAddresses)
  }

  // MARK: The end

  @Test func processesThatHaveEndedGetNothing() {
    process.clean()
    #expect(process.allocate(0, 0x1000, MEM.reserve).status == .processIsTerminating)
  }
}
