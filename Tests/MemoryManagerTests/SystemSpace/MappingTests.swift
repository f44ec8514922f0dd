import Machine
import Testing

@testable import MemoryManager

/// Contiguous memory, I/O space, kernel stacks and looking up addresses.
@Suite struct MappingTests {
  private let bed = TestBed(frames: 2048)

  // MARK: Contiguous memory

  @Test(arguments: [1, 16, 17, 256] as [UInt32])
  func contiguousMemory(pages: UInt32) throws {
    // The page tables and tables it takes to get here stay.
    let warm = try #require(bed.reserve(pages))
    #expect(bed.release(warm, pages) == nil)
    let before = (bed.counts[.active], bed.charged)
    let address = try #require(bed.mm.allocateContiguous(ContiguousRequest(pages: pages)))
    let first = try #require(bed.mm.physicalAddress(of: address)).frame
    for page in 0..<pages {
      #expect(bed.mm.physicalAddress(of: address + page << 12)?.frame == first + page)
      bed.machine.store32(address + page << 12, page)
      #expect(bed.machine.loadPhysical((first + page).address) == page)
    }
    #expect(bed.charged == before.1 + pages && bed.violation == nil)
    #expect(bed.mm.freeContiguous(address) == nil)
    #expect((bed.counts[.active], bed.charged) == before && bed.violation == nil)
    #expect(!bed.mm.isAddressValid(address))
  }

  @Test func contiguousMemoryThatIsNotThere() {
    let before = (bed.charged, bed.counts[.active])
    for pages in [0, 1800, 100_000, .max] as [UInt32] { #expect(bed.mm.allocateContiguous(ContiguousRequest(pages: pages)) == nil) }
    var request = ContiguousRequest(pages: 4)
    request.highest = PhysicalAddress(0x3FFF)
    #expect(bed.mm.allocateContiguous(request) == nil)
    #expect(bed.charged >= before.0 && bed.violation == nil)
  }

  @Test func freeingWhatIsNotContiguousMemory() throws {
    let address = try #require(bed.mm.allocateContiguous(ContiguousRequest(pages: 4)))
    let io = try #require(bed.mm.mapIoSpace(PhysicalAddress(0xFEC0_0000), bytes: 4096))
    let ram = try #require(bed.mm.mapIoSpace(PhysicalAddress(0x10_0000), bytes: 4096))
    let stack = try bed.mm.createKernelStack()
    let pool = try #require(bed.allocate(.nonpaged, 4096))
    let reserved = try #require(bed.reserve(2)).mapped
    for wrong in [
      address + 4096, address + 8, io, ram, VirtualAddress(stack.raw - 4 << 12), stack, pool, reserved, VirtualAddress(0),
      VirtualAddress(0xFFFF_F000),
    ] {
      #expect(bed.mm.freeContiguous(wrong) == .notReserved)
    }
    #expect(bed.violation == nil)
    #expect(bed.mm.freeContiguous(address) == nil)
    #expect(bed.mm.freeContiguous(address) == .notReserved && bed.violation == nil)
  }

  /// Contiguous memory is found among zeroed and free pages mixed, and given out with its limits.
  @Test func limitsReachTheFrames() throws {
    for _ in 0..<300 { _ = bed.mm.zeroPageStep() }
    var request = ContiguousRequest(pages: 8)
    (request.alignment, request.boundary, request.highest) = (1 << 16, 1 << 16, PhysicalAddress(0x3F_FFFF))
    let address = try #require(bed.mm.allocateContiguous(request))
    let physical = try #require(bed.mm.physicalAddress(of: address))
    #expect(physical.raw % (1 << 16) == 0 && physical.raw + 8 << 12 <= 0x40_0000)
  }

  // MARK: I/O space

  @Test(
    arguments: [
      (0xFEC0_0000, 4096, 1), (0xFEC0_0FFF, 2, 2), (0xFEC0_0010, 1, 1), (0xFEC0_0800, 8192, 3), (0xFFFF_F000, 4096, 1), (0xFFFF_FFFF, 1, 1),
    ] as [(UInt32, UInt32, UInt32)])
  func ioSpace(physical: UInt32, bytes: UInt32, pages: UInt32) throws {
    let address = try #require(bed.mm.mapIoSpace(PhysicalAddress(physical), bytes: bytes))
    #expect(address.pageOffset == physical & 0xFFF)
    for page in 0..<pages {
      let pte = bed.machine[address.pte + page]
      #expect(pte.frame == PhysicalAddress(physical).frame + page && pte.isCacheDisabled && pte.isWritable)
    }
    #expect(bed.mm.physicalAddress(of: address) == PhysicalAddress(physical))
    #expect(bed.violation == nil)
    for wrong in [pages << 12 + 4096, .max] as [UInt32] { #expect(bed.mm.unmapIoSpace(address, bytes: wrong) != nil) }
    #expect(bed.mm.unmapIoSpace(address, bytes: bytes) == nil)
    #expect(bed.mm.unmapIoSpace(address, bytes: bytes) == .notReserved)
    #expect(!bed.mm.isAddressValid(address) && bed.violation == nil)
  }

  @Test func ioSpaceThatIsNone() {
    #expect(bed.mm.mapIoSpace(PhysicalAddress(0x1000), bytes: 0) == nil)
    #expect(bed.mm.mapIoSpace(PhysicalAddress(0xFFFF_F000), bytes: 4097) == nil)
    #expect(bed.mm.mapIoSpace(PhysicalAddress(1), bytes: .max) == nil)
    #expect(bed.violation == nil)
  }

  @Test func ramIsMappedCachedAndKeepsItsState() throws {
    let block = try #require(bed.allocate(.nonpaged, 4096))
    let frame = bed.machine[block.pte].frame
    let state = bed.entry(frame).state
    let address = try #require(bed.mm.mapIoSpace(frame.address, bytes: 4096))
    #expect(!bed.machine[address.pte].isCacheDisabled && bed.entry(frame).state == state && bed.violation == nil)
    bed.machine.store32(address, 0x1234)
    #expect(bed.machine.load32(block) == 0x1234)
    #expect(bed.mm.unmapIoSpace(address, bytes: 4096) == nil)
    #expect(bed.violation == nil)
  }

  /// RAM that is no one's is not mapped: it would be someone's later.
  @Test func freeRamIsNotMapped() {
    let run = FrameRun(start: bed.database { $0.free.first }, count: 1)
    #expect(bed.mm.mapIoSpace(run.start.address, bytes: 1) == nil)
    #expect(bed.mm.mapIoSpace(PhysicalAddress(0xA_0000 - 0x2000), bytes: 0x4000) == nil)
    #expect(bed.violation == nil)
  }

  /// What was taken for a mapping goes back only with its frames.
  @Test func unmappingWhatIsNoIoSpaceIsRefused() throws {
    let address = try #require(bed.mm.allocateContiguous(ContiguousRequest(pages: 2)))
    #expect(bed.mm.unmapIoSpace(address, bytes: 8192) != nil)
    #expect(bed.violation == nil)
  }

  // MARK: Kernel stacks

  @Test func aStackHasAGuardPageBelow() throws {
    let top = try bed.mm.createKernelStack()
    let bottom = VirtualAddress(top.raw - MemoryManager.kernelStackPages << 12)
    #expect(top.isPageAligned && bed.mm.isAddressValid(bottom) && bed.mm.isAddressValid(VirtualAddress(top.raw - 4)))
    #expect(!bed.mm.isAddressValid(VirtualAddress(bottom.raw - 1)))
    #expect(bed.mm.accessFault(PageFault(address: VirtualAddress(bottom.raw - 4), access: .write)) == .invalidSystemAddress(kind: 0))
    #expect(bed.violation == nil)
    let before = (bed.charged, bed.available)
    bed.mm.deleteKernelStack(top: top)
    #expect(bed.charged == before.0 - 3 && bed.available == before.1 + 3 && !bed.mm.isAddressValid(bottom) && bed.violation == nil)
    #expect((try? bed.mm.createKernelStack()) == top)
  }

  @Test func stacksUntilMemoryEnds() throws {
    let bed = TestBed(frames: 900)
    var stacks: [VirtualAddress] = []
    while let stack = try? bed.mm.createKernelStack() { stacks.append(stack) }
    #expect(stacks.count > 100 && bed.violation == nil)
    for stack in stacks { bed.mm.deleteKernelStack(top: stack) }
    #expect(bed.violation == nil)
    #expect((try? bed.mm.createKernelStack()) != nil)
  }

  @Test func stacksUntilSystemPtesEnd() {
    let bed = TestBed(frames: 8192, options: "SystemPages=512")
    var stacks: [VirtualAddress] = []
    while let stack = try? bed.mm.createKernelStack() { stacks.append(stack) }
    #expect(stacks.count == 128 && bed.violation == nil)
    #expect(bed.mm.allocateContiguous(ContiguousRequest(pages: 1)) == nil)
    #expect(bed.mm.mapIoSpace(PhysicalAddress(0xFEC0_0000), bytes: 1) == nil && bed.violation == nil)
    bed.mm.deleteKernelStack(top: stacks[7])
    #expect((try? bed.mm.createKernelStack()) == stacks[7] && bed.violation == nil)
  }

  // MARK: Looking up

  @Test func lookingUpAddresses() throws {
    let block = try #require(bed.allocate(.nonpaged, 100))
    let frame = bed.machine[block.pte].frame
    #expect(bed.mm.physicalAddress(of: block) == PhysicalAddress(frame.address.raw + block.pageOffset))
    let paged = try #require(bed.allocate(.paged, 8192))
    #expect(!bed.mm.isAddressValid(paged) && bed.mm.physicalAddress(of: paged) == nil)
    bed.machine.write32(paged, 1)
    #expect(bed.mm.isAddressValid(paged) && !bed.mm.isAddressValid(paged + 4096))
    bed.trimAll()
    #expect(!bed.mm.isAddressValid(paged) && bed.mm.physicalAddress(of: paged) == nil)
    #expect(bed.mm.isAddressValid(VirtualAddress(0xC030_0000)) && !bed.mm.isAddressValid(VirtualAddress(0xA000_0000)))
    #expect(bed.mm.physicalAddress(of: VirtualAddress(0xC030_0C00)) == PhysicalAddress(bed.machine.directory.address.raw + 0xC00))
  }
}
