import Machine
import Testing

@testable import MemoryManager

/// NtLockVirtualMemory and NtUnlockVirtualMemory: pages that stay, as many as the working set's minimum allows.
@Suite struct LockTests {
  private let bed = TestBed()
  private let process: Process
  private static let base: UInt32 = 0x50_0000

  init() {
    process = Process(bed)!
    #expect(process.allocate(Self.base, 0x10_0000, MEM.reserve | MEM.commit).status == .success)
  }

  private func page(_ index: UInt32) -> UInt32 { Self.base + index << 12 }
  private var locked: UInt32 { process.space.memory.withLock { $0.workingSet.locked } }
  /// As the options of the call.
  private func locks(_ index: UInt32) -> UInt32? {
    process.run {
      guard case .valid(let frame) = bed.machine[VirtualAddress(page(index)).pte].state else { return nil }
      return process.space.memory.withLock { $0.workingSet[bed.entry(frame).workingSetIndex].raw >> 1 & 3 }
    }
  }

  @Test func lockedPagesAreResidentAndStaySo() {
    #expect(process.lock(Self.base + 1, 0x1000) == Answer(.success, MemoryRegion(base: Self.base, size: 0x2000)))
    #expect(process.residentPages == 2 && locked == 2)
    #expect(process.write(page(5), 1))
    #expect(process.trim() == 1)
    process.empty()
    #expect(process.residentPages == 2)
    #expect(process.attributes(Self.base) >> 22 & 1 == 1)
    #expect(process.unlock(Self.base, 0x2000) == Answer(.success, MemoryRegion(base: Self.base, size: 0x2000)))
    #expect(process.trim() == 2 && locked == 0)
    #expect(bed.violation == nil)
  }

  @Test func eachLockIsTakenOnceAndGoneOnce() {
    #expect(process.lock(Self.base, 0x1000, 1).status == .success)
    #expect(process.lock(Self.base, 0x1000, 1).status == .wasLocked)
    #expect(process.lock(Self.base, 0x1000, 2).status == .success)
    #expect(locked == 1)
    #expect(process.unlock(Self.base, 0x1000, 1).status == .success)
    #expect(process.unlock(Self.base, 0x1000, 1).status == .notLocked)
    #expect(process.trim() == 0 && locked == 1)
    #expect(process.unlock(Self.base, 0x1000, 3).status == .notLocked)
    #expect(process.unlock(Self.base, 0x1000, 2).status == .success)
    #expect(locked == 0)
  }

  @Test func eightPagesOfTheMinimumAreNeverLocked() {
    let most = UserMemory.defaultMinimum - 8
    #expect(process.lock(Self.base, (most + 1) << 12).status == .workingSetQuota)
    #expect(locked == 0 && process.residentPages == 0)
    #expect(process.lock(Self.base, most << 12).status == .success)
    #expect(process.lock(page(most), 1).status == .workingSetQuota)
    #expect(process.lock(page(most - 1), 1).status == .wasLocked)
    #expect(process.setLimits(most + 7, 345) == .badWorkingSetLimit)
    #expect(process.setLimits(most + 9, 345) == .success)
    #expect(process.lock(page(most), 1).status == .success)
    #expect(bed.violation == nil)
  }

  /// Pages in front of the one that cannot be locked are as they were, however that was.
  @Test(arguments: [PAGE.noAccess, PAGE.readWrite | PAGE.guardPage])
  func allPagesOrNone(protection: UInt32) {
    #expect(process.protect(page(6), 0x1000, protection).status == .success)
    #expect(process.lock(page(1), 0x1000, 1).status == .success)
    #expect(process.lock(page(2), 0x1000, 2).status == .success)
    #expect(process.lock(page(3), 0x1000, 3).status == .success)
    let status = protection == PAGE.noAccess ? Status.accessViolation : .guardPageViolation
    for options in 1...3 as ClosedRange<UInt32> {
      #expect(process.protect(page(6), 0x1000, protection).status == .success)
      #expect(process.lock(Self.base, 0x7000, options) == Answer(status, MemoryRegion(base: Self.base, size: 0x7000)))
      #expect([0, 1, 2, 3, 4, 5].map(locks) == [0, 1, 2, 3, 0, 0])
      #expect(locked == 3)
    }
    #expect(process.residentPages == 6)
    #expect(bed.violation == nil)
  }

  @Test func whatCannotBeLocked() {
    #expect(process.lock(0x70_0000, 0x1000).status == .accessViolation)
    #expect(process.allocate(0x70_0000, 0x1000, MEM.reserve).status == .success)
    #expect(process.lock(0x70_0000, 0x1000).status == .accessViolation)
    for options in [0, 4, 7, .max] as [UInt32] {
      #expect(process.lock(Self.base, 0x1000, options).status == .invalidParameter)
      #expect(process.unlock(Self.base, 0x1000, options).status == .invalidParameter)
    }
    #expect(process.lock(Self.base, 0).status == .invalidParameter3)
    #expect(process.lock(0x8000_0000, 0x1000).status == .invalidParameter2)
    #expect(process.lock(Self.base, 0x1000_0000).status == .accessViolation)
  }

  /// VirtualUnlock's other use: what is not locked leaves the working set.
  @Test func unlockingWhatIsNotLockedTakesItOut() {
    #expect(process.write(page(0), 1) && process.write(page(1), 2) && process.write(page(3), 3))
    #expect(process.lock(page(1), 0x1000).status == .success)
    #expect(process.unlock(Self.base, 0x3000) == Answer(.notLocked, MemoryRegion(base: Self.base, size: 0x3000)))
    #expect(process.residentPages == 2 && locks(0) == nil && locks(1) == 1 && locks(3) == 0)
    #expect(process.read(page(0)) == 1)
    #expect(bed.violation == nil)
  }

  @Test func pagesOfSeveralRangesAreLockedTogether() {
    #expect(process.allocate(0x60_0000, 0x1000, MEM.reserve | MEM.commit).status == .success)
    #expect(process.lock(0x5F_F000, 0x2000).status == .success)
    #expect(locked == 2)
  }

  @Test func freeingUnlocks() {
    #expect(process.lock(Self.base, 0x3000, 3).status == .success)
    #expect(process.free(Self.base, 0x1000, MEM.decommit).status == .success)
    #expect(locked == 2)
    #expect(process.free(Self.base, 0, MEM.release).status == .success)
    #expect(locked == 0)
    #expect(bed.violation == nil)
  }
}
