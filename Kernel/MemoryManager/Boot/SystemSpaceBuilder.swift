import Machine

/// Makes the kernel's own page directory, goes over to it, and maps what must be there before there is a PFN database.
/// NT: the first half of MiInitMachineDependent
struct SystemSpaceBuilder {
  private let machine: Machine
  private let boot: BootInformation
  private let tuning: Tuning
  private var frames: BootFrames
  private let systemStart = SystemRegion.systemStart
  /// The frames of the kernel's data from now on.
  let data: FrameRun
  let usesLargePages: Bool

  init(machine: Machine, boot: BootInformation, tuning: Tuning) {
    self.machine = machine
    self.boot = boot
    self.tuning = tuning
    let large = tuning.usesLargePages ? Self.placeForData(boot) : nil
    usesLargePages = large != nil
    data = large ?? boot.image.data
    frames = BootFrames(boot, data: data)
  }

  /// False if RAM ends before all is mapped.
  mutating func build() -> Bool {
    guard activateDirectory(), mapProcessorControl(), mapPfnDatabase(),
      mapPages(SystemLayout.managerState, bytes: UInt32(MemoryManager.stateBytes))
    else { return false }
    let nonpagedTable = tuning.nonpagedPool * PageRuns.bytesPerPage
    return mapTable(SystemLayout.mappingPage) && mapTable(SystemRegion.systemWorkingSet.start) && mapTable(SystemLayout.systemPteRuns)
      && mapPages(SystemLayout.poolTags, bytes: PoolTags.bytes) && mapPages(SystemLayout.nonpagedPoolRuns, bytes: nonpagedTable)
      && mapPages(SystemLayout.nonpagedPoolPages, bytes: nonpagedTable) && mapNonpagedTables() && mapVideo()
  }

  // MARK: The directory

  /// A whole 4 MB of RAM in the loader's window, so that the kernel's data can have a large page. Only the frames of the data are used up.
  private static func placeForData(_ boot: BootInformation) -> FrameRun? {
    var start = PageFrameNumber(pagesPerTable)
    while start.raw + pagesPerTable <= Machine.bootWindowBytes >> 12 {
      if isFree(FrameRun(start: start, count: pagesPerTable), boot) { return FrameRun(start: start, count: boot.image.data.count) }
      start = start + pagesPerTable
    }
    return nil
  }

  private static func isFree(_ wanted: FrameRun, _ boot: BootInformation) -> Bool {
    for index in 0..<boot.moduleCount where boot[module: index].start < wanted.end && wanted.start < boot[module: index].end { return false }
    if boot.image.text.start < wanted.end && wanted.start < boot.image.data.end { return false }
    for index in 0..<boot.memory.runCount {
      let run = boot.memory[run: index]
      if run.start <= wanted.start && wanted.end <= run.end { return true }
    }
    return false
  }

  /// Until the new directory is in force, its pages are reached through the loader's window.
  private mutating func activateDirectory() -> Bool {
    guard let directory = takePhysical() else { return false }
    store(directory, SystemRegion.pageTables.start.pde, .kernel(directory))
    if usesLargePages {
      store(directory, SystemLayout.kernelText.pde, .large(PageFrameNumber(0), writable: false))
      store(directory, SystemLayout.kernelData.pde, .large(data.start, writable: true))
    } else {
      guard let text = takePhysical(), let dataTable = takePhysical() else { return false }
      store(directory, SystemLayout.kernelText.pde, .kernel(text))
      store(directory, SystemLayout.kernelData.pde, .kernel(dataTable))
      fill(text, boot.image.textStart, boot.image.text, writable: false)
      fill(dataTable, boot.image.dataStart, data, writable: true)
    }
    let moved = usesLargePages ? data.count : 0
    machine.activate(directory: directory, movingData: moved, from: boot.image.data.start, to: data.start)
    return true
  }

  private mutating func takePhysical() -> PageFrameNumber? {
    guard let frame = frames.take(), frame.raw < Machine.bootWindowBytes >> 12 else { return nil }
    machine.zeroPhysical(frame)
    return frame
  }

  private func store(_ table: PageFrameNumber, _ entry: PteAddress, _ value: Pte) {
    machine.storePhysical(PhysicalAddress(table.address.raw + entry.asVirtual.pageOffset), value.raw)
  }

  private func fill(_ table: PageFrameNumber, _ start: VirtualAddress, _ run: FrameRun, writable: Bool) {
    for page in 0..<run.count { store(table, start.pte + page, .kernel(run.start + page, writable: writable)) }
  }

  // MARK: Through the self-map

  private mutating func mapTable(_ address: VirtualAddress) -> Bool {
    if machine[address.pde].isValid { return true }
    guard let frame = frames.take() else { return false }
    machine[address.pde] = .kernel(frame)
    machine.invalidate(address.pte.asVirtual)
    machine.zero(address.pte.asVirtual.pageBase, bytes: pageSize)
    return true
  }

  private mutating func mapPages(_ address: VirtualAddress, bytes: UInt32) -> Bool {
    var page = address.pageBase
    while page < address + bytes {
      guard mapPage(page) else { return false }
      page = page + pageSize
    }
    return true
  }

  private mutating func mapPage(_ page: VirtualAddress) -> Bool {
    guard mapTable(page) else { return false }
    if machine[page.pte].isValid { return true }
    guard let frame = frames.take() else { return false }
    machine[page.pte] = .kernel(frame)
    machine.zero(page, bytes: pageSize)
    return true
  }

  /// What the boot code found out goes on to be true.
  private mutating func mapProcessorControl() -> Bool {
    guard mapPage(SystemLayout.processorControl) else { return false }
    SystemRegion.systemStart = systemStart
    return true
  }

  /// Only where there is RAM. Before anything else, so that its pages follow each other.
  private mutating func mapPfnDatabase() -> Bool {
    for index in 0..<boot.memory.runCount {
      let run = boot.memory[run: index]
      let start = PfnEntry(machine, run.start).address
      guard mapPages(start, bytes: run.count * PfnEntry.bytes) else { return false }
    }
    return true
  }

  private mutating func mapNonpagedTables() -> Bool {
    var index: UInt32 = 0
    while index < tuning.nonpagedPool {
      guard mapTable(NonpagedPool.address(index)) else { return false }
      index += pagesPerTable
    }
    return true
  }

  /// The text screen's eight pages.
  private mutating func mapVideo() -> Bool {
    guard mapTable(SystemLayout.video) else { return false }
    for page in 0..<UInt32(8) { machine[SystemLayout.video.pte + page] = .device(PageFrameNumber(0xB8 + page)) }
    return true
  }
}
