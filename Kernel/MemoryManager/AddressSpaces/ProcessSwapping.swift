import Machine

/// Whole processes leave memory. What goes first can be found through what goes later: pages through page tables, page tables through the directory.
/// When nothing else is left, the directory, hyperspace's page table and the first page of the working set list go too: three system PTEs say where
/// they are.
extension MemoryManager {
  /// None of the process's threads will run for a while, and nobody else is in its address space, or comes before `inSwap`: all that can go at the
  /// moment goes, and more at the next call, when that has left memory. From another address space. NT: MmOutSwapProcess
  package func outSwap(_ space: AddressSpace) {
    trimmingPass.withLock { _ in
      guard !space.isOut else { return }
      withDirectory(of: space) {
        emptyWorkingSet(space)
        space.memory.withLock { if $0.workingSet.size == 0 { shrinkList(&$0.workingSet) } }
        _ = trimPageTables(space, all: true)
      }
      let frames = unsafe space.identity.pointee.frames
      guard pfnDatabase.withLock({ $0.isAllThereIs(frames) }), let place = reserveSystemPtes(AddressSpace.Frames.count, .system) else { return }
      takeOut(space, frames, to: place)
    }
  }

  private func takeOut(_ space: AddressSpace, _ frames: AddressSpace.Frames, to place: PteAddress) {
    addressSpaces.withLock { _ in
      pfnDatabase.withLock { database in
        database.takeOut(frames.workingSetPage, to: place + 2)
        database.takeOut(frames.hyperspaceTable, to: place + 1)
        database.takeOut(frames.directory, to: place)
      }
      unsafe space.identity.pointee.frames = .none
      unsafe space.identity.pointee.outswappedPages = place
    }
    commitment.withLock { $0.giveBack(0, resident: AddressSpace.Frames.count) }
  }

  /// The address space can be gone to when this returns; its directory may be in another frame than before. From another one. NT: MmInSwapProcess
  package func inSwap(_ space: AddressSpace) throws(Restart) {
    try trimmingPass.withLock { _ throws(Restart) in
      guard let place = unsafe space.identity.pointee.outswappedPages else { return }
      try inPages(place, AddressSpace.Frames.count)
      let frames = AddressSpace.Frames(
        directory: machine[place].frame, hyperspaceTable: machine[place + 1].frame, workingSetPage: machine[place + 2].frame)
      pfnDatabase.withLock { $0.takeIn(frames, from: place) }
      link(frames) { _ in
        unsafe space.identity.pointee.frames = frames
        unsafe space.identity.pointee.outswappedPages = nil
      }
      _ = releaseSystemPtes(place, AddressSpace.Frames.count, .system)
    }
  }

  /// Of a process that is out: how many of the last three pages are still on a list of those that can be reused, or have to be written before.
  package func pagesInMemory(_ space: AddressSpace) -> UInt32 {
    trimmingPass.withLock { _ in
      guard let place = unsafe space.identity.pointee.outswappedPages else { return 0 }
      var count: UInt32 = 0
      for page in 0..<AddressSpace.Frames.count {
        if case .pageFile = machine[place + page].state { continue }
        count += 1
      }
      return count
    }
  }

  /// The entry of a page of a process that could not be read.
  package func missingPage(_ space: AddressSpace) -> Pte {
    trimmingPass.withLock { _ in unsafe space.identity.pointee.outswappedPages.map { firstMissing($0, AddressSpace.Frames.count) } ?? .zero }
  }
}

extension PfnDatabase {
  /// The directory is shared for itself, as the page table that maps it, and for hyperspace's table; that for itself and for the working set list's
  /// page: no other page of the process is in memory.
  fileprivate func isAllThereIs(_ frames: AddressSpace.Frames) -> Bool {
    entry(frames.directory).shareCount == 3 && entry(frames.hyperspaceTable).shareCount == 2
  }

  fileprivate mutating func takeOut(_ frame: PageFrameNumber, to pte: PteAddress) {
    move(frame, to: pte, in: machine[pte.container].frame)
    machine[pte] = .kernel(frame)
    outPage(pte, .readWrite)
  }

  fileprivate mutating func takeIn(_ frames: AddressSpace.Frames, from place: PteAddress) {
    for page in 0..<AddressSpace.Frames.count {
      machine[place + page] = .zero
      machine.invalidate((place + page).mapped)
    }
    move(frames.directory, to: SystemRegion.pageTables.start.pde, in: frames.directory)
    move(frames.hyperspaceTable, to: SystemRegion.hyperspace.start.pde, in: frames.directory)
    move(frames.workingSetPage, to: SystemLayout.workingSetList.pte, in: frames.hyperspaceTable)
  }

  /// Another PTE maps the page from now on: `pte`, in the page table `container`.
  private mutating func move(_ frame: PageFrameNumber, to pte: PteAddress, in container: PageFrameNumber) {
    let entry = entry(frame)
    incrementShareCount(container)
    releaseContainer(entry.container)
    entry.pte = pte
    entry.container = container
  }
}
