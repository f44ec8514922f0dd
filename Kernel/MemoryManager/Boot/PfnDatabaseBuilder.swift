import Machine

/// Fills the PFN database for the first time: what the page tables map is active, what the loader left is active too, the rest is free.
/// NT: MiBuildPfnDatabaseFromPages and MiBuildPfnDatabaseFromLoaderBlock
extension PfnDatabase {
  mutating func build(_ boot: BootInformation, data: FrameRun, usesLargePages: Bool) {
    markPageTables()
    if usesLargePages {
      markImage(boot.image.text, pde: SystemLayout.kernelText.pde)
      markImage(data, pde: SystemLayout.kernelData.pde)
    }
    markLoaders(PageFrameNumber(0))
    for index in 0..<boot.moduleCount {
      let run = boot[module: index]
      for page in 0..<run.count { markLoaders(run.start + page) }
    }
    for index in 0..<memory.runCount { addUnused(memory[run: index]) }
  }

  private func markPageTables() {
    let directory = machine.directory
    for index in SystemRegion.systemStart.raw >> 22..<0x400 {
      let entryAddress = VirtualAddress(index << 22).pde
      let entry = machine[entryAddress]
      guard entry.isValid && !entry.isLarge else { continue }
      mark(entry.frame, pte: entryAddress, container: directory)
      // The directory is its own page table at index 0x300: its entries were just counted.
      if entry.frame != directory { markTable(entryAddress.table, entry.frame) }
    }
  }

  private func markTable(_ first: PteAddress, _ table: PageFrameNumber) {
    for index in 0..<pagesPerTable {
      let entry = machine[first + index]
      if entry.isValid && memory.contains(entry.frame) { mark(entry.frame, pte: first + index, container: table) }
    }
  }

  private func markImage(_ run: FrameRun, pde: PteAddress) {
    for page in 0..<run.count where memory.contains(run.start + page) { mark(run.start + page, pte: pde, container: machine.directory) }
  }

  /// Frames of the loader have no PTE.
  private func markLoaders(_ frame: PageFrameNumber) {
    guard memory.contains(frame) else { return }
    let entry = entry(frame)
    entry.pte = PteAddress(raw: 0)
    entry.shareCount = 1
    entry.state = PfnState(.active, references: 1)
  }

  private func mark(_ frame: PageFrameNumber, pte: PteAddress, container: PageFrameNumber) {
    let entry = entry(frame)
    entry.pte = pte
    entry.shareCount = entry.shareCount &+ 1
    entry.state = PfnState(.active, references: 1, isModified: true)
    entry.original = .demandZero(.readWrite)
    entry.container = container
    let table = self.entry(container)
    table.shareCount = table.shareCount &+ 1
  }

  /// Frames that nothing marked go to the free list, in ascending order.
  private mutating func addUnused(_ run: FrameRun) {
    var frame = run.start
    while frame < run.end {
      if entry(frame).state.references == 0 { insertFreeLast(frame) }
      frame = frame + 1
    }
  }
}
