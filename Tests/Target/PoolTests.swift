#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  func testPagedPoolComesWithTheFirstTouch(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: 100, tag: "Test") else { return t.expect(false, "a block of paged pool") }
    Machine().write32(block, 0x1234_5678)
    t.expect(Machine().read32(block), equals: 0x1234_5678, "what was written")
    freePool(block, tag: "Test")
  }
#endif
