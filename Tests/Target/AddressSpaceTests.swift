#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  // MARK: The self-map

  func testSelfMapNamesTheDirectory(_ t: inout TestContext) {
    let machine = Machine()
    t.expect(VirtualAddress(0xC000_0000).pde.raw, equals: 0xC030_0C00, "where the self-map's entry is")
    t.expect(machine[PteAddress(raw: 0xC030_0C00)].frame.raw, equals: cpu_cr3() >> 12, "the frame it names")
    // The same entry is the PTE of the directory's own page: the map applied twice.
    t.expect(VirtualAddress(0xC030_0000).pte.raw, equals: 0xC030_0C00, "the PTE of the page directory")
    t.expect(memoryManager.physicalAddress(of: VirtualAddress(0xC030_0000))?.raw ?? 0, equals: cpu_cr3(), "the directory's address")
  }

  /// What the self-map shows of a page table, and what is in the frame that the directory names.
  private func expectSameEntry(_ t: inout TestContext, _ address: VirtualAddress) {
    let machine = Machine()
    let pde = machine[address.pde]
    guard pde.isValid && !pde.isLarge else { return t.expect(pde.isLarge, "a page table") }
    let inFrame = memoryManager.hyperspace.withLock { $0.load32(pde.frame, offset: (address.page & 0x3FF) << 2) }
    t.expect(machine[address.pte].raw, equals: inFrame, "a PTE through the window and in its frame")
    let directory = PhysicalAddress(cpu_cr3()).frame
    let inDirectory = memoryManager.hyperspace.withLock { $0.load32(directory, offset: (address.raw >> 22) << 2) }
    t.expect(pde.raw, equals: inDirectory, "a PDE through the window and in the directory's frame")
  }

  func testSelfMapShowsThePageTables(_ t: inout TestContext) {
    expectSameEntry(&t, SystemLayout.kernelText + 0x10_0000)
    expectSameEntry(&t, SystemLayout.kernelData)
    expectSameEntry(&t, SystemLayout.pfnDatabase)
    expectSameEntry(&t, SystemLayout.nonpagedPool)
    expectSameEntry(&t, SystemLayout.video)
    expectSameEntry(&t, currentThread.object.stackLimit)
    expectSameEntry(&t, VirtualAddress(0xC030_0000))
  }

  // MARK: The kernel's image

  func testWriteProtectionHoldsForTheKernel(_ t: inout TestContext) {
    t.expect(cpu_cr0() & 0x8001_0001, equals: 0x8001_0001, "CR0: paging, write protect, protected mode")
    t.expect(cpu_cr4() & 0x10, equals: 0x10, "CR4: large pages")
  }

  /// Every page of text and read-only data refuses writes, by its entry and when tried.
  func testKernelTextIsReadOnly(_ t: inout TestContext) {
    var writable: UInt32 = 0
    var written: UInt32 = 0
    var page = VirtualAddress(cpu_text_start())
    while page.raw < cpu_text_end() {
      let pde = Machine()[page.pde]
      if !pde.isWritable && !pde.isLarge { t.expect(false, "the page table of the text is writable through the directory") }
      if pde.isLarge ? pde.isWritable : Machine()[page.pte].isWritable { writable += 1 }
      let before = Machine().load32(page)
      // The same bytes: if this test fails, the text shall still be right.
      Machine().store32(scratch, before)
      let left = probeCopy(to: page, from: scratch, bytes: 4)
      if left != 4 { written += 1 }
      page = page + pageSize
    }
    t.expect(writable, equals: 0, "pages of text with a writable entry")
    t.expect(written, equals: 0, "pages of text that could be written")
  }

  func testKernelDataIsWritableAndNoText(_ t: inout TestContext) {
    t.expect(cpu_data_start() >> 22 != cpu_text_end() >> 22, "data lies in 4 MB of its own")
    let machine = Machine()
    let textStart = memoryManager.physicalAddress(of: VirtualAddress(cpu_text_start()))?.raw ?? 0
    let textEnd = textStart + (cpu_text_end() - cpu_text_start())
    var (readOnly, shared) = (UInt32(0), UInt32(0))
    var page = VirtualAddress(cpu_data_start())
    while page.raw < cpu_data_end() {
      let pde = machine[page.pde]
      if !(pde.isLarge ? pde.isWritable : machine[page.pte].isWritable) { readOnly += 1 }
      let physical = memoryManager.physicalAddress(of: page)?.raw ?? 0
      if physical >= textStart && physical < textEnd { shared += 1 }
      page = page + pageSize
    }
    t.expect(readOnly, equals: 0, "pages of data that cannot be written")
    t.expect(shared, equals: 0, "pages of data that are text as well")
  }

  func testLargePagesMapTheKernelWhenThereIsMuchMemory(_ t: inout TestContext) {
    let expected: UInt32 = Count.frames > 255 << 8 ? 1 : 0
    t.expect(Machine()[SystemLayout.kernelText.pde].isLarge ? 1 : 0, equals: expected, "a large page maps the text")
    t.expect(Machine()[SystemLayout.kernelData.pde].isLarge ? 1 : 0, equals: expected, "a large page maps the data")
  }

  // MARK: What is not mapped

  func testTheLowHalfIsEmpty(_ t: inout TestContext) {
    var mapped: UInt32 = 0
    for index in 0..<SystemRegion.systemStart.raw >> 22 where Machine()[VirtualAddress(index << 22).pde].raw != 0 { mapped += 1 }
    t.expect(mapped, equals: 0, "directory entries of user space")
    t.expect(probeCopy(to: scratch, from: VirtualAddress(0), bytes: 4), equals: 4, "bytes not read from address 0")
    t.expect(probeCopy(to: VirtualAddress(0), from: scratch, bytes: 4), equals: 4, "bytes not written to address 0")
  }

  /// The boot code's window on the first 512 MB is gone, and so is everything else that no one owns.
  func testUnusedRegionsAreEmpty(_ t: inout TestContext) {
    if !SystemRegion.isUserSpaceLarge {
      expectEmpty(&t, .session)
      expectEmpty(&t, .systemPteOverflow)
    }
    expectEmpty(&t, .unused)
    expectEmpty(&t, .systemCache)
  }

  private func expectEmpty(_ t: inout TestContext, _ region: SystemRegion) {
    var address = region.start
    while address <= region.last {
      t.expect(Machine()[address.pde].raw, equals: 0, "a directory entry of a region without users")
      address = address + 0x40_0000
    }
  }

  func testRegionsCoverTheSystemPart(_ t: inout TestContext) {
    let start = SystemRegion.systemStart
    t.expect(start.raw, equals: unsafe BootOptions(bootText).isUserSpaceLarge ? 0xC000_0000 : 0x8000_0000, "where the system begins")
    var (address, pages, next) = (start.raw, UInt32(0), SystemRegion?.some(.first))
    while let region = next {
      t.expect(region.start.raw, equals: address, "where a region begins")
      t.expect(SystemRegion(of: region.start) == region && SystemRegion(of: region.last) == region, "a region's ends are its own")
      pages += region.pages
      address = region.last.raw &+ 1
      next = region.next
    }
    t.expect(address, equals: 0, "the end of the last region")
    t.expect(pages, equals: 1 << 20 - start.page, "pages of all regions")
  }

  func testTheImageIsInItsRegion(_ t: inout TestContext) {
    expectSystemCode(&t, cpu_text_start())
    expectSystemCode(&t, cpu_text_end() - 1)
    expectSystemCode(&t, cpu_data_end() - 1)
    t.expect(cpu_data_start(), equals: SystemLayout.kernelData.raw, "where the image's data begins")
  }

  private func expectSystemCode(_ t: inout TestContext, _ address: UInt32) {
    t.expect(SystemRegion(of: VirtualAddress(address)) == .systemCode, "the image lies in the region of system code")
  }

  /// A page table maps pages of the kernel's: none is for user mode.
  func testNothingIsForUserMode(_ t: inout TestContext) {
    var user: UInt32 = 0
    for index in SystemRegion.systemStart.raw >> 22..<0x400 {
      let place = VirtualAddress(index << 22).pde
      let pde = Machine()[place]
      guard pde.isValid else { continue }
      if pde.isUser { user += 1 }
      guard !pde.isLarge else { continue }
      for entry in 0..<pagesPerTable where Machine()[place.table + entry].isValid && Machine()[place.table + entry].isUser { user += 1 }
    }
    t.expect(user, equals: 0, "entries that let user mode in")
  }

  func testAddressesAreValidWhereTheyAreMapped(_ t: inout TestContext) {
    t.expect(mmIsAddressValid(cpu_text_start()), "text is valid")
    t.expect(mmIsAddressValid(cpu_data_start()), "data is valid")
    t.expect(mmIsAddressValid(0xC030_0000), "the directory is valid")
    t.expect(!mmIsAddressValid(0), "address 0 is not")
    t.expect(!mmIsAddressValid(0xC080_0000), "unused space is not")
    t.expect(!mmIsAddressValid(0xFFFF_FFFF), "the last byte is not")
    t.expect(mmGetPhysicalAddress(0xC080_0000), equals: 0, "the physical address of what is not valid")
    let byte = SystemLayout.video.raw + 0x123
    t.expect(mmGetPhysicalAddress(byte), equals: 0xB_8123, "the physical address of a byte of the text screen")
  }
#endif
