#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  func testDebugServiceReturns(_ t: inout TestContext) {
    for _ in 0..<1000 { cpu_debug_service() }
    t.expect(cpu_eflags() & 0x600, equals: 0x200, "interrupt and direction flag afterwards")
    t.expect(Irql.current, equals: Irql.passive.rawValue, "the IRQL afterwards")
  }

  func testPageFaultsLeaveInterruptsOn(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: 64 << 12, tag: "Trap") else { return t.expect(false, "64 pages") }
    let before = tickCount()
    for page in UInt32(0)..<64 { Machine().touch(block + page << 12) }
    t.expect(cpu_eflags() & 0x200, equals: 0x200, "the interrupt flag after faults")
    t.expect(Irql.current, equals: Irql.passive.rawValue, "the IRQL after faults")
    while tickCount() - before < 3 {}
    freePool(block, tag: "Trap")
  }

  /// A page fault with interrupts off leaves them off.
  func testPageFaultsLeaveInterruptsOff(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: pageSize, tag: "Trap") else { return t.expect(false, "a page") }
    cpu_cli()
    Machine().touch(block)
    let flags = cpu_eflags()
    cpu_sti()
    t.expect(flags & 0x200, equals: 0, "the interrupt flag after the fault")
    freePool(block, tag: "Trap")
  }

  /// `UInt32 routine(UInt32 address)`: fills every register and sets carry and direction flag, meets a fault at `address`, and returns zero if
  /// nothing changed and the page held zeroes. Without PAE all memory that is mapped can be executed.
  private let registerRoutine: InlineArray<_, UInt8> = [
    0x55, 0x53, 0x56, 0x57,  // push ebp, ebx, esi, edi
    0x8B, 0x44, 0x24, 0x14,  // mov eax, [esp + 20]
    0xBB, 0x11, 0x11, 0x11, 0x11,  // mov ebx, 11111111h
    0xB9, 0x22, 0x22, 0x22, 0x22,  // mov ecx, 22222222h
    0xBA, 0x33, 0x33, 0x33, 0x33,  // mov edx, 33333333h
    0xBE, 0x44, 0x44, 0x44, 0x44,  // mov esi, 44444444h
    0xBF, 0x55, 0x55, 0x55, 0x55,  // mov edi, 55555555h
    0xBD, 0x66, 0x66, 0x66, 0x66,  // mov ebp, 66666666h
    0xF9, 0xFD,  // stc, std
    0xFF, 0x30,  // push dword [eax]: the fault
    0x9C, 0xFC,  // pushfd, cld
    0x81, 0xF3, 0x11, 0x11, 0x11, 0x11,  // xor ebx, 11111111h
    0x81, 0xF1, 0x22, 0x22, 0x22, 0x22,  // xor ecx, 22222222h
    0x81, 0xF2, 0x33, 0x33, 0x33, 0x33,  // xor edx, 33333333h
    0x81, 0xF6, 0x44, 0x44, 0x44, 0x44,  // xor esi, 44444444h
    0x81, 0xF7, 0x55, 0x55, 0x55, 0x55,  // xor edi, 55555555h
    0x81, 0xF5, 0x66, 0x66, 0x66, 0x66,  // xor ebp, 66666666h
    0x09, 0xCB, 0x09, 0xD3, 0x09, 0xF3, 0x09, 0xFB, 0x09, 0xEB,  // or ebx, ecx, edx, esi, edi, ebp
    0x58,  // pop eax: the flags
    0x25, 0x01, 0x06, 0x00, 0x00,  // and eax, carry, interrupt and direction flag
    0x35, 0x01, 0x06, 0x00, 0x00,  // xor eax, the same: all were set
    0x09, 0xC3,  // or ebx, eax
    0x58,  // pop eax: what was read
    0x09, 0xD8,  // or eax, ebx
    0x5F, 0x5E, 0x5B, 0x5D, 0xC3,  // pop edi, esi, ebx, ebp; ret
  ]

  func testPageFaultsPreserveRegistersAndFlags(_ t: inout TestContext) {
    guard let code = allocatePool(.nonpaged, bytes: pageSize, tag: "Trap"), let block = allocatePool(.paged, bytes: 8 << 12, tag: "Trap") else {
      return t.expect(false, "memory")
    }
    for index in registerRoutine.indices { cpu_store8(code.raw + UInt32(index), registerRoutine[index]) }
    let routine = unsafe unsafeBitCast(code.raw, to: (@convention(c) (UInt32) -> UInt32).self)
    let faults = Count.demandZeroFaults
    for page in UInt32(0)..<8 { t.expect(routine((block + page << 12).raw), equals: 0, "bits of registers and flags that changed in a fault") }
    t.expect(Count.demandZeroFaults, equals: faults + 8, "faults")
    t.expect(routine(block.raw), equals: 0, "bits that changed without a fault")
    freePool(block, tag: "Trap")
    freePool(code, tag: "Trap")
  }

  func testAccessAcrossTwoPagesFaultsTwice(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: 16 << 12, tag: "Trap") else { return t.expect(false, "16 pages") }
    // An access across the border of two pages that are both out faults twice.
    for pair in UInt32(0)..<8 { Machine().write32(lastHalfWord(block, pair), 0xAABB_CCDD) }
    for pair in UInt32(0)..<8 { t.expect(Machine().read32(lastHalfWord(block, pair)), equals: 0xAABB_CCDD, "a dword across two pages") }
    freePool(block, tag: "Trap")
  }

  /// The last two bytes of the first of two pages.
  private func lastHalfWord(_ block: VirtualAddress, _ pair: UInt32) -> VirtualAddress { block + (pair * 0x2000 + 0xFFE) }

  /// While a thread waits in the middle of nowhere, others fault on the same page: it is brought in once.
  func testThreadsFaultOnTheSamePages(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: 32 << 12, tag: "Trap") else { return t.expect(false, "32 pages") }
    let faults = Count.demandZeroFaults
    let body: Thread.Body = { start in
      for page in UInt32(0)..<32 {
        Machine().write32(VirtualAddress(start) + page << 12, page)
        yield()
      }
    }
    let first = createThread(name: "Test", priority: 12, body: body, argument: block.raw)
    let second = createThread(name: "Test", priority: 12, body: body, argument: block.raw + 8)
    first?.wait()
    second?.wait()
    t.expect(Count.demandZeroFaults, equals: faults + 32, "demand zero faults for 32 pages and two threads")
    for page in UInt32(0)..<32 { t.expect(Machine().read32(block + page << 12 + 8), equals: page, "what the second thread wrote") }
    freePool(block, tag: "Trap")
  }
#endif
