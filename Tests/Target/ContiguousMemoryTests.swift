#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  func testContiguousMemoryFollowsItself(_ t: inout TestContext) {
    t.expectNothingKept { t in
      guard let block = memoryManager.allocateContiguous(ContiguousRequest(pages: 25)) else { return t.expect(false, "25 pages") }
      let physical = mmGetPhysicalAddress(block.raw)
      for page in UInt32(0)..<25 {
        t.expect(mmGetPhysicalAddress(block.raw + page << 12), equals: physical + page << 12, "the physical address of a page")
      }
      Pattern.write(block, bytes: 25 << 12, seed: 5)
      t.expect(Pattern.differences(block, bytes: 25 << 12, seed: 5), equals: 0, "dwords that are not as written")
      mmFreeContiguousMemory(block.raw)
    }
  }

  /// 6 pages from a multiple of 16 KB on cross a multiple of 32 KB from every other start. The search goes downward, so blocks of 3 pages in
  /// between make it meet both kinds.
  func testContiguousMemoryKeepsItsLimits(_ t: inout TestContext) {
    t.expectNothingKept { t in
      var request = ContiguousRequest(pages: 6)
      request.lowest = PhysicalAddress(0x20_0000)
      request.highest = PhysicalAddress(0x3FF_FFFF)
      var blocks = InlineArray<8, UInt32>(repeating: 0)
      for index in 0..<8 {
        let isLimited = index & 1 == 1
        request.pages = isLimited ? 6 : 3
        request.alignment = isLimited ? 0x4000 : pageSize
        request.boundary = isLimited ? 0x8000 : 0
        guard let block = memoryManager.allocateContiguous(request) else { return t.expect(false, "a block in the range") }
        blocks[index] = block.raw
        if isLimited { expectWithinLimits(&t, mmGetPhysicalAddress(block.raw), request) }
      }
      for index in 0..<8 { mmFreeContiguousMemory(blocks[index]) }
    }
  }

  private func expectWithinLimits(_ t: inout TestContext, _ physical: UInt32, _ request: ContiguousRequest) {
    let last = physical + request.pages << 12 - 1
    t.expect(physical & (request.alignment - 1), equals: 0, "the address over its alignment")
    t.expect(physical / request.boundary, equals: last / request.boundary, "the boundaries below first and last byte")
    t.expect(physical >= request.lowest.raw, "not below the lowest address")
    t.expect(last <= request.highest.raw, "not above the highest address")
  }

  /// Memory for a device that knows 24 bits of address, as the oldest do.
  func testContiguousMemoryBelow16Megabytes(_ t: inout TestContext) {
    t.expectNothingKept { t in
      let block = mmAllocateContiguousMemory(10_000, 0xFF_FFFF)
      t.expect(block != 0, "10,000 bytes")
      guard block != 0 else { return }
      t.expect(mmGetPhysicalAddress(block) + 9_999 <= 0xFF_FFFF, "the last byte is below 16 MB")
      mmFreeContiguousMemory(block)
    }
  }

  func testContiguousMemoryThatCannotBe(_ t: inout TestContext) {
    t.expectNothingKept { t in
      var impossible = ContiguousRequest(pages: 20)
      impossible.boundary = 0x1_0000
      t.expect(memoryManager.allocateContiguous(impossible) == nil, "20 pages do not fit 64 KB")
      var low = ContiguousRequest(pages: 2)
      low.highest = PhysicalAddress(0xFFF)
      t.expect(memoryManager.allocateContiguous(low) == nil, "2 pages do not fit the first 4 KB")
      t.expect(memoryManager.allocateContiguous(ContiguousRequest(pages: 0)) == nil, "no page at all")
      t.expect(mmAllocateContiguousMemory(0xFFFF_FFFF, 0xFFFF_FFFF), equals: 0, "4 GB")
    }
  }

  func testContiguousMemoryIsFreedOnceAndByItsStart(_ t: inout TestContext) {
    guard let block = memoryManager.allocateContiguous(ContiguousRequest(pages: 3)) else { return t.expect(false, "3 pages") }
    t.expect(memoryManager.freeContiguous(block + pageSize) == .notReserved, "its middle is refused")
    t.expect(memoryManager.freeContiguous(block + 4) == .notReserved, "an address inside a page is refused")
    t.expect(memoryManager.freeContiguous(block) == nil, "its start is taken")
    t.expect(memoryManager.freeContiguous(block) == .notReserved, "a second time is refused")
  }

  // MARK: A second mapping

  func testOneMappingShowsWhatAnotherWrote(_ t: inout TestContext) {
    t.expectNothingKept { t in
      guard let block = memoryManager.allocateContiguous(ContiguousRequest(pages: 3)) else { return t.expect(false, "3 pages") }
      let other = mmMapIoSpace(mmGetPhysicalAddress(block.raw), 3 << 12)
      t.expect(other != 0 && other != block.raw, "another mapping")
      guard other != 0 else { return mmFreeContiguousMemory(block.raw) }
      t.expect(!Machine()[VirtualAddress(other).pte].isCacheDisabled, "RAM is cached in both")
      Pattern.write(block, bytes: 3 << 12, seed: 0x55)
      t.expect(Pattern.differences(VirtualAddress(other), bytes: 3 << 12, seed: 0x55), equals: 0, "dwords that differ seen from there")
      Pattern.write(VirtualAddress(other), bytes: 3 << 12, seed: 0xAA)
      t.expect(Pattern.differences(block, bytes: 3 << 12, seed: 0xAA), equals: 0, "dwords that differ seen from here")
      mmUnmapIoSpace(other, 3 << 12)
      t.expect(!mmIsAddressValid(other), "the mapping is gone")
      t.expect(mmIsAddressValid(block.raw), "the memory is not")
      mmFreeContiguousMemory(block.raw)
    }
  }

  func testTextScreenIsMapped(_ t: inout TestContext) {
    t.expectNothingKept { t in
      let screen = mmMapIoSpace(0xB_8F00, 160)
      t.expect(screen & 0xFFF, equals: 0xF00, "the offset in the page is kept")
      guard screen != 0 else { return }
      t.expect(Machine()[VirtualAddress(screen).pte].isCacheDisabled, "device memory is not cached")
      t.expect(mmGetPhysicalAddress(screen), equals: 0xB_8F00, "its physical address")
      let same = SystemLayout.video + 0xF00
      let old = Machine().load32(same)
      Machine().store32(VirtualAddress(screen), 0x0741_0742)
      t.expect(Machine().load32(same), equals: 0x0741_0742, "what the screen's own mapping shows")
      Machine().store32(same, old)
      mmUnmapIoSpace(screen, 160)
    }
  }

  func testIoSpaceThatCannotBeMapped(_ t: inout TestContext) {
    t.expectNothingKept { t in
      t.expect(mmMapIoSpace(0xB_8000, 0), equals: 0, "no bytes")
      t.expect(mmMapIoSpace(0xFFFF_F000, 0x2000), equals: 0, "past 4 GB")
      t.expect(mmMapIoSpace(0, 0x4000_0000), equals: 0, "1 GB")
      let last = mmMapIoSpace(0xFFFF_FFFF, 1)
      t.expect(last & 0xFFF, equals: 0xFFF, "the last byte of the machine can be")
      if last != 0 { mmUnmapIoSpace(last, 1) }
    }
  }

  func testIoSpaceIsUnmappedAsItWasMapped(_ t: inout TestContext) {
    let screen = mmMapIoSpace(0xB_8000, 0x3000)
    guard screen != 0 else { return t.expect(false, "3 pages") }
    t.expect(memoryManager.unmapIoSpace(VirtualAddress(screen), bytes: 0x2000) == .wrongCount, "two of three pages are refused")
    t.expect(memoryManager.unmapIoSpace(VirtualAddress(screen + 0x1000), bytes: 0x2000) == .notReserved, "its end is refused")
    t.expect(memoryManager.unmapIoSpace(VirtualAddress(screen), bytes: 0x3000) == nil, "all of it is taken")
    t.expect(memoryManager.unmapIoSpace(VirtualAddress(screen), bytes: 0x3000) == .notReserved, "a second time is refused")
  }

  /// What is not a mapping of a device, but contiguous memory, keeps its frames.
  func testIoSpaceIsNotContiguousMemory(_ t: inout TestContext) {
    guard let block = memoryManager.allocateContiguous(ContiguousRequest(pages: 3)) else { return t.expect(false, "3 pages") }
    t.expect(memoryManager.unmapIoSpace(block, bytes: 3 << 12) != nil, "unmapping memory that is not a device's is refused")
    t.expect(memoryManager.freeContiguous(block) == nil, "it can be freed still")
    let screen = mmMapIoSpace(0xB_8000, 0x3000)
    t.expect(memoryManager.freeContiguous(VirtualAddress(screen)) != nil, "freeing a device's memory is refused")
    if screen != 0 { mmUnmapIoSpace(screen, 0x3000) }
  }
#endif
