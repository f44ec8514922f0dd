import Machine
import Testing

@testable import MemoryManager

/// Every outcome of a page fault.
@Suite struct AccessFaultTests {
  private let bed = TestBed(frames: 1024)
  private func fault(_ address: VirtualAddress, _ access: PageFault.Access = .read, mode: PageFault.Mode = .kernel) -> FaultResolution {
    bed.mm.accessFault(PageFault(address: address, access: access, mode: mode))
  }

  @Test(arguments: [0, 0x1000, 0x7FFE_0000, 0x7FFF_FFFF] as [UInt32])
  func userAddressesAreViolations(raw: UInt32) {
    #expect(fault(VirtualAddress(raw)) == .accessViolation && fault(VirtualAddress(raw), .write, mode: .user) == .accessViolation)
  }

  @Test func userModeNeverGetsAtTheSystem() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    #expect(fault(block, mode: .user) == .accessViolation)
    #expect(!bed.mm.isAddressValid(block))
    #expect(fault(SystemLayout.kernelText, .write, mode: .user) == .accessViolation)
  }

  @Test func noPageTable() {
    for raw in [0xA000_0000, 0xA400_0000, 0xC080_0000, 0xC100_0000, 0xE700_0000, 0xFF80_0000] as [UInt32] {
      #expect(fault(VirtualAddress(raw)) == .invalidSystemAddress(kind: 2))
    }
  }

  @Test func noPage() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    #expect(fault(block + 64 * pageSize) == .invalidSystemAddress(kind: 0))
    #expect(fault(SystemLayout.nonpagedPool + 200 * pageSize) == .invalidSystemAddress(kind: 0))
    #expect(fault(SystemLayout.mappingPage + pageSize, .write) == .invalidSystemAddress(kind: 0))
  }

  @Test func readOnlyMemory() {
    #expect(fault(TestBed.image.textStart, .write) == .writeToReadOnly)
    #expect(fault(TestBed.image.textStart) == .resolved)
    #expect(fault(TestBed.image.dataStart, .write) == .resolved)
    let large = TestBed(frames: 2048, options: "LargePageMinimum=0")
    #expect(large.mm.accessFault(PageFault(address: TestBed.image.textStart, access: .write)) == .writeToReadOnly)
    #expect(large.mm.accessFault(PageFault(address: TestBed.image.textStart, access: .execute)) == .resolved)
  }

  @Test func demandZeroAndTransition() throws {
    let block = try #require(bed.allocate(.paged, 2 * pageSize))
    #expect(fault(block) == .resolved && fault(block + pageSize, .write) == .resolved)
    #expect(!bed.machine[block.pte].isDirty && bed.machine[block.pte + 1].isDirty)
    bed.trimAll()
    #expect(fault(block, .write) == .resolved && fault(block + pageSize, .execute) == .resolved)
    #expect(bed.machine[block.pte].isDirty && bed.violation == nil)
    #expect(bed.mm.systemWorkingSet.withLock { [$0.counters.faults, $0.counters.demandZero, $0.counters.transition] } == [4, 2, 2])
  }

  @Test func aSpuriousFaultIsResolved() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    bed.machine.write32(block, 1)
    let before = bed.counts
    #expect(fault(block) == .resolved && fault(block, .write) == .resolved)
    #expect(bed.counts == before && bed.violation == nil)
  }

  /// A read-only translation in the TLB of a page that may be written since.
  @Test func aStaleTranslationIsForgotten() throws {
    let block = try #require(bed.allocate(.nonpaged, pageSize))
    let frame = bed.machine[block.pte].frame
    bed.machine[block.pte] = .kernel(frame, writable: false)
    bed.machine.invalidate(block)
    _ = bed.machine.read32(block)
    bed.machine[block.pte] = .kernel(frame)
    bed.machine.write32(block, 9)
    #expect(bed.machine.loadPhysical(frame.address) == 9)
  }

  @Test func readOnlyPagedMemory() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    bed.machine[block.pte] = .demandZero(.readOnly)
    #expect(fault(block, .write) == .resolved || fault(block, .write) == .writeToReadOnly)
    #expect(fault(block, .write) == .writeToReadOnly)
  }

  @Test func statesThatNothingWritesYet() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    bed.machine[block.pte] = Pte(raw: 0x400)
    #expect(fault(block) == .invalidSystemAddress(kind: 0))
  }

  @Test func withEveryPageInUse() throws {
    let block = try #require(bed.allocate(.paged, 2 * pageSize))
    bed.machine.touch(block)
    bed.database { database in while database.removeAnyPage() != nil {} }
    #expect(fault(block + pageSize) == .noPage)
    #expect(bed.machine[block.pte + 1] == .demandZero(.readWrite))
    #expect(bed.mm.systemWorkingSet.withLock { $0.size } == 1)
  }

  // MARK: The zero page thread

  @Test func zeroingStepByStep() {
    let free = bed.database { $0.free.count }
    #expect(free > 500)
    for step in 1...free {
      #expect(bed.mm.zeroPageStep())
      if step % 100 == 0 { #expect(bed.violation == nil) }
    }
    #expect(!bed.mm.zeroPageStep() && bed.database { $0.zeroed.count } == free)
    var frame = bed.database { $0.zeroed.first }
    while frame != .none {
      #expect(bed.isZero(frame))
      frame = bed.entry(frame).next
    }
    #expect(bed.violation == nil)
  }
}
