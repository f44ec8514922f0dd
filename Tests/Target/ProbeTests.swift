#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// Where nothing is mapped and nothing ever will be.
  private let unmapped = VirtualAddress(0xC080_0000)

  /// Two pages of nonpaged memory; the page behind the second is not mapped.
  private struct Buffer {
    let start: VirtualAddress
    private let pte: PteAddress
    private let block: VirtualAddress

    init?() {
      guard let block = allocatePool(.nonpaged, bytes: 2 * pageSize, tag: "Prob"), let pte = memoryManager.reserveSystemPtes(3, .system) else {
        return nil
      }
      self.block = block
      self.pte = pte
      start = pte.mapped
      Machine()[pte] = Machine()[block.pte]
      Machine()[pte + 1] = Machine()[(block + pageSize).pte]
    }

    var end: VirtualAddress { start + 2 * pageSize }

    func free() {
      Machine()[pte] = .zero
      Machine()[pte + 1] = .zero
      releaseSystemPtesOrStop(pte, 3)
      freePool(block, tag: "Prob")
    }
  }

  func testProbeCopiesBetweenValidPages(_ t: inout TestContext) {
    guard let buffer = Buffer() else { return t.expect(false, "a buffer") }
    Pattern.write(buffer.start, bytes: 4000, seed: 6)
    t.expect(probeCopy(to: buffer.start + 4000, from: buffer.start, bytes: 4000), equals: 0, "bytes not copied")
    t.expect(Pattern.differences(buffer.start + 4000, bytes: 4000, seed: 6), equals: 0, "dwords that differ")
    t.expect(probeCopy(to: buffer.start, from: unmapped, bytes: 0), equals: 0, "nothing from nowhere is nothing wrong")
    buffer.free()
  }

  func testProbeReportsBadAddresses(_ t: inout TestContext) {
    guard let buffer = Buffer() else { return t.expect(false, "a buffer") }
    t.expect(probeCopy(to: buffer.start, from: unmapped, bytes: 100), equals: 100, "from an unmapped page table")
    t.expect(probeCopy(to: buffer.start, from: buffer.end, bytes: 100), equals: 100, "from an unmapped page")
    t.expect(probeCopy(to: buffer.start, from: VirtualAddress(0x1234), bytes: 100), equals: 100, "from a user address")
    t.expect(probeCopy(to: unmapped, from: buffer.start, bytes: 100), equals: 100, "to an unmapped page table")
    t.expect(probeCopy(to: buffer.end, from: buffer.start, bytes: 100), equals: 100, "to an unmapped page")
    t.expect(probeCopy(to: VirtualAddress(cpu_text_start()), from: buffer.start, bytes: 100), equals: 100, "to the kernel's text")
    t.expect(Irql.current, equals: Irql.passive.rawValue, "the IRQL afterwards")
    t.expect(cpu_eflags() & 0x600, equals: 0x200, "interrupt and direction flag afterwards")
    buffer.free()
  }

  func testProbeCopiesUpToTheBadByte(_ t: inout TestContext) {
    guard let buffer = Buffer() else { return t.expect(false, "a buffer") }
    for good in UInt32(0)...9 {
      Machine().write32(buffer.start, 0)
      t.expect(probeCopy(to: buffer.start, from: VirtualAddress(buffer.end.raw - good), bytes: 50), equals: 50 - good, "bytes not read past the end")
      t.expect(
        probeCopy(to: VirtualAddress(buffer.end.raw - good), from: buffer.start, bytes: 50), equals: 50 - good, "bytes not written past the end")
    }
    Pattern.write(VirtualAddress(buffer.end.raw - 16), bytes: 16, seed: 0x77)
    _ = probeCopy(to: buffer.start, from: VirtualAddress(buffer.end.raw - 16), bytes: 4096)
    t.expect(Pattern.differences(buffer.start, bytes: 16, seed: 0x77), equals: 0, "dwords before the bad byte that differ")
    buffer.free()
  }

  /// Pages that can be brought in are brought in; only what can never be accessed ends the copy.
  func testProbeBringsPagedPoolIn(_ t: inout TestContext) {
    guard let source = allocatePool(.paged, bytes: 3 << 12, tag: "Prob"), let target = allocatePool(.paged, bytes: 3 << 12, tag: "Prob") else {
      return t.expect(false, "two blocks")
    }
    let faults = Count.demandZeroFaults
    t.expect(probeCopy(to: target + 100, from: source + 100, bytes: 10_000), equals: 0, "bytes not copied between fresh pages")
    t.expect(Count.demandZeroFaults, equals: faults + 6, "demand zero faults")
    Pattern.write(source, bytes: 3 << 12, seed: 8)
    _ = memoryManager.trimSystemWorkingSet(.max, age: 0)
    t.expect(probeCopy(to: target, from: source, bytes: 3 << 12), equals: 0, "bytes not copied between trimmed pages")
    t.expect(Pattern.differences(target, bytes: 3 << 12, seed: 8), equals: 0, "dwords that differ")
    freePool(target, tag: "Prob")
    freePool(source, tag: "Prob")
  }

  func testProbeStopsAtTheEndOfPagedPool(_ t: inout TestContext) {
    guard let block = allocatePool(.paged, bytes: 18 << 12, tag: "Prob") else { return t.expect(false, "18 pages") }
    let end = block + 18 << 12
    t.expect(Machine()[end.pte].raw, equals: 0, "the PTE behind the block")
    t.expect(probeCopy(to: scratch, from: VirtualAddress(end.raw - 1), bytes: 4), equals: 3, "bytes not read past the block")
    Machine().write32(VirtualAddress(end.raw - 4), 0)
    t.expect(
      probeCopy(to: VirtualAddress(end.raw - 2), from: VirtualAddress(cpu_text_start()), bytes: 4), equals: 2, "bytes not written past the block")
    freePool(block, tag: "Prob")
    t.expect(probeCopy(to: scratch, from: block, bytes: 4), equals: 4, "bytes not read of a block that was freed")
  }
#endif
