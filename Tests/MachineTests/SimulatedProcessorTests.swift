import Machine
import Testing

/// The stand-in for the computer behaves as the manual says the processor does; what the host tests prove rests on that.
@Suite struct SimulatedProcessorTests {
  private let page = VirtualAddress(0x8001_0000)
  private let first = PageFrameNumber(20)
  private let second = PageFrameNumber(21)

  @Test func ramHoldsRubbishAtFirst() {
    let computer = Computer()
    #expect(computer.physical(30) != 0 && computer.physical(63, 0xFFC) != 0)
  }

  @Test func anAccessGoesToItsFrame() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    computer.machine.store32(page + 0x10, 0x1234_5678)
    #expect(computer.physical(20, 0x10) == 0x1234_5678)
    #expect(computer.machine.load32(page + 0x10) == 0x1234_5678)
    computer.machine.write32(page + 0x14, 9)
    #expect(computer.machine.read32(page + 0x14) == 9)
  }

  @Test func theTablesAreSeenThroughTheSelfMap() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    #expect(computer.machine[page.pte].frame == first)
    let table = computer.machine[page.pde].frame.raw
    #expect(Pte(raw: computer.physical(table, (page.page & 0x3FF) * 4)).frame == first)
    #expect(computer.machine[VirtualAddress(0xC030_0000).pte].frame == computer.machine.directory)
  }

  @Test func narrowAccesses() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    computer.machine.store32(page, 0x4433_2211)
    #expect((0..<4).map { computer.machine.load8(page + $0) } == [0x11, 0x22, 0x33, 0x44])
    #expect(computer.machine.load16(page) == 0x2211 && computer.machine.load16(page + 2) == 0x4433)
    computer.machine.store16(page + 2, 0xABCD)
    computer.machine.store16(page, 0x1234)
    #expect(computer.machine.load32(page) == 0xABCD_1234)
    computer.machine.add32(page, 1)
    computer.machine.add32(page, 0 &- 2)
    #expect(computer.machine.load32(page) == 0xABCD_1233)
    computer.machine.zero(page, bytes: pageSize)
    #expect(computer.machine.load32(page) == 0 && computer.machine.load32(page + 0xFFC) == 0)
  }

  // MARK: The TLB

  @Test func translationsStayUntilInvalidated() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    computer.machine.store32(page, 1)
    computer.map(page, .kernel(second))
    computer.machine.store32(page, 2)
    #expect(computer.physical(20) == 2)
    computer.machine.invalidate(page + 0x123)
    computer.machine.store32(page, 3)
    #expect(computer.physical(20) == 2 && computer.physical(21) == 3)
  }

  @Test func evenARemovedPageStaysReachable() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    computer.machine.store32(page, 1)
    computer.map(page, .zero)
    #expect(computer.machine.read32(page) == 1)
    computer.onFault { [page] _ in
      computer.map(page, .kernel(PageFrameNumber(22)))
      return true
    }
    computer.machine.invalidateAll()
    _ = computer.machine.read32(page)
    #expect(computer.faults == [PageFault(address: page, access: .read)])
  }

  @Test func missesAreNotKept() {
    let computer = Computer()
    computer.map(page + 4096, .kernel(second))
    computer.onFault { [page, first] _ in
      computer.map(page, .kernel(first))
      return true
    }
    computer.machine.write32(page, 7)
    #expect(computer.physical(20) == 7 && computer.faults.count == 1)
  }

  @Test func anAllowedAccessKeptForReadingIsWalkedAgainForWriting() {
    let computer = Computer()
    computer.map(page, .resolved(first, .readOnly, dirty: false))
    _ = computer.machine.read32(page)
    computer.map(page, .resolved(first, .readWrite, dirty: false))
    computer.machine.write32(page, 5)
    #expect(computer.physical(20) == 5)
  }

  @Test func withoutATlbEveryAccessWalks() {
    let computer = Computer(hasTlb: false)
    computer.map(page, .kernel(first))
    computer.machine.store32(page, 1)
    computer.map(page, .kernel(second))
    computer.machine.store32(page, 2)
    #expect(computer.physical(20) == 1 && computer.physical(21) == 2)
  }

  // MARK: Accessed and dirty

  @Test func aReadSetsAccessedAWriteSetsDirty() {
    let computer = Computer()
    computer.map(page, Pte(raw: first.raw << 12 | 3))
    #expect(!computer.machine[page.pte].isAccessed)
    _ = computer.machine.read32(page)
    #expect(computer.machine[page.pte].isAccessed && !computer.machine[page.pte].isDirty)
    computer.machine.write32(page, 1)
    #expect(computer.machine[page.pte].isDirty)
  }

  @Test func theDirectoryEntryIsAccessedButNotDirty() {
    let computer = Computer()
    computer.map(page, Pte(raw: first.raw << 12 | 3))
    computer.machine[page.pde] = Pte(raw: computer.machine[page.pde].frame.raw << 12 | 3)
    computer.machine.invalidateAll()
    computer.machine.write32(page, 1)
    #expect(computer.machine[page.pde].isAccessed && !computer.machine[page.pde].isDirty)
  }

  @Test func bitsClearedWithoutInvalidationAreNotSetAgain() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    computer.machine.write32(page, 1)
    computer.machine[page.pte] = computer.machine[page.pte].notAccessed
    _ = computer.machine.read32(page)
    #expect(!computer.machine[page.pte].isAccessed)
    computer.machine.invalidate(page)
    _ = computer.machine.read32(page)
    #expect(computer.machine[page.pte].isAccessed)
  }

  // MARK: Protection

  @Test func writesToReadOnlyPagesFault() {
    let computer = Computer()
    computer.map(page, .kernel(first, writable: false))
    computer.onFault { [page, first] _ in
      computer.map(page, .kernel(first))
      return true
    }
    computer.machine.write32(page, 1)
    #expect(computer.faults == [PageFault(address: page, access: .write, isProtectionViolation: true)])
  }

  @Test func aReadOnlyDirectoryEntryProtectsWhatItMaps() {
    let computer = Computer()
    computer.map(page, .kernel(first))
    let table = computer.machine[page.pde].frame
    computer.machine[page.pde] = .kernel(table, writable: false)
    computer.onFault { [page] _ in
      computer.machine[page.pde] = .kernel(table)
      return true
    }
    computer.machine.write32(page, 1)
    #expect(computer.faults.count == 1)
  }

  @Test func faultsOfAMissingTable() {
    let computer = Computer()
    computer.onFault { [page, first] _ in
      computer.map(page, .kernel(first))
      return true
    }
    computer.machine.write32(page + 8, 1)
    #expect(computer.faults == [PageFault(address: page + 8, access: .write)])
  }

  // MARK: Large pages

  @Test func largePagesMapFourMegabytes() {
    let computer = Computer(frames: 3072)
    let large = VirtualAddress(0x8040_0000)
    computer.machine[large.pde] = .large(PageFrameNumber(1024), writable: true)
    computer.machine.store32(large + 0x3F_FFFC, 7)
    #expect(computer.physical(2047, 0xFFC) == 7)
    computer.machine.store32(large, 8)
    #expect(computer.physical(1024) == 8)
  }

  @Test func largePagesAreProtected() {
    let computer = Computer(frames: 3072)
    let large = VirtualAddress(0x8040_0000)
    computer.machine[large.pde] = .large(PageFrameNumber(1024), writable: false)
    computer.onFault { _ in
      computer.machine[large.pde] = .large(PageFrameNumber(1024), writable: true)
      return true
    }
    computer.machine.write32(large + 0x2000, 1)
    #expect(computer.faults == [PageFault(address: large + 0x2000, access: .write, isProtectionViolation: true)])
  }

  @Test func aLargePageBecomesDirtyWithItsFirstWrite() {
    let computer = Computer(frames: 3072)
    let large = VirtualAddress(0x8040_0000)
    computer.machine[large.pde] = Pte(raw: 1024 << 12 | 0x83)
    _ = computer.machine.read32(large)
    #expect(computer.machine[large.pde].isAccessed && !computer.machine[large.pde].isDirty)
    computer.machine.write32(large, 1)
    #expect(computer.machine[large.pde].isDirty)
  }

  // MARK: What must be there

  @Test func aFaultWhereThereMustBeNoneStops() async {
    await #expect(processExitsWith: .failure) { Computer().machine.store32(VirtualAddress(0x8001_0000), 1) }
  }
  @Test func anUnresolvedFaultStops() async {
    await #expect(processExitsWith: .failure) {
      let computer = Computer()
      computer.onFault { _ in false }
      _ = computer.machine.read32(VirtualAddress(0x8001_0000))
    }
  }
  @Test func physicalAddressesWithoutRamStop() async {
    await #expect(processExitsWith: .failure) { _ = Computer(frames: 8).physical(8) }
  }

  @Test func activatingMovesTheData() {
    let computer = Computer()
    computer.machine.storePhysical(PhysicalAddress(20 << 12), 11)
    computer.machine.storePhysical(PhysicalAddress(21 << 12 + 0xFFC), 12)
    computer.machine.activate(directory: PageFrameNumber(0), movingData: 2, from: PageFrameNumber(20), to: PageFrameNumber(40))
    #expect(computer.physical(40) == 11 && computer.physical(41, 0xFFC) == 12)
  }
}
