import Machine
import Testing

@testable import MemoryManager

/// The list of resident pages by itself: entries, ageing, victims, growth.
@Suite struct WorkingSetTests {
  private let bed = TestBed(frames: 3000)
  private func touch(_ pages: UInt32) throws -> VirtualAddress {
    let block = try #require(bed.allocate(.paged, pages * pageSize))
    for page in 0..<pages { bed.machine.touch(block + page << 12) }
    return block
  }
  private func index(_ address: VirtualAddress) -> UInt32 { bed.entry(bed.machine[address.pte].frame).workingSetIndex }
  private func age(_ address: VirtualAddress) -> UInt32 {
    let index = index(address)
    return bed.mm.systemWorkingSet.withLock { $0[index].age }
  }
  private var size: UInt32 { bed.mm.systemWorkingSet.withLock { $0.size } }

  @Test func entryBitsAreNTs() {
    var entry = WorkingSetEntry(VirtualAddress(0xE123_4567))
    #expect(entry.raw == 0xE123_4201 && entry.isValid && entry.address.raw == 0xE123_4000 && entry.age == 0)
    entry.age = 3
    #expect(entry.raw == 0xE123_4E01 && entry.age == 3 && entry.address.raw == 0xE123_4000)
    #expect(WorkingSetEntry(nextFree: 0x12345).raw == 0x12_3450 && !WorkingSetEntry(nextFree: 0x12345).isValid)
    #expect(WorkingSetEntry(nextFree: 0x0FFF_FFFF).nextFree == 0x0FFF_FFFF)
  }

  @Test func pagesAreEnteredInOrderAndTheirFramesKnow() throws {
    let block = try touch(5)
    for page in 0..<UInt32(5) {
      #expect(index(block + page << 12) == page)
      #expect(bed.mm.systemWorkingSet.withLock { $0[page].address } == block + page << 12)
    }
    #expect(size == 5 && bed.mm.systemWorkingSet.withLock { $0.peak } == 5)
    #expect(bed.free(block) == nil && size == 0 && bed.mm.systemWorkingSet.withLock { $0.peak } == 5)
  }

  @Test func freeEntriesAreUsedAgain() throws {
    let block = try touch(3)
    let other = try touch(1)
    #expect(index(other) == 3)
    #expect(bed.free(block) == nil)
    let again = try touch(4)
    #expect(Set((0..<4).map { index(again + $0 << 12) }) == [0, 1, 2, 4])
    #expect(bed.violation == nil)
  }

  @Test func pagesGrowOlderUntilTheyAreTouched() throws {
    let block = try touch(2)
    // The first sweep finds both touched by the fault itself.
    for expected in [0, 1, 2] as [UInt32] {
      bed.ageSystemWorkingSet()
      #expect(age(block) == expected && age(block + pageSize) == expected)
    }
    _ = bed.machine.read32(block)
    bed.ageSystemWorkingSet()
    #expect(age(block) == 0 && age(block + pageSize) == 3)
    bed.ageSystemWorkingSet(times: 3)
    #expect(age(block) == 3 && age(block + pageSize) == 3)
    #expect(bed.violation == nil)
  }

  @Test func ageingKeepsADirtyPageDirty() throws {
    let block = try touch(1)
    bed.machine.write32(block, 5)
    bed.ageSystemWorkingSet(times: 2)
    #expect(bed.machine[block.pte].isDirty)
    bed.machine.write32(block, 6)
    bed.trimAll()
    #expect(bed.counts[.modified] == 1 && bed.machine.read32(block) == 6)
  }

  @Test func onlyPagesOldEnoughAreTrimmed() throws {
    let block = try touch(10)
    bed.ageSystemWorkingSet(times: 3)
    for page in 0..<UInt32(4) { bed.machine.touch(block + page << 12) }
    bed.ageSystemWorkingSet()
    #expect(bed.mm.trimSystemWorkingSet(100, age: 3) == 6)
    for page in 0..<UInt32(10) { #expect(bed.mm.isAddressValid(block + page << 12) == (page < 4)) }
    #expect(bed.mm.trimSystemWorkingSet(100, age: 1) == 0)
    #expect(bed.mm.trimSystemWorkingSet(3, age: 0) == 3 && size == 1)
    #expect(bed.mm.trimSystemWorkingSet(0, age: 0) == 0 && bed.violation == nil)
  }

  @Test func theHandGoesOnWhereItStopped() throws {
    let block = try touch(6)
    #expect(bed.mm.trimSystemWorkingSet(2, age: 0) == 2)
    bed.machine.touch(block)
    bed.machine.touch(block + pageSize)
    #expect(bed.mm.trimSystemWorkingSet(4, age: 0) == 4)
    for page in 0..<UInt32(6) { #expect(bed.mm.isAddressValid(block + page << 12) == (page < 2)) }
  }

  @Test func theListGrowsByThePage() throws {
    let charged = bed.charged
    let block = try touch(1100)
    #expect(bed.mm.systemWorkingSet.withLock { $0.capacity } == 2048)
    #expect(bed.violation == nil && bed.charged > charged + 1100)
    #expect(bed.mm.trimSystemWorkingSet(.max, age: 0) == 1100 && size == 0 && bed.violation == nil)
    for page in 0..<UInt32(1100) { bed.machine.touch(block + page << 12) }
    #expect(size == 1100 && bed.mm.systemWorkingSet.withLock { $0.capacity } == 2048 && bed.violation == nil)
  }

  // MARK: The working set manager

  @Test func withMemoryToSpareNothingIsTrimmed() throws {
    let block = try touch(50)
    for _ in 0..<5 { bed.mm.workingSetManagerStep(periodic: true) }
    #expect(size == 50 && age(block) == 3)
    bed.mm.workingSetManagerStep(periodic: false)
    #expect(size == 50 && age(block) == 3)
  }

  @Test func lowMemoryTrimsTheOldestFirst() throws {
    let bed = TestBed(frames: 1024)
    let block = try #require(bed.allocate(.paged, 200 * pageSize))
    for page in 0..<UInt32(200) { bed.machine.touch(block + page << 12) }
    bed.ageSystemWorkingSet(times: 4)
    for page in 0..<UInt32(100) { bed.machine.touch(block + page << 12) }
    bed.ageSystemWorkingSet()
    let threshold = bed.database { $0.lowThreshold }
    bed.database { database in while database.available >= threshold { _ = database.removeAnyPage() } }
    bed.mm.workingSetManagerStep(periodic: false)
    #expect(bed.available >= threshold)
    for page in 0..<UInt32(100) { #expect(bed.mm.isAddressValid(block + page << 12)) }
    #expect(bed.mm.systemWorkingSet.withLock { $0.size } < 200)
  }

  /// Trimming pages whose bytes must stay frees nothing: the step ends all the same.
  @Test func lowMemoryThatTrimmingCannotHelpEnds() throws {
    let bed = TestBed(frames: 1024)
    let block = try #require(bed.allocate(.paged, 200 * pageSize))
    for page in 0..<UInt32(200) { bed.machine.write32(block + page << 12, page) }
    bed.ageSystemWorkingSet(times: 4)
    let threshold = bed.database { $0.lowThreshold }
    bed.database { database in while database.available >= threshold { _ = database.removeAnyPage() } }
    bed.mm.workingSetManagerStep(periodic: true)
    #expect(bed.available < threshold)
    for page in 0..<UInt32(200) { #expect(bed.machine.read32(block + page << 12) == page) }
  }
}
