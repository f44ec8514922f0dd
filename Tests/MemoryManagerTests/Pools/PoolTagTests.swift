import Machine
import Testing

@testable import MemoryManager

/// Tags at the edges.
@Suite struct PoolTagTests {
  @Test(arguments: [PoolType.nonpaged, .paged], [8, 256, 300, 4080, 4081, 9000] as [UInt32])
  func countsAllocationsFreesAndBytes(type: PoolType, bytes: UInt32) throws {
    let bed = TestBed()
    var blocks: [VirtualAddress] = []
    for _ in 0..<9 { blocks.append(try #require(bed.allocate(type, bytes, tag: "Many"))) }
    let held = bytes > 4080 ? (bytes + 4095) & ~4095 : (bytes + 15) & ~7
    let usage = try #require(bed.usage("Many", type))
    #expect(usage.allocations == 9 && usage.frees == 0)
    #expect(usage.bytes >= 9 * held && usage.bytes <= 9 * (held + 8))
    for block in blocks { #expect(bed.free(block, tag: "Many") == nil) }
    #expect(bed.usage("Many", type) == PoolTags.Usage(allocations: 9, frees: 9, bytes: 0))
    #expect(bed.usage("Many", type == .paged ? .nonpaged : .paged) == PoolTags.Usage(allocations: 0, frees: 0, bytes: 0))
  }

  /// A tag of zero stands for none: in the first allocation and in one that a lookaside list serves.
  @Test(arguments: [PoolType.nonpaged, .paged])
  func noTagIsCountedAsNone(type: PoolType) throws {
    let bed = TestBed()
    for round in 1...3 as ClosedRange<UInt32> {
      let block = try #require(bed.allocate(type, 40, tag: PoolTag(raw: 0)))
      #expect(bed.machine.read32(VirtualAddress(block.raw - 4)) == PoolTag.none.raw, "round \(round)")
      #expect(bed.free(block, tag: nil) == nil, "round \(round)")
      #expect(bed.usage(.none, type) == PoolTags.Usage(allocations: round, frees: round, bytes: 0))
    }
  }

  /// More tags than there are entries: the rest is counted in one entry of its own, frees too.
  @Test func tagsBeyondTheTableAreCountedTogether() throws {
    let bed = TestBed()
    var blocks: [(VirtualAddress, PoolTag)] = []
    for index in 0..<(PoolTags.count + 50) {
      let tag = PoolTag(raw: 0x3030_3030 + index << 4)
      blocks.append((try #require(bed.allocate(.nonpaged, 24, tag: tag)), tag))
    }
    let overflow = try #require(bed.usage(PoolTags.overflow, .nonpaged))
    #expect(overflow.allocations >= 50)
    var sum: UInt32 = 0
    bed.mm.poolTags.withLock { tags in
      for index in 0..<PoolTags.count { sum += tags.entry(index, .nonpaged)?.usage.allocations ?? 0 }
    }
    #expect(sum == PoolTags.count + 50)
    for (block, tag) in blocks { #expect(bed.free(block, tag: tag) == nil) }
    let after = try #require(bed.usage(PoolTags.overflow, .nonpaged))
    #expect(after.frees == overflow.allocations)
    #expect(after.bytes == 0)
    // A block of a tag that has no entry passes through a lookaside list all the same.
    let again = try #require(bed.allocate(.nonpaged, 24, tag: blocks.last!.1))
    #expect(bed.free(again, tag: blocks.last!.1) == nil)
    #expect(bed.usage(PoolTags.overflow, .nonpaged)?.bytes == 0)
  }

  /// Tags whose hashes collide are told apart.
  @Test func collidingTagsAreCountedApart() throws {
    let bed = TestBed()
    let hash = { (raw: UInt32) in (raw &* 0x9E37_79B1) >> 23 }
    for wanted in [0, 1, 511] as [UInt32] {
      let tags = (1...200_000 as ClosedRange<UInt32>).lazy.filter { hash($0) == wanted }.prefix(5).map { PoolTag(raw: $0) }
      #expect(tags.count == 5)
      for (index, tag) in tags.enumerated() {
        for _ in 0...index { _ = try #require(bed.allocate(.nonpaged, 16, tag: tag)) }
      }
      for (index, tag) in tags.enumerated() { #expect(bed.usage(tag, .nonpaged)?.allocations == UInt32(index) + 1) }
    }
  }

  @Test func aTagIsItsFirstFourCharacters() {
    #expect(PoolTag("Abcd").raw == 0x6463_6241)
    #expect(PoolTag("Abcdef") == PoolTag("Abcd"))
    #expect(PoolTag("A").raw == 0x41)
  }
}
