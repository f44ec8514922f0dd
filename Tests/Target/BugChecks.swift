#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// A mistake that a kernel can make, and the name by which /CRASH= makes it.
  private struct Mistake: Sendable {
    let name: StaticString
    let make: @Sendable () -> Void
    init(_ name: StaticString, _ make: @escaping @Sendable () -> Void) {
      self.name = name
      self.make = make
    }
  }

  /// What each must lead to stands in Scripts/bugchecks.tsv, in the same order.
  private let mistakes: InlineArray<_, Mistake> = [
    Mistake("irql", touchPagedMemoryAtDispatchLevel),
    Mistake("irql-write", writePagedMemoryAtDispatchLevel),
    Mistake("wait-at-dispatch", waitAtDispatchLevel),
    Mistake("damaged-header", freeBlockWithDamagedHeader),
    Mistake("damaged-neighbour", freeBlockThatWasOverrun),
    Mistake("divide", divideByZero),
    Mistake("illegal-instruction", failACheck),
    Mistake("foreign-mutex", releaseAMutexOfNobody),
    Mistake("page-table", freePagesWhosePteIsAnothers),
    Mistake("stack-twice", deleteAStackTwice),
    Mistake("must-succeed", runOutOfPoolThatMustSucceed),
    Mistake("pfn-list", unlockAPageTwice),
    Mistake("free-frame", freePagesWhoseFrameIsFree),
    Mistake("no-system-ptes", runOutOfSystemPtes),
    Mistake("unmapped-read", readWhatIsNotMapped),
    Mistake("unmapped-write", writeWhatIsNotMapped),
    Mistake("unmapped-execute", executeWhatIsNotMapped),
    Mistake("null-read", readAddressZero),
    Mistake("freed-page", readPagesAfterTheyWereFreed),
    Mistake("stack-overflow", overflowTheStack),
    Mistake("read-only", writeTheText),
    Mistake("double-free", freeABlockTwice),
    Mistake("double-free-kept", freeAKeptBlockTwice),
    Mistake("double-free-pages", freePagesTwice),
    Mistake("wrong-tag", freeWithTheWrongTag),
    Mistake("zero-bytes", allocateNothing),
    Mistake("paged-at-dispatch", allocatePagedAtDispatchLevel),
    Mistake("free-at-dispatch", freePagedAtDispatchLevel),
    Mistake("free-of-data", freeWhatIsNoPool),
    Mistake("free-of-user", freeAUserAddress),
    Mistake("corrupted-pool", writeAfterFree),
    Mistake("pte-twice", releaseSystemPtesTwice),
    Mistake("pte-mapped", releaseMappedSystemPtes),
    Mistake("io-space-size", unmapLessThanWasMapped),
    Mistake("contiguous-twice", freeContiguousMemoryTwice),
  ]

  /// Provokes the bug check named behind /CRASH=. Who survives it has failed.
  func provokeBugCheck(_ text: BootText, _ word: BootText.Word) {
    guard let start = text.match(word, "/CRASH=") else { return }
    var name = word
    name.start = start
    for index in mistakes.indices where text.match(name, mistakes[index].name) == word.end {
      mistakes[index].make()
      print("The kernel did not stop.")
      powerOff()
    }
    print("There is no mistake of that name.")
    powerOff()
  }

  // MARK: Support

  private let tag: UInt32 = 0x7361_7243  // "Cras"

  private func allocate(_ type: PoolType, _ bytes: UInt32) -> UInt32 { exAllocatePoolWithTag(type.rawValue, bytes, tag) }
  private func free(_ block: UInt32) { exFreePoolWithTag(block, tag) }

  private let neighbourBytes: UInt32 = 376

  /// Two blocks of nonpaged pool, the second right behind the first's 376 bytes and the 8 of its own header.
  private func neighbours() -> (first: UInt32, second: UInt32) {
    var last = allocate(.nonpaged, neighbourBytes)
    while true {
      let block = allocate(.nonpaged, neighbourBytes)
      if block + neighbourBytes + 8 == last { return (block, last) }
      last = block
    }
  }

  /// Fills the place in which the pool keeps a block of the size of `neighbours`: the next that is freed joins the free ones of its page.
  private func keepNoMoreNeighbours() { free(allocate(.nonpaged, neighbourBytes)) }

  /// Runs machine code: what the compiler would not let through. Without PAE all memory that is mapped can be executed.
  private func execute(_ bytes: InlineArray<16, UInt8>) {
    let code = allocate(.nonpaged, pageSize)
    for index in bytes.indices { cpu_store8(code + UInt32(index), bytes[index]) }
    unsafe unsafeBitCast(code, to: (@convention(c) () -> Void).self)()
  }

  // MARK: IRQL_NOT_LESS_OR_EQUAL

  private func touchPagedMemoryAtDispatchLevel() {
    let block = allocate(.paged, 5 * pageSize)
    _ = Irql.raise(to: .dispatch)
    Machine().touch(VirtualAddress(block + 0x3123))
  }

  private func writePagedMemoryAtDispatchLevel() {
    let block = allocate(.paged, 5 * pageSize)
    _ = Irql.raise(to: .clock)
    Machine().write32(VirtualAddress(block + 0x2004), 1)
  }

  private func waitAtDispatchLevel() {
    _ = Irql.raise(to: .dispatch)
    delay(milliseconds: 10)
  }

  // MARK: BAD_POOL_HEADER

  /// The owner of the first block writes 8 bytes too many.
  private func overrun(_ first: UInt32, _ second: UInt32) {
    for place in first..<second { cpu_store8(place, 0x41) }
  }

  private func freeBlockWithDamagedHeader() {
    let (first, second) = neighbours()
    overrun(first, second)
    free(second)
  }

  private func freeBlockThatWasOverrun() {
    let (first, second) = neighbours()
    keepNoMoreNeighbours()
    overrun(first, second)
    free(first)
  }

  // MARK: KMODE_EXCEPTION_NOT_HANDLED

  private func divideByZero() {
    // mov eax, 1; cdq; xor ecx, ecx; div ecx; ret
    execute([0xB8, 1, 0, 0, 0, 0x99, 0x31, 0xC9, 0xF7, 0xF1, 0xC3, 0, 0, 0, 0, 0])
  }

  private nonisolated(unsafe) var one: UInt32 = 1

  /// An array index out of range: the compiler's check ends in an invalid instruction.
  private func failACheck() {
    let table: InlineArray<4, UInt32> = [1, 2, 3, 4]
    unsafe one = table[Int(unsafe one) + 8]
  }

  private nonisolated(unsafe) var mutex = Mutex()

  private func releaseAMutexOfNobody() { unsafe mutex.release() }

  // MARK: MEMORY_MANAGEMENT

  /// A wild write into a page table: the first PTE names the frame of the second.
  private func freePagesWhosePteIsAnothers() {
    let block = VirtualAddress(allocate(.nonpaged, 2 * pageSize))
    Machine()[block.pte] = Machine()[(block + pageSize).pte]
    free(block.raw)
  }

  private func deleteAStackTwice() {
    guard let top = try? memoryManager.createKernelStack() else { return }
    memoryManager.deleteKernelStack(top: top)
    memoryManager.deleteKernelStack(top: top)
  }

  // MARK: MUST_SUCCEED_POOL_EMPTY

  private func runOutOfPoolThatMustSucceed() {
    let mustSucceed: UInt32 = 2
    while true { _ = exAllocatePoolWithTag(mustSucceed, 16 * pageSize, tag) }
  }

  // MARK: PFN_LIST_CORRUPT

  /// A driver that locks a page once, and unlocks it twice.
  private func unlockAPageTwice() {
    let block = VirtualAddress(allocate(.nonpaged, 2 * pageSize))
    let frame = Machine()[block.pte].frame
    memoryManager.pfnDatabase.withLock { $0.incrementReferenceCount(frame) }
    free(block.raw)
    memoryManager.pfnDatabase.withLock { $0.decrementReferenceCount(frame) }
    memoryManager.pfnDatabase.withLock { $0.decrementReferenceCount(frame) }
  }

  /// A PTE that was kept too long and is written back: its frame is no one's any more.
  private func freePagesWhoseFrameIsFree() {
    let block = VirtualAddress(allocate(.nonpaged, 2 * pageSize))
    let other = VirtualAddress(allocate(.nonpaged, 2 * pageSize))
    let stale = Machine()[other.pte]
    free(other.raw)
    Machine()[block.pte] = stale
    free(block.raw)
  }

  // MARK: NO_MORE_SYSTEM_PTES

  private func runOutOfSystemPtes() {
    while true { _ = reserveSystemPtesOrStop(1000) }
  }

  // MARK: PAGE_FAULT_IN_NONPAGED_AREA

  private func readWhatIsNotMapped() { Machine().touch(VirtualAddress(0xC080_0123)) }
  private func writeWhatIsNotMapped() { Machine().write32(VirtualAddress(0xFFBE_0004), 1) }
  private func readAddressZero() { Machine().touch(VirtualAddress(0)) }

  /// The address comes from memory: the distance to one that the compiler knows would depend on where the image is.
  private func executeWhatIsNotMapped() {
    let place = allocate(.nonpaged, 8)
    cpu_store32(place, 0xC080_0000)
    unsafe unsafeBitCast(cpu_load32(place), to: (@convention(c) () -> Void).self)()
  }

  private func readPagesAfterTheyWereFreed() {
    let block = allocate(.nonpaged, 3 * pageSize)
    Machine().write32(VirtualAddress(block), 1)
    free(block)
    Machine().touch(VirtualAddress(block + 0x1008))
  }

  // MARK: UNEXPECTED_KERNEL_MODE_TRAP

  private func overflowTheStack() { unsafe one = recurse(0) }

  @inline(never)
  private func recurse(_ depth: UInt32) -> UInt32 {
    unsafe one = depth
    // What is done afterwards keeps the compiler from making a loop of it.
    return depth == .max ? 0 : recurse(depth + 1) &+ tickCount()
  }

  // MARK: ATTEMPTED_WRITE_TO_READONLY_MEMORY

  private func writeTheText() { Machine().write32(VirtualAddress(cpu_text_start() + 0x10), 0xCCCC_CCCC) }

  // MARK: BAD_POOL_CALLER

  private func freeABlockTwice() {
    // Of a size that no lookaside list keeps.
    let block = allocate(.nonpaged, 3000)
    _ = allocate(.nonpaged, 500)
    free(block)
    free(block)
  }

  private func freeAKeptBlockTwice() {
    let block = allocate(.nonpaged, 48)
    free(block)
    free(block)
  }

  private func freePagesTwice() {
    let block = allocate(.nonpaged, 4 * pageSize)
    free(block)
    free(block)
  }

  private func freeWithTheWrongTag() { exFreePoolWithTag(allocate(.nonpaged, 100), 0x6C69_7645) }
  private func allocateNothing() { _ = allocate(.nonpaged, 0) }

  private func allocatePagedAtDispatchLevel() {
    _ = Irql.raise(to: .dispatch)
    _ = allocate(.paged, 64)
  }

  private func freePagedAtDispatchLevel() {
    let block = allocate(.paged, 64)
    _ = Irql.raise(to: .dispatch)
    free(block)
  }

  private func freeWhatIsNoPool() { free(cpu_data_start() + 0x40) }
  private func freeAUserAddress() { free(0x0040_1000) }

  // MARK: DRIVER_CORRUPTED_EXPOOL

  /// The block is free, and its first bytes are a link of the pool's by now.
  private func writeAfterFree() {
    let (first, _) = neighbours()
    keepNoMoreNeighbours()
    free(first)
    Machine().write32(VirtualAddress(first), 0xFFFF_FFFF)
    while allocate(.nonpaged, neighbourBytes) != 0 {}
  }

  // MARK: SYSTEM_PTE_MISUSE

  private func releaseSystemPtesTwice() {
    let first = reserveSystemPtesOrStop(3)
    releaseSystemPtesOrStop(first, 3)
    releaseSystemPtesOrStop(first, 3)
  }

  private func releaseMappedSystemPtes() {
    let first = reserveSystemPtesOrStop(2)
    Machine()[first + 1] = .kernel(PageFrameNumber(0xB8))
    releaseSystemPtesOrStop(first, 2)
  }

  private func unmapLessThanWasMapped() { mmUnmapIoSpace(mmMapIoSpace(0xB_8000, 0x2000), 0x1000) }

  private func freeContiguousMemoryTwice() {
    let block = mmAllocateContiguousMemory(5 * pageSize, 0xFFFF_FFFF)
    mmFreeContiguousMemory(block)
    mmFreeContiguousMemory(block)
  }
#endif
