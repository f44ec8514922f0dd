import Machine
import Testing

@testable import MemoryManager

/// NtProtectVirtualMemory, and what the accesses of a program come to afterwards.
@Suite struct ProtectTests {
  private let bed = TestBed()
  private let process: Process
  private static let base: UInt32 = 0x50_0000

  init() {
    process = Process(bed)!
    #expect(process.allocate(Self.base, 0x4000, MEM.reserve | MEM.commit).status == .success)
  }

  private func protect(_ size: UInt32, _ protection: UInt32) -> Answer { process.protect(Self.base, size, protection) }

  @Test func theOldProtectionOfTheFirstPageComesBack() {
    #expect(protect(0x1000, PAGE.readOnly) == Answer(.success, MemoryRegion(base: Self.base, size: 0x1000), PAGE.readWrite))
    #expect(protect(0x3000, PAGE.execute) == Answer(.success, MemoryRegion(base: Self.base, size: 0x3000), PAGE.readOnly))
    #expect(
      process.protect(Self.base + 0x2FFF, 2, PAGE.readWrite) == Answer(.success, MemoryRegion(base: Self.base + 0x2000, size: 0x2000), PAGE.execute))
  }

  @Test(arguments: [false, true])
  func whatMayBeDoneChangesAtOnce(isResident: Bool) {
    #expect(process.write(Self.base, 7))
    if !isResident { _ = process.trim() }
    #expect(protect(0x1000, PAGE.readOnly).status == .success)
    #expect(process.read(Self.base) == 7)
    #expect(!process.write(Self.base, 8) && bed.resolutions.last == .accessViolation)
    #expect(protect(0x1000, PAGE.noAccess).status == .success)
    #expect(process.read(Self.base) == nil && bed.resolutions.last == .accessViolation)
    #expect(protect(0x1000, PAGE.readWrite).old == PAGE.noAccess)
    #expect(process.read(Self.base) == 7 && process.write(Self.base, 8))
    #expect(bed.violation == nil)
  }

  @Test func aPageThatNobodyMayTouchLeavesTheWorkingSet() {
    #expect(process.write(Self.base, 7))
    #expect(process.residentPages == 1)
    #expect(protect(0x1000, PAGE.noAccess).status == .success)
    #expect(process.residentPages == 0 && process.attributes(Self.base) == 0)
  }

  @Test(arguments: [PAGE.noAccess, PAGE.readWrite | PAGE.guardPage])
  func lockedPagesAreUnlockedWhenTheyCannotBeTouched(protection: UInt32) {
    #expect(process.lock(Self.base, 0x2000).status == .success)
    #expect(protect(0x2000, PAGE.readOnly).status == .success)
    #expect(protect(0x1000, protection).status == .wasUnlocked)
    #expect(process.attributes(Self.base + 0x1000) >> 22 & 1 == 1)
    #expect(process.unlock(Self.base, 0x1000).status == .notLocked)
    #expect(protect(0x1000, protection).status == .success)
    #expect(bed.violation == nil)
  }

  @Test func guardsAreSetAndTaken() {
    #expect(process.write(Self.base, 7))
    #expect(protect(0x2000, PAGE.readOnly | PAGE.guardPage).status == .success)
    #expect(process.read(Self.base) == nil && bed.resolutions.last == .guardPageViolation)
    #expect(process.read(Self.base) == 7)
    #expect(!process.write(Self.base, 1) && bed.resolutions.last == .accessViolation)
    #expect(!process.write(Self.base + 0x1000, 1) && bed.resolutions.last == .accessViolation)
    #expect(protect(0x2000, PAGE.readWrite).old == PAGE.readOnly)
  }

  @Test func cachingIsTurnedOffInThePte() {
    #expect(process.write(Self.base, 7))
    #expect(protect(0x1000, PAGE.readWrite | PAGE.noCache).status == .success)
    process.run { #expect(bed.machine[VirtualAddress(Self.base).pte].isCacheDisabled) }
    #expect(protect(0x1000, PAGE.readWrite).old == PAGE.readWrite | PAGE.noCache)
    process.run { #expect(!bed.machine[VirtualAddress(Self.base).pte].isCacheDisabled) }
  }

  @Test func whatIsRefusedChangesNothing() {
    #expect(process.allocate(0x60_0000, 0x2000, MEM.reserve).status == .success)
    #expect(process.allocate(0x60_0000, 0x1000, MEM.commit).status == .success)
    #expect(process.protect(0x60_0000, 0x2000, PAGE.readOnly) == Answer(.notCommitted, MemoryRegion(base: 0x60_0000, size: 0x2000)))
    #expect(process.query(0x60_0000)!.protect == PAGE.readWrite)
    #expect(process.protect(Self.base, 0x5000, PAGE.readOnly).status == .conflictingAddresses)
    #expect(process.protect(0x70_0000, 0x1000, PAGE.readOnly).status == .conflictingAddresses)
    #expect(protect(0x1000, PAGE.writeCopy).status == .invalidPageProtection)
    #expect(protect(0x1000, 3).status == .invalidPageProtection)
    #expect(process.protect(0x8000_0000, 0x1000, PAGE.readOnly).status == .invalidParameter2)
    #expect(protect(0, PAGE.readOnly).status == .invalidParameter3)
    #expect(process.query(Self.base)!.protect == PAGE.readWrite)
  }
}
