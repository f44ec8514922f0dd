import Machine

extension MemoryManager {
  /// Pages that every process is charged for: directory, hyperspace's page table, the first page of the working set list.
  static var pagesOfEveryAddressSpace: UInt32 { 3 }

  /// Makes an empty address space: a page directory that maps itself and shares the system's half, hyperspace and a working set list.
  /// It is sure of its working set's minimum. Called from any context; throws `commitmentLimit`, `insufficientResources` or, if it is only that there
  /// are no pages at the moment, `noMemory`. NT: MmCreateProcessAddressSpace, MmInitializeProcessAddressSpace
  package func createAddressSpace(_ space: AddressSpace, isLargeAddressAware: Bool) throws(Status) {
    let (pages, resident) = (Self.pagesOfEveryAddressSpace, Self.pagesOfEveryAddressSpace + UserMemory.defaultMinimum)
    let status = commitment.withLock { $0.charge(pages, resident: resident) }
    guard status == .success else { throw status }
    guard let frames = takeFramesOfAddressSpace() else {
      commitment.withLock { $0.giveBack(pages, resident: resident) }
      throw .noMemory
    }
    let highest = Self.highestUserAddress(isLargeAddressAware: isLargeAddressAware)
    unsafe space.identity.initialize(
      to: AddressSpace.Identity(
        directory: frames.directory, hyperspaceTable: frames.hyperspace, workingSetPage: frames.workingSet, highestAddress: highest, next: 0,
        previous: 0))
    space.creation.place(AddressCreation(commitCharge: pages))
    space.memory.place(UserMemory(machine: machine, lastPage: highest.page - Self.pagesAboveRanges))
    linkDirectory(space, frames)
    withDirectory(of: space) { space.memory.withLock { $0.workingSet.grow() } }
  }

  /// The last 64 KB below the highest user address are in no range. NT: MM_HIGHEST_VAD_ADDRESS
  package static var pagesAboveRanges: UInt32 { 16 }

  /// Processes that do not expect more than 2 GB get no more.
  private static func highestUserAddress(isLargeAddressAware: Bool) -> VirtualAddress {
    isLargeAddressAware ? VirtualAddress.highestUser : VirtualAddress(0x7FFE_FFFF)
  }
  /// The last byte that a range of any process can have. NT: MM_HIGHEST_VAD_ADDRESS
  package static var highestRangeAddress: VirtualAddress { VirtualAddress(VirtualAddress.highestUser.raw - pagesAboveRanges << 12) }

  /// Frees everything below the system's half, and what the working set list has grown by. The last thread of the process calls it, in its own
  /// address space. NT: MmCleanProcessAddressSpace
  package func cleanAddressSpace(_ space: AddressSpace) throws(Restart) {
    try space.creation.withLock { creation throws(Restart) in
      if !creation.isDeleted { giveBackMinimum(space, &creation) }
      while try space.memory.withLock({ memory throws(Restart) in try releaseFirst(&memory, &creation) }) {}
      freeSpareVad(&creation)
      space.memory.withLock { memory in shrinkList(&memory.workingSet) }
    }
  }

  /// Nothing can be allocated from now on, and no page of the working set is sure any more.
  private func giveBackMinimum(_ space: AddressSpace, _ creation: inout AddressCreation) {
    creation.isDeleted = true
    space.memory.withLock { memory in commitment.withLock { $0.giveBack(0, resident: memory.workingSet.minimum) } }
  }

  /// False if there is no range left.
  private func releaseFirst(_ memory: inout UserMemory, _ creation: inout AddressCreation) throws(Restart) -> Bool {
    guard let vad = memory.vads.first else { return false }
    if vad.isTouched { try requireTables(vad.start...vad.end) }
    release(vad, &memory, &creation)
    return true
  }

  /// Frees the page directory and what else is left of a cleaned address space, from another one. NT: MmDeleteProcessAddressSpace
  package func deleteAddressSpace(_ space: AddressSpace) {
    trimmingPass.withLock { _ in addressSpaces.withLock { $0.remove(space) } }
    let counters = space.memory.withLock { $0.workingSet.counters }
    addressSpaces.withLock { $0.ended.add(counters) }
    let (workingSet, hyperspace, directory) = unsafe (
      space.identity.pointee.workingSetPage, space.identity.pointee.hyperspaceTable, space.identity.pointee.directory
    )
    pfnDatabase.withLock { database in
      database.deleteUnmapped(workingSet)
      database.deleteUnmapped(hyperspace)
      database.deleteUnmapped(directory)
    }
    commitment.withLock { $0.giveBackNonpaged(Self.pagesOfEveryAddressSpace) }
  }

  // MARK: The first three pages

  private struct Frames {
    let directory: PageFrameNumber
    let hyperspace: PageFrameNumber
    let workingSet: PageFrameNumber
  }

  private func takeFramesOfAddressSpace() -> Frames? {
    guard let directory = takeZeroedFrame() else { return nil }
    guard let hyperspace = takeZeroedFrame() else {
      pfnDatabase.withLock { $0.insertFree(directory) }
      return nil
    }
    guard let workingSet = takeZeroedFrame() else {
      pfnDatabase.withLock {
        $0.insertFree(hyperspace)
        $0.insertFree(directory)
      }
      return nil
    }
    pfnDatabase.withLock { database in
      database.initializeDirectory(directory)
      database.initialize(hyperspace, pte: SystemRegion.hyperspace.start.pde, original: .demandZero(.readWrite), container: directory)
      database.initialize(workingSet, pte: SystemLayout.workingSetList.pte, original: .demandZero(.readWrite), container: hyperspace)
    }
    return Frames(directory: directory, hyperspace: hyperspace, workingSet: workingSet)
  }

  private func takeZeroedFrame() -> PageFrameNumber? {
    guard let taken = pfnDatabase.withLock({ $0.removeZeroedPage() }) else { return nil }
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    return taken.frame
  }

  /// Fills the directory and adds it to the list in one step: no page table that the system gets meanwhile is missed.
  private func linkDirectory(_ space: AddressSpace, _ frames: Frames) {
    hyperspace.withLock { hyperspace in
      hyperspace.store32(frames.hyperspace, offset: SystemLayout.workingSetList.pte.asVirtual.pageOffset, Pte.kernel(frames.workingSet).raw)
    }
    addressSpaces.withLock { list in
      hyperspace.withLock { hyperspace in
        let system = SystemRegion.systemStart.pde
        hyperspace.copy(frames.directory, offset: system.asVirtual.pageOffset, from: system.asVirtual, bytes: pageSize - system.asVirtual.pageOffset)
        hyperspace.store32(frames.directory, offset: SystemRegion.pageTables.start.pde.asVirtual.pageOffset, Pte.kernel(frames.directory).raw)
        hyperspace.store32(frames.directory, offset: SystemRegion.hyperspace.start.pde.asVirtual.pageOffset, Pte.kernel(frames.hyperspace).raw)
      }
      list.append(space)
    }
  }

  /// Gives back every page of the list but the first.
  func shrinkList(_ workingSet: inout WorkingSet) {
    let pages = workingSet.shrink()
    guard pages > 0 else { return }
    unmapAndDeletePages((SystemLayout.workingSetList + pageSize).pte, pages)
    commitment.withLock { $0.giveBackNonpaged(pages) }
  }
}

extension MemoryManager {
  /// Does something in another address space. `body` neither waits nor touches memory that may fault. NT: MiAttachProcess
  @inline(__always)
  package func withDirectory<Result: ~Copyable>(of space: AddressSpace, _ body: () -> Result) -> Result {
    let old = machine.directory
    machine.switchDirectory(to: space.directory)
    defer { machine.switchDirectory(to: old) }
    return body()
  }

  /// A page table of the system was added: every other directory names it too. The cost grows with the number of processes, once for each 4 MB
  /// that the system grows by. NT: what copying PDEs in page faults of the system does
  func shareSystemTable(_ pde: PteAddress) {
    let entry = machine[pde].raw
    let current = machine.directory
    addressSpaces.withLock { list in
      hyperspace.withLock { hyperspace in
        let offset = pde.asVirtual.pageOffset
        if list.systemDirectory != current { hyperspace.store32(list.systemDirectory, offset: offset, entry) }
        var next = list.first
        while let space = next {
          if space.directory != current { hyperspace.store32(space.directory, offset: offset, entry) }
          next = list.next(space)
        }
      }
    }
  }
}
