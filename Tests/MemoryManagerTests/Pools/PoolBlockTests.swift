import Machine
import Testing

@testable import MemoryManager

/// Blocks in memory: NT's header byte by byte, sizes, joining, and pages that come and go.
@Suite struct PoolBlockTests {
  private let bed = TestBed()
  private func header(_ block: VirtualAddress) -> PoolHeader { PoolHeader(raw: bed.machine.read32(VirtualAddress(block.raw - 8))) }
  private func pages(_ type: PoolType) -> UInt32 { bed.mm.withPool(type) { pool, _ in pool.pages } }

  @Test(arguments: [PoolType.nonpaged, .paged], [1, 8, 9, 32, 256, 257, 2048, 4079, 4080, 4081, 4096, 4097, 50_000] as [UInt32])
  func blocksComeAndGo(type: PoolType, bytes: UInt32) throws {
    let block = try #require(bed.allocate(type, bytes))
    #expect(block.raw % 8 == 0 && bed.mm.poolType(of: block) == type)
    #expect(bytes < 4081 || block.isPageAligned)
    #expect(bytes > 4080 || block.pageBase == (block + (bytes - 1)).pageBase)
    bed.fill(block, bytes, 0x1234_5678, stride: 4)
    #expect(bed.holds(block, bytes, 0x1234_5678, stride: 4) && bed.violation == nil)
    #expect(bed.free(block) == nil && bed.violation == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged])
  func headerBytesAreNTs(type: PoolType) throws {
    let above = try #require(bed.allocate(type, 100))
    let block = try #require(bed.allocate(type, 20, tag: "Abcd"))
    let bytes = (0..<UInt32(8)).map { bed.machine.load8(VirtualAddress(block.raw - 8 + $0)) }
    let previous = (block.pageOffset - 8) >> 3
    // PreviousSize 9 bits, PoolIndex 7, BlockSize 9, PoolType 7; sizes in units of 8 bytes with the header; type + 1.
    let dword = previous | 4 << 16 | (type.rawValue + 1) << 25
    #expect(bytes == [UInt8(dword & 255), UInt8(dword >> 8 & 255), UInt8(dword >> 16 & 255), UInt8(dword >> 24), 0x41, 0x62, 0x63, 0x64])
    // The block before it, at the page's start, is free; the one behind it knows its size.
    let free = PoolHeader(raw: bed.machine.read32(block.pageBase))
    #expect(free.previousSize == 0 && free.size == previous && free.isFree && free.type == nil)
    #expect(header(above).previousSize == 4 && header(above).size == 14 && header(above).type == type)
  }

  @Test func headerFields() {
    var header = PoolHeader(previousSize: 511, size: 0, type: nil)
    #expect(header.raw == 511 && header.isFree)
    header = PoolHeader(previousSize: 0, size: 511, type: .paged)
    #expect(header.raw == 511 << 16 | 2 << 25 && !header.isFree)
    header.previousSize = 3
    #expect(header.previousSize == 3 && header.size == 511 && header.type == .paged)
    #expect(PoolHeader(raw: 77 << 25).type == nil && !PoolHeader(raw: 77 << 25).isFree)
  }

  /// 4,080 bytes still share a page with a header, 4,081 take whole pages.
  @Test(arguments: [PoolType.nonpaged, .paged])
  func theLargestBlock(type: PoolType) throws {
    let largest = try #require(bed.allocate(type, 4080))
    #expect(largest.pageOffset == 8 && header(largest).size == 511 && header(largest).previousSize == 0)
    bed.fill(largest, 4080, 1, stride: 4)
    let whole = try #require(bed.allocate(type, 4081))
    #expect(whole.isPageAligned && bed.violation == nil)
    #expect(bed.free(largest) == nil && bed.free(whole) == nil && bed.violation == nil)
  }

  /// Every size from 1 to 4,096, several live at once, never overlapping.
  @Test(arguments: [PoolType.nonpaged, .paged])
  func everySize(type: PoolType) throws {
    var live: [(VirtualAddress, UInt32)] = []
    for bytes in 1...4096 as ClosedRange<UInt32> {
      let block = try #require(bed.allocate(type, bytes))
      bed.machine.write32(VirtualAddress((block + (bytes - 1)).raw & ~3), bytes)
      bed.machine.write32(block, bytes)
      live.append((block, bytes))
      if live.count > 24 {
        let (oldest, size) = live.remove(at: Int(bytes * 7 % 25))
        #expect(bed.machine.read32(oldest) == size)
        #expect(bed.free(oldest) == nil, "\(size)")
      }
      if bytes % 256 == 0 { try #require(bed.violation == nil, "\(bytes)") }
    }
    for (block, size) in live { #expect(bed.free(block) == nil, "\(size)") }
    #expect(bed.violation == nil && bed.usage("Test", type)?.bytes == 0)
  }

  // MARK: Joining

  /// Four neighbours freed in every order leave no free block that touches another, and at the end none in use.
  @Test(arguments: [PoolType.nonpaged, .paged])
  func neighboursJoinInEveryOrder(type: PoolType) throws {
    for order in 0..<24 {
      var rest = [0, 1, 2, 3]
      var picks = order
      let blocks = try (0..<4).map { _ in try #require(bed.allocate(type, 500)) }
      let keep = try #require(bed.allocate(type, 600))
      // Fills the lookaside slot, so that the four go back to their page.
      let filler = try #require(bed.allocate(type, 500))
      #expect(bed.free(filler) == nil)
      while !rest.isEmpty {
        let index = rest.remove(at: picks % rest.count)
        picks /= 4
        #expect(bed.free(blocks[index]) == nil)
        try #require(!hasTouchingFreeBlocks(blocks[index].pageBase), "order \(order)")
        try #require(bed.mm.checkPools() == nil, "order \(order)")
      }
      // Joined: a block of nearly all that was given back fits.
      let big = try #require(bed.allocate(type, 2008))
      #expect(big.pageBase == keep.pageBase, "order \(order)")
      #expect(bed.free(big) == nil && bed.free(keep) == nil)
    }
  }
  private func hasTouchingFreeBlocks(_ page: VirtualAddress) -> Bool {
    var (offset, wasFree) = (UInt32(0), false)
    while offset < pageSize {
      let header = PoolHeader(raw: bed.machine.read32(page + offset))
      if header.isFree && wasFree { return true }
      wasFree = header.isFree
      offset += (header.size == 0 ? 512 : header.size) << 3
    }
    return false
  }

  // MARK: Pages

  @Test(arguments: [PoolType.nonpaged, .paged])
  func emptyPagesAreGivenBack(type: PoolType) throws {
    let before = bed.charged
    let blocks = try (0..<300).map { _ in try #require(bed.allocate(type, 3000)) }
    #expect(pages(type) >= 300)
    for block in blocks { #expect(bed.free(block) == nil) }
    #expect(pages(type) <= 8 && bed.charged <= before + 8 + 8)
    #expect(bed.mm.withPool(type) { pool, _ in pool.peakPages } >= 300)
    #expect(bed.violation == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged], [4081, 4096, 4097, 20_000] as [UInt32])
  func wholePagesAreGivenBack(type: PoolType, bytes: UInt32) throws {
    let warm = try #require(bed.allocate(type, 65_536))
    #expect(bed.free(warm) == nil)
    let (before, held) = (bed.charged, pages(type))
    let blocks = try (0..<20).map { _ in try #require(bed.allocate(type, bytes)) }
    #expect(pages(type) == held + 20 * ((bytes + 4095) >> 12))
    for block in blocks { #expect(bed.free(block) == nil) }
    #expect(pages(type) <= held + 8 && bed.charged <= before + 8 && bed.violation == nil)
  }

  @Test func nonpagedPoolGrowsIntoTheExpansion() throws {
    let bed = TestBed(frames: 2048, options: "NonPagedPoolSize=64K")
    let blocks = try (0..<40).map { _ in try #require(bed.allocate(.nonpaged, 4096)) }
    #expect(blocks.contains { $0 < SystemLayout.nonpagedPoolEnd })
    #expect(blocks.contains { SystemRegion(of: $0) == .nonpagedPoolExpansion })
    for (index, block) in blocks.enumerated() {
      bed.fill(block, 4096, UInt32(index))
      #expect(bed.mm.poolType(of: block) == .nonpaged && bed.mm.isAddressValid(block))
    }
    for (index, block) in blocks.enumerated() { #expect(bed.holds(block, 4096, UInt32(index)) && bed.free(block) == nil) }
    let big = try #require(bed.allocate(.nonpaged, 100_000))
    #expect(SystemRegion(of: big) == .nonpagedPoolExpansion)
    #expect(bed.free(big) == nil && bed.violation == nil)
  }

  @Test(arguments: [PoolType.nonpaged, .paged])
  func failuresAreCounted(type: PoolType) {
    while bed.allocate(type, 40_000) != nil {}
    while bed.allocate(type, 4096) != nil {}
    let failures = bed.mm.withPool(type) { pool, _ in pool.failures }
    #expect(failures == 2)
    while bed.allocate(type, 1000) != nil {}
    #expect(bed.mm.withPool(type) { pool, _ in pool.failures } == 3)
    #expect(bed.mm.withPool(type == .paged ? .nonpaged : .paged) { pool, _ in pool.failures } == 0)
    #expect(bed.violation == nil)
  }

  @Test func pagedPoolEndsAtItsLimit() throws {
    let bed = TestBed(frames: 2048, options: "PagedPoolSize=1M")
    let blocks = (0..<300).compactMap { _ in bed.allocate(.paged, 4096) }
    #expect(blocks.count == 256 && bed.mm.pagedPool.withLock { $0.pool.failures } == 44 && bed.violation == nil)
    for block in blocks { #expect(bed.free(block) == nil) }
    let all = try #require(bed.allocate(.paged, 200 * pageSize))
    #expect(bed.free(all) == nil && bed.violation == nil)
  }

  /// NT's own kernel test: i times 10 bytes and a little more, allocated, filled and freed; then many small blocks live at once.
  @Test func churn() throws {
    for i in stride(from: 1, through: 9999, by: 97) as StrideThrough<UInt32> {
      for (type, unit) in [(PoolType.nonpaged, UInt32(10)), (.paged, 50)] {
        for more in [0, 1, 13] as [UInt32] {
          let block = try #require(bed.allocate(type, i * unit + more))
          bed.fill(block, i * unit + more, i, stride: 1024)
          #expect(bed.holds(block, i * unit + more, i, stride: 1024) && bed.free(block) == nil)
        }
      }
    }
    let blocks = try (0..<10_000).map { _ in try #require(bed.allocate(.nonpaged, 42)) }
    #expect(Set(blocks).count == 10_000)
    for block in blocks { #expect(bed.free(block) == nil) }
    #expect(bed.violation == nil && pages(.nonpaged) <= 16)
  }
}
