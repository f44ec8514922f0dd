import Machine
import Testing

@testable import MemoryManager

/// Blocks kept for the next caller: how many, which, and what becomes of them.
@Suite struct LookasideTests {
  private let bed = TestBed(frames: 1024)

  // MARK: The stack by itself

  @Test func lastInFirstOutUpToTheDepth() {
    var list = Lookaside()
    let depth = list.depth
    for index in 0..<depth {
      let isKept = list.push(VirtualAddress(0xDB00_0008 + index << 6))
      #expect(isKept)
    }
    let isKept = list.push(VirtualAddress(8))
    #expect(!isKept && list.count == depth)
    for index in (0..<depth).reversed() {
      let block = list.pop()
      #expect(block == VirtualAddress(0xDB00_0008 + index << 6))
    }
    let none = list.pop()
    #expect(none == nil && list.count == 0)
  }

  @Test func theDepthFollowsDemand() {
    var list = Lookaside()
    let start = list.depth
    list.adjustDepth()
    #expect(list.depth == start)
    for _ in 0..<160 { _ = list.pop() }
    list.adjustDepth()
    #expect(list.depth == start + 10)
    _ = list.pop()
    list.adjustDepth()
    #expect(list.depth == start + 11)
    for _ in 0..<100_000 { _ = list.pop() }
    list.adjustDepth()
    #expect(list.depth == Lookaside.capacity)
    // Blocks that lie unused make it shallower again, down to where it began.
    for index in 0..<Lookaside.capacity { _ = list.push(VirtualAddress(8 + index << 4)) }
    var surplus: UInt32 = 0
    for _ in 0..<100 {
      list.adjustDepth()
      while list.popSurplus() != nil { surplus += 1 }
    }
    #expect(list.depth == start && list.count == start && surplus == Lookaside.capacity - start)
  }

  @Test func aSlotHoldsOneBlock() {
    let word = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    defer { word.deallocate() }
    let slot = unsafe LookasideSlot(at: UInt(bitPattern: word))
    slot.clear()
    #expect(slot.take() == nil)
    #expect(slot.put(VirtualAddress(0xDB00_0008)) && !slot.put(VirtualAddress(0xDB00_0010)))
    #expect(slot.take() == VirtualAddress(0xDB00_0008) && slot.take() == nil)
  }

  // MARK: In front of the pools

  @Test(arguments: [PoolType.nonpaged, .paged], [8, 40, 256, 257, 2048] as [UInt32])
  func theBlockLastFreedComesBack(type: PoolType, bytes: UInt32) throws {
    let block = try #require(bed.allocate(type, bytes))
    #expect(bed.free(block) == nil)
    #expect(bed.allocate(type, bytes) == block)
    #expect(bed.machine.read32(VirtualAddress(block.raw - 4)) == PoolTag("Test").raw)
    #expect(bed.free(block) == nil && bed.violation == nil)
  }

  @Test func anotherTagsBlockComesBackWithTheNewTag() throws {
    let block = try #require(bed.allocate(.nonpaged, 100, tag: "Once"))
    let other = try #require(bed.allocate(.nonpaged, 100, tag: "Then"))
    #expect(bed.free(block, tag: "Once") == nil)
    #expect(bed.allocate(.nonpaged, 100, tag: "Then") == block)
    #expect(bed.free(block, tag: "Once")?.p1 == 0xA && bed.free(block, tag: "Then") == nil && bed.free(other, tag: "Then") == nil)
    #expect(bed.usage("Once", .nonpaged) == PoolTags.Usage(allocations: 1, frees: 1, bytes: 0))
    #expect(bed.usage("Then", .nonpaged) == PoolTags.Usage(allocations: 2, frees: 2, bytes: 0))
  }

  /// A block of paged pool that is kept need not be resident.
  @Test func aKeptPagedBlockMayBeOut() throws {
    let block = try #require(bed.allocate(.paged, 100))
    #expect(bed.free(block) == nil)
    bed.trimAll()
    #expect(!bed.mm.isAddressValid(block))
    #expect(bed.allocate(.paged, 100) == block && bed.violation == nil)
    bed.trimAll()
    #expect(bed.free(block) == nil && bed.violation == nil)
  }

  /// A write after free cannot send the lists astray.
  @Test func writingIntoAFreedBlockDoesNoHarm() throws {
    let blocks = try (0..<10).map { _ in try #require(bed.allocate(.nonpaged, 64)) }
    for block in blocks.prefix(5) {
      #expect(bed.free(block) == nil)
      bed.machine.write32(block, 0xFFFF_FFFF)
    }
    let again = try (0..<5).map { _ in try #require(bed.allocate(.nonpaged, 64)) }
    #expect(Set(again + blocks.suffix(5)).count == 10)
    for block in again { #expect(bed.mm.poolType(of: block) == .nonpaged) }
  }

  @Test(arguments: [PoolType.nonpaged, .paged])
  func adjustingGivesBlocksBack(type: PoolType) throws {
    for _ in 0..<40 {
      let blocks = try (0..<64).map { _ in try #require(bed.allocate(type, 120)) }
      for block in blocks { #expect(bed.free(block) == nil) }
      bed.mm.adjustLookasideDepths()
    }
    #expect(bed.violation == nil)
    for _ in 0..<60 { bed.mm.adjustLookasideDepths() }
    #expect(bed.violation == nil && bed.usage("Test", type)?.bytes == 0)
    let pages = bed.mm.withPool(type) { pool, _ in pool.pages }
    #expect(pages <= 8 + 2)
  }

  // MARK: A caller's own list

  @Test(arguments: [PoolType.nonpaged, .paged], [8, 100, 2048, 4080, 5000] as [UInt32])
  func aListOfOnesOwn(type: PoolType, size: UInt32) throws {
    let list = OwnList(bed, type, size: size)
    for _ in 0..<3 {
      let blocks = try (0..<20).map { _ in try #require(list.allocate()) }
      #expect(Set(blocks).count == 20)
      for (index, block) in blocks.enumerated() { bed.fill(block, size, UInt32(index), stride: 4) }
      for (index, block) in blocks.enumerated() {
        #expect(bed.holds(block, size, UInt32(index), stride: 4))
        #expect(list.free(block) == nil)
      }
      #expect(bed.violation == nil)
    }
    #expect(bed.usage("Mine", type)!.bytes > 0)
    list.delete()
    #expect(bed.usage("Mine", type)?.bytes == 0 && bed.violation == nil)
  }

  @Test func aListWithoutMemoryFails() {
    bed.promiseEverything()
    let list = OwnList(bed, .nonpaged, size: 4096)
    #expect(list.allocate() == nil)
  }
}
