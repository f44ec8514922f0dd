import Machine
import Testing

@testable import MemoryManager

/// Memory of processes: what programs are promised, in the order in which they ask.
@Suite struct VirtualMemoryTests {
  let bed = TestBed()

  private func expectGood(_ sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(bed.violation == nil, sourceLocation: sourceLocation)
  }

  @Test func aProcessCostsNothingWhenItHasEnded() {
    // The pool keeps a page for the next range.
    let first = Process(bed)!
    #expect(first.allocate(0, 0x1000, MEM.reserve).status == .success)
    first.end()
    let (available, charged) = (bed.available, bed.charged)
    let process = Process(bed)!
    expectGood()
    #expect(process.allocate(0, 0x10_0000, MEM.reserve | MEM.commit).status == .success)
    for page in UInt32(0)..<256 { #expect(process.write(0x1_0000 + page << 12, page)) }
    expectGood()
    process.end()
    expectGood()
    #expect(bed.available == available && bed.charged == charged)
  }

  /// A block of pool holds what its last owner left there.
  @Test func aRefusedReservationDoesNotLookAtOldBytes() {
    let process = Process(bed)!
    let block = bed.allocate(.nonpaged, Vad.bytes, tag: "VadS")!
    for offset in stride(from: UInt32(0), to: Vad.bytes, by: 4) { bed.machine.store32(block + offset, 0xFFFF_FFFF) }
    #expect(bed.free(block, tag: "VadS") == nil)
    #expect(process.allocate(0, 0x7FFE_0000, MEM.reserve).status == .noMemory)
    #expect(process.allocate(0, 0x1000, MEM.reserve).status == .success)
    expectGood()
  }

  @Test func releasedRangesLeaveNoPoolBehindAProcess() {
    let held = { bed.usage("VadS", .nonpaged)?.bytes ?? 0 }
    let before = held()
    let process = Process(bed)!
    for size in [0x1000, 0x10_0000, 0x1000] as [UInt32] {
      let base = process.allocate(0, size, MEM.reserve | MEM.commit).base
      #expect(process.free(base, 0, MEM.release).status == .success)
    }
    // One node is kept for the next range, and goes with the process.
    #expect(held() == before + 0x38)
    process.end()
    #expect(held() == before)
    expectGood()
  }

  /// Between its end and its deletion others still look at it: its list of resident pages had grown.
  @Test func aProcessThatHasEndedIsInOrder() {
    let bed = TestBed(frames: 4096)
    let process = Process(bed)!
    #expect(process.allocate(0x50_0000, 1500 << 12, MEM.reserve | MEM.commit).status == .success)
    for page in UInt32(0)..<1500 { #expect(process.write(0x50_0000 + page << 12, page)) }
    process.clean()
    #expect(bed.violation == nil)
    #expect(process.trim() == 0)
    bed.mm.deleteAddressSpace(process.space)
    #expect(bed.violation == nil)
  }

  @Test func processesDoNotSeeEachOther() {
    let (a, b) = (Process(bed)!, Process(bed)!)
    for process in [a, b] { #expect(process.allocate(0x50_0000, 0x1000, MEM.reserve | MEM.commit).status == .success) }
    #expect(a.write(0x50_0000, 1) && b.write(0x50_0000, 2))
    #expect(a.read(0x50_0000) == 1 && b.read(0x50_0000) == 2)
    a.end()
    #expect(b.read(0x50_0000) == 2)
    expectGood()
  }

  @Test func touchingWhatIsOnlyReservedIsAViolation() {
    let process = Process(bed)!
    #expect(process.allocate(0x50_0000, 0x1_0000, MEM.reserve).status == .success)
    #expect(process.read(0x50_0000) == nil && bed.resolutions.last == .accessViolation)
    #expect(process.allocate(0x50_3000, 0x1000, MEM.commit).status == .success)
    #expect(process.write(0x50_3000, 7) && process.read(0x50_3000) == 7)
    #expect(process.read(0x50_4000) == nil)
    #expect(process.free(0x50_3000, 0x1000, MEM.decommit).status == .success)
    #expect(process.read(0x50_3000) == nil)
    expectGood()
  }

  @Test func trimmedPagesComeBackWithTheirBytes() {
    let process = Process(bed)!
    #expect(process.allocate(0x50_0000, 0x4_0000, MEM.reserve | MEM.commit).status == .success)
    for page in UInt32(0)..<64 { #expect(process.write(0x50_0000 + page << 12, page)) }
    #expect(process.trim() == 64)
    #expect(process.residentPages == 0)
    expectGood()
    for page in UInt32(0)..<64 { #expect(process.read(0x50_0000 + page << 12) == page) }
    #expect(process.space.memory.withLock { $0.workingSet.counters.transition } == 64)
    expectGood()
  }

  @Test func guardPagesAreReportedOnce() {
    let process = Process(bed)!
    #expect(process.allocate(0x50_0000, 0x2000, MEM.reserve | MEM.commit, PAGE.readWrite | PAGE.guardPage).status == .success)
    #expect(process.read(0x50_0000) == nil && bed.resolutions.last == .guardPageViolation)
    #expect(process.read(0x50_0000) == 0)
    expectGood()
  }
}
