import Machine
import Testing

@testable import MemoryManager

/// Taking over the machine: whatever the loader left, every frame has a state and the kernel is where it should be.
@Suite struct InitializationTests {
  @Test(arguments: [900, 1024, 2048, 8192] as [UInt32], ["", "LargePageMinimum=0", "NonPagedPoolSize=60M SystemPages=32768"])
  func everyFrameIsAccountedFor(frames: UInt32, options: String) {
    // The biggest nonpaged pool's tables do not fit the smallest machine besides the rest; that is no error of theirs.
    guard let bed = TestBed(booting: frames, options: options) else {
      Issue.record("no room")
      return
    }
    #expect(bed.violation == nil)
    let ram = bed.database { $0.memory.frames }
    #expect(bed.counts.sum == ram)
    #expect(bed.counts == bed.database { $0.listedFrames() })
    let uses = bed.database { $0.usage() }
    let inUse = (0..<FrameUse.count).reduce(UInt32(0)) { $0 + uses[FrameUse(rawValue: $1)!] }
    #expect(inUse == bed.counts[.active])
    #expect(uses[.kernelImage] == 60)
    // The processor control region.
    #expect(uses[.other] <= 1)
  }

  @Test(arguments: [300, 500, 767] as [UInt32])
  func tooLittleRamIsNil(frames: UInt32) { #expect(TestBed(booting: frames) == nil) }

  @Test func theImageIsMappedTextReadOnly() {
    for options in ["", "LargePageMinimum=0"] {
      let bed = TestBed(frames: 2048, options: options)
      let text = TestBed.image.textStart
      #expect(bed.mm.physicalAddress(of: text) == PhysicalAddress(0x10_0000))
      #expect(bed.mm.physicalAddress(of: text + 0x1234) == PhysicalAddress(0x10_1234))
      let entry = options.isEmpty ? bed.machine[text.pte] : bed.machine[text.pde]
      #expect(!entry.isWritable && entry.isLarge == !options.isEmpty)
      let data = TestBed.image.dataStart
      let dataEntry = options.isEmpty ? bed.machine[data.pte] : bed.machine[data.pde]
      #expect(dataEntry.isWritable)
      let expected = options.isEmpty ? 0x12_8000 : 0x40_0000
      #expect(bed.mm.physicalAddress(of: data + 0x10) == PhysicalAddress(UInt32(expected) + 0x10))
    }
  }

  @Test(arguments: ["/3GB", "/3GB LargePageMinimum=0"])
  func withLargeUserSpaceTheImageIsAbove(options: String) throws {
    try withLargeUserSpace {
      let bed = TestBed(frames: 2048, options: options)
      #expect(bed.mm.physicalAddress(of: VirtualAddress(0xE010_1234)) == PhysicalAddress(0x10_1234))
      #expect(bed.machine[VirtualAddress(0xE040_0000).pde].isLarge == (options != "/3GB"))
      for index in 0..<UInt32(0x300) { #expect(bed.machine[VirtualAddress(index << 22).pde] == .zero) }
      #expect(bed.database { $0.usage() }[.kernelImage] == 60)
      let paged = try #require(bed.allocate(.paged, 3000))
      bed.machine.write32(paged, 1)
      let nonpaged = try #require(bed.allocate(.nonpaged, 64))
      #expect(bed.violation == nil)
      #expect(bed.free(paged) == nil && bed.free(nonpaged) == nil)
    }
  }

  @Test func movedDataKeepsItsBytesAndFreesItsOldFrames() {
    let bed = TestBed(frames: 2048, options: "LargePageMinimum=0")
    #expect(bed.machine.load32(TestBed.image.dataStart) == 0xDEAD_BEEF)
    #expect(bed.location(PageFrameNumber(0x400)) == .active)
    // The old frames may have been taken again since, but not as the image.
    for page in 0..<UInt32(20) { #expect(bed.entry(PageFrameNumber(0x128 + page)).pte != SystemLayout.kernelData.pde) }
  }

  @Test func theFirstPageAndModulesAreTheLoaders() {
    let module = FrameRun(start: PageFrameNumber(0x200), count: 10)
    let bed = TestBed(frames: 1024, modules: [module])
    #expect(bed.violation == nil)
    for frame in [PageFrameNumber(0)] + (0..<10).map({ module.start + $0 }) {
      #expect(bed.location(frame) == .active && bed.entry(frame).pte.raw == 0)
      // Nothing was written there.
      #expect(bed.machine.loadPhysical(frame.address) == 0xDEAD_BEEF)
    }
    #expect(bed.database { $0.usage() }[.loader] == 11)
  }

  @Test func aModuleWhereDataWouldMoveMovesItElsewhere() {
    let bed = TestBed(frames: 3072, options: "LargePageMinimum=0", modules: [FrameRun(start: PageFrameNumber(0x500), count: 5)])
    #expect(bed.violation == nil)
    #expect(bed.mm.physicalAddress(of: TestBed.image.dataStart) == PhysicalAddress(0x80_0000))
  }

  @Test func withoutRoomForLargeDataPagesStaySmall() {
    let bed = TestBed(frames: 1500, options: "LargePageMinimum=0")
    #expect(bed.violation == nil && !bed.machine[TestBed.image.dataStart.pde].isLarge)
  }

  /// Modules that leave too little: no manager, or one whose requests fail; never a stop.
  @Test(arguments: [700, 800, 850, 880] as [UInt32])
  func modulesThatFillMemory(count: UInt32) async {
    await #expect(processExitsWith: .success) { [count] in
      let bed = TestBed(booting: 1200, modules: [FrameRun(start: PageFrameNumber(0x140), count: count)])
      guard let bed else { return }
      #expect(bed.violation == nil)
      for _ in 0..<500 { _ = bed.allocate(.nonpaged, 5000) }
      for _ in 0..<500 { _ = bed.allocate(.paged, 3000) }
      #expect(bed.violation == nil)
    }
  }

  @Test func memoryWithHoles() {
    let bed = TestBed(
      frames: 4096,
      memory: [
        MemoryRange(base: 0x10_0000, length: 0x30_0000), MemoryRange(base: 0x50_0000, length: 0x1000), MemoryRange(base: 0, length: 0x9F000),
        MemoryRange(base: 0x80_0000, length: 0x40_0000), MemoryRange(base: 0xF0_0000, length: 0x800),
        MemoryRange(base: 0xA0_0000, length: 0x4000, isUsable: false),
      ])
    #expect(bed.violation == nil)
    let frames = bed.database { $0.memory.frames }
    #expect(frames == 0x79C)
    #expect(bed.location(PageFrameNumber(0x500)) == .free)
    while bed.allocate(.nonpaged, 4096) != nil {}
    #expect(bed.violation == nil)
  }

  @Test func maxmemLeavesTheRestAlone() {
    let bed = TestBed(frames: 4096, options: "/MAXMEM=8")
    #expect(bed.database { $0.memory.endFrame } == PageFrameNumber(2048))
    while bed.allocate(.nonpaged, 40_000) != nil {}
    for frame in 2048..<UInt32(4096) { #expect(bed.machine.loadPhysical(PhysicalAddress(frame << 12)) == 0xDEAD_BEEF) }
  }

  @Test func theFirstPageOfTheAddressSpaceIsNotMapped() {
    let bed = TestBed()
    #expect(!bed.mm.isAddressValid(VirtualAddress(0)) && !bed.mm.isAddressValid(VirtualAddress(0x7FFF_FFFF)))
    for index in 0..<UInt32(0x200) { #expect(bed.machine[VirtualAddress(index << 22).pde] == .zero) }
  }
}
