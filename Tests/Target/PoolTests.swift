#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Sizes around every border: a header's 8 bytes, the lookaside lists' 256, the largest block, a page, many pages.
  private let sizes: InlineArray<_, UInt32> = [
    1, 7, 8, 9, 16, 31, 32, 255, 256, 257, 264, 1000, 2040, 2048, 4072, 4080, 4081, 4096, 4097, 8192, 70_000,
  ]

  private func expectSizesWork(_ t: inout TestContext, _ type: PoolType) {
    var blocks = InlineArray<32, UInt32>(repeating: 0)
    for index in sizes.indices {
      guard let block = allocatePool(type, bytes: sizes[index], tag: "Size") else { return t.expect(false, "a block of each size") }
      t.expect(memoryManager.poolType(of: block) == type, "it lies in the pool")
      t.expect(block.raw & (sizes[index] > 4080 ? 0xFFF : 7), equals: 0, "address over its alignment")
      Pattern.write(block, bytes: sizes[index], seed: UInt32(index))
      blocks[index] = block.raw
    }
    for index in sizes.indices {
      let block = VirtualAddress(blocks[index])
      t.expect(Pattern.differences(block, bytes: sizes[index], seed: UInt32(index)), equals: 0, "dwords that another block's owner changed")
      freePool(block, tag: "Size")
    }
  }

  func testNonpagedPoolOfEachSize(_ t: inout TestContext) { expectSizesWork(&t, .nonpaged) }
  func testPagedPoolOfEachSize(_ t: inout TestContext) { expectSizesWork(&t, .paged) }

  /// Every byte of a block can be used without touching the next one's header.
  func testBlocksHoldTheirLastByte(_ t: inout TestContext) {
    var bytes: UInt32 = 1
    while bytes <= 4080 {
      guard let first = allocatePool(.nonpaged, bytes: bytes, tag: "Last"), let second = allocatePool(.nonpaged, bytes: bytes, tag: "Last") else {
        return t.expect(false, "two blocks")
      }
      unsafe fill(first, bytes)
      unsafe fill(second, bytes)
      freePool(first, tag: "Last")
      freePool(second, tag: "Last")
      bytes += bytes < 300 ? 1 : 61
    }
  }

  @unsafe private func fill(_ block: VirtualAddress, _ bytes: UInt32) {
    for offset in 0..<bytes { cpu_store8(block.raw + offset, 0xFF) }
  }

  // MARK: Coalescing

  /// Blocks that were freed in any order become whole pages again, which the pool gives back.
  private func expectPagesComeBack(_ t: inout TestContext, _ type: PoolType) {
    let before = Resources()
    var blocks = InlineArray<256, UInt32>(repeating: 0)
    for index in 0..<256 { blocks[index] = allocatePool(type, bytes: 300 + UInt32(index & 7) * 100, tag: "Join")?.raw ?? 0 }
    t.expect(blocks[255] != 0, "256 blocks")
    let most = Resources()
    // Neighbours in the order odd, multiples of 4, the rest: each joins with none, one and two sides.
    for index in 0..<256 where index & 1 == 1 { free(blocks[index]) }
    for index in 0..<256 where index & 3 == 0 { free(blocks[index]) }
    for index in 0..<256 where index & 3 == 2 { free(blocks[index]) }
    let after = Resources()
    let (pagesBefore, pagesMost, pagesAfter) =
      type == .paged
      ? (before.pagedPages, most.pagedPages, after.pagedPages) : (before.nonpagedPages, most.nonpagedPages, after.nonpagedPages)
    t.expect(pagesMost > pagesBefore + 30, "256 blocks take more than 30 pages")
    t.expect(pagesAfter <= pagesBefore + 16, "at most a page for each size and 8 more are kept when all are free")
  }

  private func free(_ block: UInt32) {
    if block != 0 { freePool(VirtualAddress(block), tag: "Join") }
  }

  func testNonpagedPoolGivesPagesBack(_ t: inout TestContext) { expectPagesComeBack(&t, .nonpaged) }
  func testPagedPoolGivesPagesBack(_ t: inout TestContext) { expectPagesComeBack(&t, .paged) }

  /// Six blocks of 608 bytes with their headers that share a page, lowest first.
  private func sixNeighbours(_ type: PoolType) -> InlineArray<6, UInt32> {
    var blocks = InlineArray<6, UInt32>(repeating: 0)
    var count = 0
    while count < 6 {
      guard let block = allocatePool(type, bytes: 600, tag: "Six") else { return InlineArray(repeating: 0) }
      // They come from the end of the page downward.
      count = count > 0 && block.raw + 608 == blocks[6 - count] && block.pageBase.raw == blocks[5] & ~0xFFF ? count + 1 : 1
      blocks[6 - count] = block.raw
    }
    return blocks
  }

  /// Frees the three in the middle in the given order: together they are what one of their size and two headers more needs.
  private func expectJoining(_ t: inout TestContext, _ type: PoolType, _ first: Int, _ second: Int, _ third: Int) {
    // What lies ready for the next caller of either size is taken out of the way.
    guard let kept = allocatePool(type, bytes: 600, tag: "Six"), let large = allocatePool(type, bytes: 1816, tag: "Six") else {
      return t.expect(false, "two blocks")
    }
    let blocks = sixNeighbours(type)
    t.expect(blocks[0] != 0, "six neighbours")
    freePool(kept, tag: "Six")
    freePool(VirtualAddress(blocks[first]), tag: "Six")
    freePool(VirtualAddress(blocks[second]), tag: "Six")
    freePool(VirtualAddress(blocks[third]), tag: "Six")
    let joined = allocatePool(type, bytes: 1816, tag: "Six")
    t.expect(joined?.raw ?? 0, equals: blocks[2], "a block in the place of three")
    if let joined { freePool(joined, tag: "Six") }
    freePool(large, tag: "Six")
    for index in 0..<6 where index < 2 || index > 4 { freePool(VirtualAddress(blocks[index]), tag: "Six") }
  }

  func testFreeBlocksJoinWithTheirNeighbours(_ t: inout TestContext) {
    expectJoining(&t, .nonpaged, 2, 3, 4)
    expectJoining(&t, .nonpaged, 4, 3, 2)
    expectJoining(&t, .nonpaged, 2, 4, 3)
    expectJoining(&t, .paged, 3, 2, 4)
    expectJoining(&t, .paged, 3, 4, 2)
    expectJoining(&t, .paged, 4, 2, 3)
  }

  // MARK: Whole pages

  func testLargeBlocksLeaveNothing(_ t: inout TestContext) {
    t.expectNothingKept { t in
      expectLargeBlocksWork(&t, .nonpaged)
      expectLargeBlocksWork(&t, .paged)
    }
  }

  private func expectLargeBlocksWork(_ t: inout TestContext, _ type: PoolType) {
    guard let first = allocatePool(type, bytes: 70_000, tag: "Larg"), let second = allocatePool(type, bytes: 300_000, tag: "Larg") else {
      return t.expect(false, "two large blocks")
    }
    Pattern.write(first, bytes: 70_000, seed: 1)
    Pattern.write(second, bytes: 300_000, seed: 2)
    t.expect(Pattern.differences(first, bytes: 70_000, seed: 1), equals: 0, "dwords of the first that are not as written")
    freePool(first, tag: "Larg")
    freePool(second, tag: "Larg")
    t.expect(!mmIsAddressValid(first.raw) && !mmIsAddressValid(second.raw + 299_999), "their pages are gone when they are free")
  }

  /// More than the initial stretch holds comes from the expansion area, and goes back there.
  func testNonpagedPoolExpands(_ t: inout TestContext) {
    t.expectNothingKept { t in
      let initial = memoryManager.nonpagedPool.withLock { $0.initial.grown }
      guard let block = allocatePool(.nonpaged, bytes: (initial + 1) << 12, tag: "Grow") else {
        return t.expect(false, "a block beyond the initial pool")
      }
      t.expect(SystemRegion(of: block) == .nonpagedPoolExpansion, "it lies in the expansion area")
      Pattern.write(block, bytes: (initial + 1) << 12, seed: 3)
      t.expect(Pattern.differences(block, bytes: (initial + 1) << 12, seed: 3), equals: 0, "dwords that are not as written")
      freePool(block, tag: "Grow")
    }
  }

  /// Small blocks too, when the initial stretch is full.
  func testBlocksComeFromTheExpansionArea(_ t: inout TestContext) {
    t.expectNothingKept { t in
      var chain = BlockChain(.nonpaged, bytes: 2000)
      let initial = memoryManager.nonpagedPool.withLock { $0.initial.freePages }
      for _ in 0..<(2 * initial + 64) where chain.count < 2 * initial + 64 { if !chain.add() { break } }
      t.expect(memoryManager.nonpagedPool.withLock { $0.initial.freePages }, equals: 0, "free pages of the initial pool")
      t.expect(memoryManager.nonpagedExpansion.withLock { $0.inUse } > 0, "pages of the expansion area in use")
      chain.freeAll()
    }
  }

  // MARK: Exhaustion

  private func failures(_ type: PoolType) -> UInt32 {
    type == .nonpaged
      ? memoryManager.nonpagedPool.withLock { $0.pool.failures } : memoryManager.pagedPool.withLock { $0.pool.failures }
  }

  private func expectPoolRunsOutAndRecovers(_ t: inout TestContext, _ type: PoolType) {
    t.expectNothingKept { t in
      let before = failures(type)
      var chain = BlockChain(type, bytes: 64 << 10)
      chain.addAll()
      t.expect(chain.count > 50, "more than 50 blocks of 64 KB")
      t.expect(failures(type), equals: before + 1, "failures counted")
      t.expect(allocatePool(type, bytes: 64 << 10, tag: "Test") == nil, "another fails too")
      t.expect(failures(type), equals: before + 2, "failures counted again")
      chain.freeOne()
      guard let block = allocatePool(type, bytes: 64 << 10, tag: "Test") else { return t.expect(false, "a block when one was freed") }
      freePool(block, tag: "Test")
      chain.freeAll()
    }
  }

  func testNonpagedPoolRunsOutAndRecovers(_ t: inout TestContext) { expectPoolRunsOutAndRecovers(&t, .nonpaged) }
  func testPagedPoolRunsOutAndRecovers(_ t: inout TestContext) { expectPoolRunsOutAndRecovers(&t, .paged) }

  func testPoolRefusesWhatItCanNeverHold(_ t: inout TestContext) {
    let before = (failures(.nonpaged), failures(.paged))
    t.expect(exAllocatePoolWithTag(0, 0x7FFF_FFFF, 0x7473_6554), equals: 0, "2 GB of nonpaged pool")
    t.expect(exAllocatePoolWithTag(1, 0xFFFF_FFFF, 0x7473_6554), equals: 0, "4 GB of paged pool")
    t.expect(exAllocatePoolWithTag(1, 0xFFFF_F001, 0x7473_6554), equals: 0, "a size that overflows when rounded")
    t.expect(failures(.nonpaged), equals: before.0 + 1, "nonpaged failures counted")
    t.expect(failures(.paged), equals: before.1 + 2, "paged failures counted")
  }

  // MARK: Tags and lookaside lists

  private func usage(_ tag: PoolTag, _ type: PoolType) -> PoolTags.Usage? {
    memoryManager.poolTags.withLock { tags in
      for index in 0..<PoolTags.count {
        if let entry = tags.entry(index, type), entry.tag == tag { return entry.usage }
      }
      return nil
    }
  }

  private func expectTagCounts(_ t: inout TestContext, _ type: PoolType) {
    let before = usage("Tag1", type)
    guard let small = allocatePool(type, bytes: 100, tag: "Tag1"), let large = allocatePool(type, bytes: 5000, tag: "Tag1"),
      let during = usage("Tag1", type)
    else { return t.expect(false, "two blocks and their tag") }
    t.expect(during.allocations, equals: (before?.allocations ?? 0) + 2, "allocations counted")
    // What is too small to stay free behind the block goes with it.
    let block = Machine().read32(VirtualAddress(small.raw - 8)) >> 16 & 0x1FF
    t.expect(block == 14 || block == 15, "100 bytes and a header, in units of 8")
    t.expect(during.bytes, equals: block << 3 + 8192, "bytes held: a block with its header, and two pages")
    freePool(small, tag: "Tag1")
    freePool(large, tag: "Tag1")
    t.expect(usage("Tag1", type)?.frees ?? 0, equals: (before?.frees ?? 0) + 2, "frees counted")
    t.expect(usage("Tag1", type)?.bytes ?? 1, equals: 0, "bytes held at the end")
  }

  func testTagsCountWhatTheyHold(_ t: inout TestContext) {
    expectTagCounts(&t, .nonpaged)
    expectTagCounts(&t, .paged)
  }

  private func expectBlockIsKept(_ t: inout TestContext, _ type: PoolType) {
    // From here on the tag is known, and there is room for one more block.
    if let other = allocatePool(type, bytes: 64, tag: "Look"), let another = allocatePool(type, bytes: 64, tag: "Look") {
      freePool(other, tag: "Look")
      freePool(another, tag: "Look")
    }
    guard let first = allocatePool(type, bytes: 64, tag: "Look") else { return t.expect(false, "a block") }
    freePool(first, tag: "Look")
    t.expect(Machine().load32(VirtualAddress(first.raw - 4)), equals: 0, "the tag of a block that is kept")
    let second = allocatePool(type, bytes: 64, tag: "Look")
    t.expect(second?.raw ?? 0, equals: first.raw, "the next block of that size")
    if let second { freePool(second, tag: "Look") }
  }

  func testSmallBlocksAreKeptForTheNextCaller(_ t: inout TestContext) {
    expectBlockIsKept(&t, .nonpaged)
    expectBlockIsKept(&t, .paged)
  }

  /// What is wrong is refused with NT's numbers, and nothing is changed: the block can be freed after all.
  func testPoolMisuseIsRefused(_ t: inout TestContext) {
    guard let block = allocatePool(.nonpaged, bytes: 500, tag: "Good") else { return t.expect(false, "a block") }
    Pattern.write(block, bytes: 500, seed: 0x4141_4141)
    t.expect(misuse(block, "Evil"), equals: 0xC200_000A, "wrong tag")
    t.expect(misuse(block + 16, nil) != 0, "inside the block")
    t.expect(misuse(block + 3, nil), equals: 0xC200_0044, "not aligned")
    t.expect(misuse(VirtualAddress(0x1000), nil), equals: 0xC200_0040, "a user address")
    t.expect(misuse(VirtualAddress(cpu_data_start()), nil), equals: 0xC200_0046, "an address of the kernel's data")
    let level = Irql.raise(to: .dispatch)
    t.expect(misuse(SystemRegion.pagedPool.start + 8, nil), equals: 0xC200_0009, "paged pool at DISPATCH_LEVEL")
    Irql.lower(to: level)
    t.expect(misuse(block, "Good"), equals: 0, "as it should be")
    t.expect(misuse(block, "Good"), equals: 0xC200_0007, "a second time")
  }

  /// The code in the highest byte and the first parameter in the lowest; 0 for none.
  private func misuse(_ address: VirtualAddress, _ tag: PoolTag?) -> UInt32 {
    guard let found = memoryManager.freePool(address, tag: tag) else { return 0 }
    return found.code << 24 | found.p1
  }

  /// Nonpaged pool may be used at DISPATCH_LEVEL.
  func testNonpagedPoolAtDispatchLevel(_ t: inout TestContext) {
    let level = Irql.raise(to: .dispatch)
    let small = allocatePool(.nonpaged, bytes: 40, tag: "Disp")
    let large = allocatePool(.nonpaged, bytes: 40_000, tag: "Disp")
    t.expect(small != nil && large != nil, "two blocks")
    if let large { Pattern.write(large, bytes: 40_000, seed: 4) }
    if let small { freePool(small, tag: "Disp") }
    if let large { freePool(large, tag: "Disp") }
    t.expect(Irql.current, equals: Irql.dispatch.rawValue, "the level afterwards")
    Irql.lower(to: level)
  }
#endif
