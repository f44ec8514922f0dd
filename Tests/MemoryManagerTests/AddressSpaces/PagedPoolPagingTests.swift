import Machine
import Testing

@testable import MemoryManager

/// Pages of paged pool come with the first touch, go when they are trimmed, and come back with their bytes.
@Suite struct PagedPoolPagingTests {
  private let bed = TestBed(frames: 1024)
  private var workingSet: (size: UInt32, demandZero: UInt32, transition: UInt32, trimmed: UInt32) {
    bed.mm.systemWorkingSet.withLock { ($0.size, $0.counters.demandZero, $0.counters.transition, $0.counters.trimmed) }
  }

  @Test func theFirstTouchFindsZeroes() throws {
    bed.dirtyEveryFreePage()
    let block = try #require(bed.allocate(.paged, 4 * pageSize))
    #expect(workingSet.size == 0)
    for page in 0..<UInt32(4) {
      for offset in stride(from: UInt32(0), to: pageSize, by: 4) {
        try #require(bed.machine.read32(block + (page << 12 + offset)) == 0)
      }
    }
    #expect(workingSet.size == 4 && workingSet.demandZero == 4 && bed.resolutions == Array(repeating: .resolved, count: 4))
    #expect(bed.violation == nil)
  }

  /// A page that someone else used before is never seen.
  @Test func reusedPagesAreZeroesAgain() throws {
    for round in 0..<3 {
      let secret = try #require(bed.allocate(.nonpaged, 200 * pageSize))
      bed.fill(secret, 200 * pageSize, 0x5EC5_E75E, stride: 4096)
      #expect(bed.free(secret) == nil)
      if round == 1 { bed.zeroAll() }
      let block = try #require(bed.allocate(.paged, 300 * pageSize))
      for page in 0..<UInt32(300) {
        for offset in [0, 4, 2048, 4092] as [UInt32] { try #require(bed.machine.read32(block + (page << 12 + offset)) == 0) }
        bed.machine.write32(block + page << 12, 0xFFFF_FFFF)
      }
      #expect(bed.free(block) == nil && bed.violation == nil)
    }
  }

  @Test func aWrittenPageComesBackFromTheModifiedList() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    bed.fill(block, pageSize, 77, stride: 4)
    let frame = bed.machine[block.pte].frame
    bed.trimAll()
    #expect(bed.location(frame) == .modified && workingSet.size == 0 && workingSet.trimmed == 1)
    #expect(bed.machine[block.pte].state == .transition(frame, .readWrite) && bed.violation == nil)
    #expect(bed.holds(block, pageSize, 77, stride: 4) && bed.machine[block.pte].frame == frame)
    #expect(workingSet.transition == 1 && bed.violation == nil)
    // It is not written again, and its bytes are still nowhere else.
    bed.trimAll()
    #expect(bed.location(frame) == .modified && bed.violation == nil)
  }

  @Test func aPageReadOnlyGoesToStandbyAndComesBack() throws {
    let block = try #require(bed.allocate(.paged, pageSize))
    _ = bed.machine.read32(block)
    let frame = bed.machine[block.pte].frame
    #expect(!bed.machine[block.pte].isDirty)
    bed.trimAll()
    #expect(bed.location(frame) == .standby && bed.violation == nil)
    bed.machine.write32(block, 5)
    #expect(bed.machine[block.pte].frame == frame && bed.machine[block.pte].isDirty && bed.violation == nil)
    bed.trimAll()
    #expect(bed.location(frame) == .modified)
    #expect(bed.machine.read32(block) == 5)
  }

  @Test func aReusedStandbyPageIsDemandZeroAgain() throws {
    let block = try #require(bed.allocate(.paged, 8 * pageSize))
    for page in 0..<UInt32(8) { bed.machine.touch(block + page << 12) }
    bed.trimAll()
    #expect(bed.database { $0.standby.count } == 8)
    // More is asked for than is free or zeroed: the standby pages go, oldest first.
    let hungry = bed.database { $0.free.count + $0.zeroed.count + 3 }
    let frames = bed.database { database in (0..<hungry).map { _ in database.removeAnyPage()! } }
    for page in 0..<UInt32(8) {
      #expect(
        bed.machine[(block + page << 12).pte].state
          == (page < 3 ? .demandZero(.readWrite) : .transition(PageFrameNumber(bed.machine[(block + page << 12).pte].frame.raw), .readWrite)))
    }
    for frame in frames { bed.database { $0.insertFree(frame) } }
    #expect(bed.violation == nil)
    for page in 0..<UInt32(8) { #expect(bed.machine.read32(block + page << 12) == 0) }
    #expect(bed.violation == nil)
  }

  @Test func freeingPagesInEveryState() throws {
    let block = try #require(bed.allocate(.paged, 4 * pageSize))
    let before = bed.available
    bed.machine.touch(block)
    bed.machine.write32(block + pageSize, 1)
    bed.trimAll()
    bed.machine.touch(block + 2 * pageSize)
    // Standby, modified, valid, never touched.
    #expect(bed.counts[.standby] == 1 && bed.counts[.modified] == 1 && workingSet.size == 1)
    #expect(bed.free(block) == nil && bed.violation == nil)
    #expect(bed.counts[.standby] == 0 && bed.counts[.modified] == 0 && workingSet.size == 0)
    #expect(bed.available >= before - 1)
    for page in 0..<UInt32(4) { #expect(bed.machine[(block + page << 12).pte] == .zero) }
    #expect(bed.mm.accessFault(PageFault(address: block, access: .read)) == .invalidSystemAddress(kind: 0))
  }

  /// Blocks in pages that are out can be allocated beside, freed and found.
  @Test func blocksInPagesThatAreOut() throws {
    let blocks = try (0..<64).map { _ in try #require(bed.allocate(.paged, 600)) }
    for (index, block) in blocks.enumerated() { bed.fill(block, 600, UInt32(index), stride: 4) }
    for (index, block) in blocks.enumerated() {
      if index % 5 == 0 { bed.trimAll() }
      if index % 2 == 0 { #expect(bed.free(block) == nil) } else { #expect(bed.holds(block, 600, UInt32(index), stride: 4)) }
      #expect(bed.violation == nil)
    }
    bed.trimAll()
    #expect(bed.free(blocks[0]) != nil)
    bed.trimAll()
    let again = try #require(bed.allocate(.paged, 600))
    bed.trimAll()
    #expect(bed.free(again, tag: "Evil")?.p1 == 0xA)
    #expect(bed.free(again) == nil && bed.violation == nil)
  }
}
