import Machine
import Testing

@testable import MemoryManager

/// What is said of the numbers of a call before an address space is looked at, and in which order.
@Suite struct AllocationOptionsTests {
  private func status(_ type: UInt32, _ protect: UInt32 = PAGE.readWrite, zeroBits: UInt32 = 0) -> Status {
    do { _ = try AllocationOptions(zeroBits: zeroBits, type: type, protect: protect) } catch { return error }
    return .success
  }

  @Test(arguments: [
    MEM.commit, MEM.reserve, MEM.commit | MEM.reserve, MEM.reset, MEM.reserve | MEM.topDown, MEM.commit | MEM.topDown, MEM.reserve | MEM.writeWatch,
    MEM.reserve | MEM.commit | MEM.writeWatch | MEM.topDown, MEM.reserve | MEM.commit | MEM.largePages, MEM.commit | MEM.largePages,
  ])
  func goodTypes(type: UInt32) { #expect(status(type) == .success) }

  @Test(arguments: [
    0, MEM.topDown, MEM.writeWatch, MEM.largePages, MEM.decommit, MEM.release, 0x4000_0000 | MEM.commit, .max, MEM.commit | MEM.reset,
    MEM.reserve | MEM.reset, MEM.reset | MEM.topDown, MEM.commit | MEM.writeWatch, MEM.reserve | MEM.largePages,
    MEM.reserve | MEM.commit | MEM.largePages | MEM.writeWatch, MEM.physical | MEM.commit, MEM.physical | MEM.reserve | MEM.commit,
    MEM.physical | MEM.reserve | MEM.writeWatch,
  ])
  func badTypes(type: UInt32) { #expect(status(type) == .invalidParameter5) }

  @Test func zeroBits() {
    for bits in 0...21 as ClosedRange<UInt32> { #expect(status(MEM.reserve, zeroBits: bits) == .success) }
    for bits in [22, 31, 32, 0x1AAA_AAAA, .max] as [UInt32] { #expect(status(MEM.reserve, zeroBits: bits) == .invalidParameter3) }
  }

  @Test(arguments: [0x01, 0x02, 0x04, 0x10, 0x20, 0x40, 0x102, 0x104, 0x140, 0x202, 0x204, 0x240, 0x402, 0x404] as [UInt32])
  func goodProtections(protect: UInt32) throws {
    #expect(status(MEM.commit, protect) == .success)
    #expect(try AllocationOptions(zeroBits: 0, type: MEM.commit, protect: protect).protection.win32 == protect)
  }

  @Test(
    arguments: [
      0, 0x03, 0x05, 0x06, 0x0C, 0x30, 0x70, 0xF0, 0xFF, 0x100, 0x200, 0x101, 0x201, 0x401, 0x304, 0x504, 0x604, 0x704,
      0x804,
      0x8000_0004, .max,
    ] as [UInt32])
  func badProtections(protect: UInt32) { #expect(status(MEM.commit, protect) == .invalidPageProtection) }

  @Test func theFirstFaultIsNamed() {
    #expect(status(0, 0, zeroBits: 22) == .invalidParameter3)
    #expect(status(0, 0) == .invalidParameter5)
    #expect(status(MEM.physical | MEM.reserve, PAGE.readOnly) == .invalidParameter6)
    #expect(status(MEM.physical | MEM.reserve) == .success)
  }

  @Test func regions() throws {
    func status(_ base: UInt32, _ size: UInt32) -> Status {
      do { try AllocationOptions(zeroBits: 0, type: MEM.reserve, protect: PAGE.readWrite).check(MemoryRegion(base: base, size: size)) } catch {
        return error
      }
      return .success
    }
    #expect(status(0, 1) == .success && status(0x7FFD_FFFF, 1) == .success && status(0, 0x7FFE_0000) == .success)
    for base in [0x7FFE_0000, 0x7FFF_0000, 0x8000_0000, .max] as [UInt32] { #expect(status(base, 1) == .invalidParameter2) }
    for (base, size) in [(0, 0), (0, 0x7FFE_0001), (0, .max), (0x7FFD_F000, 0x1001), (0x1_0000, .max)] as [(UInt32, UInt32)] {
      #expect(status(base, size) == .invalidParameter4)
    }
  }

  @Test func freeTypes() throws {
    for type in [MEM.decommit, MEM.release] { #expect(try FreeType(type).rawValue == type) }
    for type in [0, MEM.commit, MEM.decommit | MEM.release, .max] as [UInt32] {
      #expect(throws: Status.invalidParameter4) { try FreeType(type) }
    }
    for bit in 0..<32 as Range<UInt32> where 1 << bit != MEM.decommit && 1 << bit != MEM.release {
      #expect(throws: Status.invalidParameter4) { try FreeType(1 << bit) }
    }
    #expect(throws: Status.invalidParameter2) { try FreeType.release.check(MemoryRegion(base: 0x7FFF_0000, size: 1)) }
    #expect(throws: Status.invalidParameter3) { try FreeType.release.check(MemoryRegion(base: 0x1_0000, size: .max)) }
    try FreeType.release.check(MemoryRegion(base: 0x1_0000, size: 0))
  }
}
