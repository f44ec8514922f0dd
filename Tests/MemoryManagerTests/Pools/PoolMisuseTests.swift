import Machine
import Testing

@testable import MemoryManager

/// Errors of callers are told exactly as NT's bug checks tell them, and change nothing.
@Suite struct PoolMisuseTests {
  /// What must be as it was: counts of frames and promises, and what the tag has done.
  private struct Snapshot: Equatable {
    let counts: PageCounts
    let charged: UInt32
    let usage: [PoolTags.Usage?]
    let violation: Violation?
    init(_ bed: TestBed) {
      counts = bed.counts
      charged = bed.charged
      usage = [bed.usage("Test", .nonpaged), bed.usage("Test", .paged)]
      violation = bed.violation
    }
  }
  /// The misuse that `body` reports, which must leave everything as it was and sound.
  private func misuse(_ bed: TestBed, _ body: () -> PoolMisuse?) -> [UInt32]? {
    let before = Snapshot(bed)
    let misuse = body()
    #expect(before.violation == nil)
    #expect(Snapshot(bed) == before)
    return misuse.map { [$0.code, $0.p1, $0.p2, $0.p3, $0.p4] }
  }
  private func atDispatchLevel<Result>(_ body: () -> Result) -> Result {
    let old = Irql.raise(to: .dispatch)
    defer { Irql.lower(to: old) }
    return body()
  }
  private func misuseOf(_ allocation: PoolAllocation) -> PoolMisuse? {
    if case .misuse(let misuse) = allocation { return misuse }
    return nil
  }
  private func header(_ bed: TestBed, _ block: VirtualAddress) -> UInt32 { bed.machine.read32(VirtualAddress(block.raw - 8)) }

  // MARK: Allocating

  @Test(arguments: [PoolType.nonpaged, .paged])
  func zeroBytes(type: PoolType) {
    let bed = TestBed()
    let found = misuse(bed) { misuseOf(bed.mm.allocatePool(type, bytes: 0, tag: "Test")) }
    // Bug check 0xC2, parameter 1 = 0: 0, pool type, tag.
    #expect(found?.prefix(2) == [0xC2, 0])
    #expect(found?.contains(PoolTag("Test").raw) == true)
  }

  @Test(arguments: [1, 32, 256, 257, 4080, 4081, 9000] as [UInt32])
  func pagedPoolAtDispatchLevel(bytes: UInt32) throws {
    let bed = TestBed()
    let kept = try #require(bed.allocate(.paged, bytes))
    #expect(bed.free(kept) == nil)
    let found = misuse(bed) { atDispatchLevel { misuseOf(bed.mm.allocatePool(.paged, bytes: bytes, tag: "Test")) } }
    #expect(found == [0xC2, 8, 2, 1, bytes])
  }

  @Test(arguments: [1, 256, 257, 4081] as [UInt32])
  func pagedPoolFreedAtDispatchLevel(bytes: UInt32) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(.paged, bytes))
    let found = misuse(bed) { atDispatchLevel { bed.free(block) } }
    #expect(found == [0xC2, 9, 2, 1, block.raw])
    #expect(bed.free(block) == nil)
  }

  @Test(arguments: [1, 256, 257, 4081, 70_000] as [UInt32])
  func nonpagedPoolAtDispatchLevelIsAllowed(bytes: UInt32) throws {
    let bed = TestBed()
    let old = Irql.raise(to: .dispatch)
    let block = bed.allocate(.nonpaged, bytes)
    let misuse = block.flatMap { bed.free($0) }
    #expect(Irql.current == 2)
    Irql.lower(to: old)
    #expect(block != nil && misuse == nil)
    #expect(bed.violation == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged])
  func aboveTheLimitFailsAndIsCounted(type: PoolType) {
    let bed = TestBed()
    let before = bed.counts
    for bytes in [112 << 20 + 1, 0x7FFF_FFFF, 0xFFFF_FFF0, UInt32.max] as [UInt32] {
      #expect(bed.mm.allocatePool(type, bytes: bytes, tag: "Test") == .failed)
    }
    #expect(bed.mm.withPool(type) { pool, _ in pool.failures } == 4)
    #expect(bed.counts == before)
    #expect(bed.violation == nil)
  }

  // MARK: Freeing twice

  @Test(arguments: [PoolType.nonpaged, .paged], [8, 256, 257, 2048, 4080] as [UInt32])
  func doubleFree(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    // A neighbour keeps the page in the pool where there is room for one.
    let neighbour = try #require(bed.allocate(type, 8, tag: "Next"))
    let block = try #require(bed.allocate(type, bytes))
    #expect(bed.free(block) == nil)
    let found = misuse(bed) { bed.free(block) }
    if bytes == 4080 {
      #expect(found == [0xC2, type == .nonpaged ? 0x44 : 0x50, block.raw, 0, 0])
    } else {
      #expect(found?.prefix(3) == [0xC2, 7, 0])
      #expect(found?.last == block.raw)
    }
    #expect(bed.free(neighbour, tag: "Next") == nil)
  }

  /// Blocks are given back to their pages, joined with the free block before them, while the lookaside lists are full; then the lists
  /// have room again, and the headers that were left inside the joined blocks must not pass for blocks in use.
  @Test(arguments: [PoolType.nonpaged, .paged], [32, 200, 700] as [UInt32])
  func doubleFreeOfABlockJoinedWithItsPrevious(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    let blocks = try (0..<60).map { _ in try #require(bed.allocate(type, bytes)) }
    let keep = Set(stride(from: 3, to: 60, by: 4))
    for (index, block) in blocks.enumerated() where !keep.contains(index) { #expect(bed.free(block) == nil) }
    let again = try (0..<8).map { _ in try #require(bed.allocate(type, bytes)) }
    let live = Set(again + keep.map { blocks[$0] })
    for block in blocks where !live.contains(block) {
      let misuse = bed.free(block)
      try #require(misuse?.code == 0xC2 && (misuse?.p1 == 7 || misuse?.p1 == (type == .paged ? 0x50 : 0x44)), "\(String(describing: misuse))")
    }
    for block in live { #expect(bed.free(block) == nil) }
    #expect(bed.violation == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged], [300, 1000] as [UInt32])
  func doubleFreeOfAnyOfSeveralNeighbours(type: PoolType, bytes: UInt32) throws {
    for victim in 0..<4 {
      for other in 0..<4 where other != victim {
        let bed = TestBed(frames: 900)
        var blocks: [VirtualAddress] = []
        for _ in 0..<4 { blocks.append(try #require(bed.allocate(type, bytes > 500 ? 900 : bytes))) }
        #expect(bed.free(blocks[other]) == nil)
        #expect(bed.free(blocks[victim]) == nil)
        let found = misuse(bed) { bed.free(blocks[victim]) }
        #expect(found?.prefix(2) == [0xC2, 7], "victim \(victim) other \(other)")
      }
    }
  }

  @Test(arguments: [PoolType.nonpaged, .paged], [4081, 4096, 20_000] as [UInt32])
  func doubleFreeOfWholePages(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(type, bytes))
    #expect(bed.free(block) == nil)
    #expect(misuse(bed) { bed.free(block) } == [0xC2, type == .nonpaged ? 0x44 : 0x50, block.raw, 0, 0])
  }

  // MARK: What is not from the pool

  @Test(arguments: [0, 8, 0x1000, 0x7FFF_FFF8] as [UInt32])
  func userAddress(raw: UInt32) {
    let bed = TestBed()
    let found = misuse(bed) { bed.free(VirtualAddress(raw)) }
    #expect(found?.prefix(3) == [0xC2, 0x40, raw])
  }

  @Test(arguments: [0x8010_0008, 0xD900_0008, 0xA000_0008, 0xC000_0008, 0xC100_0000, 0xE800_0008, 0xFFBE_0008, 0xFFFF_FFF8] as [UInt32])
  func systemAddressOutsideThePools(raw: UInt32) {
    let bed = TestBed()
    #expect(misuse(bed) { bed.free(VirtualAddress(raw)) } == [0xC2, 0x46, raw, 0, 0])
  }

  /// Addresses of the pools' regions that no pool page has: nothing is there to read a header from. Run in a process of its own, because
  /// reading it anyway ends the process, as it would the machine.
  @Test func addressesInThePoolsRegionsThatAreNotMapped() async {
    await #expect(processExitsWith: .success) {
      let bed = TestBed()
      _ = bed.allocate(.nonpaged, 40)
      _ = bed.allocate(.paged, 40)
      for raw in [0xDB00_0000, 0xDB02_0000, 0xDEFF_F000, 0xF000_0000, 0xFFBD_F000] as [UInt32] {
        for offset in [0, 8, 0x18, 0xFF8] as [UInt32] {
          let address = VirtualAddress(raw + offset)
          guard raw != 0xDB00_0000 || offset == 0 else { continue }
          let misuse = bed.free(address)
          #expect([misuse?.code, misuse?.p1, misuse?.p2] == [0xC2, 0x44, address.raw])
        }
      }
      for raw in [0xE100_5000, 0xE140_0000, 0xE7FF_F000] as [UInt32] {
        for offset in [0, 8, 0xFF8] as [UInt32] {
          let misuse = bed.free(VirtualAddress(raw + offset))
          #expect([misuse?.code, misuse?.p1, misuse?.p2] == [0xC2, 0x50, raw + offset])
        }
      }
      #expect(bed.violation == nil)
    }
  }

  /// The only block of a page is freed and the page given back to the machine: freeing the block again finds no page.
  @Test func doubleFreeOfANonpagedBlockWhosePageIsGone() async {
    await #expect(processExitsWith: .success) { Self.freeTwiceWithPagesGone(.nonpaged) }
  }
  @Test func doubleFreeOfAPagedBlockWhosePageIsGone() async {
    await #expect(processExitsWith: .success) { Self.freeTwiceWithPagesGone(.paged) }
  }
  private static func freeTwiceWithPagesGone(_ type: PoolType) {
    let bed = TestBed()
    let blocks = (0..<12).map { _ in bed.allocate(type, 3000)! }
    for block in blocks { #expect(bed.free(block) == nil) }
    for block in blocks {
      let misuse = bed.free(block)
      #expect(misuse?.code == 0xC2 && (misuse?.p1 == 7 || misuse?.p1 == (type == .paged ? 0x50 : 0x44)))
    }
    #expect(bed.violation == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged], [1, 3, 4, 7] as [UInt32])
  func misalignedAddress(type: PoolType, offset: UInt32) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(type, 64))
    let found = misuse(bed) { bed.free(block + offset) }
    #expect(found == [0xC2, type == .nonpaged ? 0x44 : 0x50, block.raw + offset, 0, 0])
    #expect(bed.free(block) == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged], [8, 0x100, 0x1000, 0x1008, 0x2000] as [UInt32])
  func insideOfALargeBlock(type: PoolType, offset: UInt32) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(type, 3 * pageSize))
    for page in 0..<UInt32(3) { bed.fill(block + page * pageSize, pageSize, 0, stride: 4) }
    let found = misuse(bed) { bed.free(block + offset) }
    #expect(found == [0xC2, type == .nonpaged ? 0x44 : 0x50, block.raw + offset, 0, 0])
    #expect(bed.free(block) == nil)
  }

  /// What the owner wrote into whole pages must never be taken for a block's header.
  @Test(arguments: [PoolType.nonpaged, .paged])
  func insideOfALargeBlockThatLooksLikeABlock(type: PoolType) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(type, pageSize))
    bed.machine.write32(block + 64, PoolHeader(previousSize: 8, size: 5, type: type).raw)
    bed.machine.write32(block + 68, PoolTag("Test").raw)
    #expect(misuse(bed) { bed.free(block + 72) } == [0xC2, type == .nonpaged ? 0x44 : 0x50, block.raw + 72, 0, 0])
    #expect(bed.free(block) == nil)
  }

  // MARK: The wrong tag

  @Test(arguments: [PoolType.nonpaged, .paged], [8, 256, 257, 4080, 4081, 20_000] as [UInt32])
  func wrongTag(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(type, bytes))
    let found = misuse(bed) { bed.free(block, tag: "Evil") }
    #expect(found == [0xC2, 0xA, block.raw, PoolTag("Test").raw, PoolTag("Evil").raw])
    #expect(bed.free(block) == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged], [8, 256, 257, 4081] as [UInt32])
  func noTagFreesAnything(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    let block = try #require(bed.allocate(type, bytes))
    #expect(bed.free(block, tag: nil) == nil)
    #expect(bed.usage("Test", type)?.frees == 1)
    #expect(bed.usage("Test", type)?.bytes == 0)
  }
}
