import Machine

extension MemoryManager {
  /// Pages that every process is charged for.
  static var pagesOfEveryAddressSpace: UInt32 { AddressSpace.Frames.count }

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
    unsafe space.identity.initialize(to: AddressSpace.Identity(frames: frames, highestAddress: highest, next: 0, previous: 0))
    space.creation.place(AddressCreation(commitCharge: pages))
    space.memory.place(UserMemory(machine: machine, lastPage: highest.page - Self.pagesAboveRanges))
    link(frames) { $0.append(space) }
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

  /// Frees the page directory and what else is left of a cleaned address space, which is in memory, from another one. NT: MmDeleteProcessAddressSpace
  package func deleteAddressSpace(_ space: AddressSpace) {
    trimmingPass.withLock { _ in addressSpaces.withLock { $0.remove(space) } }
    let counters = space.memory.withLock { $0.workingSet.counters }
    addressSpaces.withLock { $0.ended.add(counters) }
    let frames = unsafe space.identity.pointee.frames
    pfnDatabase.withLock { database in
      database.deleteUnmapped(frames.workingSetPage)
      database.deleteUnmapped(frames.hyperspaceTable)
      database.deleteUnmapped(frames.directory)
    }
    commitment.withLock { $0.giveBackNonpaged(Self.pagesOfEveryAddressSpace) }
  }

  // MARK: The first three pages

  private func takeFramesOfAddressSpace() -> AddressSpace.Frames? {
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
    return AddressSpace.Frames(directory: directory, hyperspaceTable: hyperspace, workingSetPage: workingSet)
  }

  private func takeZeroedFrame() -> PageFrameNumber? {
    guard let taken = pfnDatabase.withLock({ $0.removeZeroedPage() }) else { return nil }
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    return taken.frame
  }

  /// Has the directory map itself, hyperspace, the working set list and the system's half, and calls `enlist` in the same step: from then on the
  /// directory gets the page tables that the system gets, and none is missed.
  func link(_ frames: AddressSpace.Frames, _ enlist: (inout AddressSpaceList) -> Void) {
    hyperspace.withLock { hyperspace in
      hyperspace.store32(
        frames.hyperspaceTable, offset: SystemLayout.workingSetList.pte.asVirtual.pageOffset, Pte.kernel(frames.workingSetPage).raw)
    }
    addressSpaces.withLock { list in
      hyperspace.withLock { hyperspace in
        let system = SystemRegion.systemStart.pde
        hyperspace.copy(frames.directory, offset: system.asVirtual.pageOffset, from: system.asVirtual, bytes: pageSize - system.asVirtual.pageOffset)
        hyperspace.store32(frames.directory, offset: SystemRegion.pageTables.start.pde.asVirtual.pageOffset, Pte.kernel(frames.directory).raw)
        hyperspace.store32(frames.directory, offset: SystemRegion.hyperspace.start.pde.asVirtual.pageOffset, Pte.kernel(frames.hyperspaceTable).raw)
      }
      enlist(&list)
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
  /// Does something in another address space, which is in memory. `body` neither waits nor touches memory that may fault. NT: MiAttachProcess
  @inline(__always)
  package func withDirectory<Result: ~Copyable>(of space: AddressSpace, _ body: () -> Result) -> Result {
    let old = machine.directory
    machine.switchDirectory(to: space.directory)
    defer { machine.switchDirectory(to: old) }
    return body()
  }

  /// A page table of the system was added: every other directory names it too; those that are out will when they come in. The cost grows with the
  /// number of processes, once for each 4 MB that the system grows by. NT: what copying PDEs in page faults of the system does
  func shareSystemTable(_ pde: PteAddress) {
    let entry = machine[pde].raw
    let current = machine.directory
    addressSpaces.withLock { list in
      hyperspace.withLock { hyperspace in
        let offset = pde.asVirtual.pageOffset
        if list.systemDirectory != current { hyperspace.store32(list.systemDirectory, offset: offset, entry) }
        var next = list.first
        while let space = next {
          if !space.isOut && space.directory != current { hyperspace.store32(space.directory, offset: offset, entry) }
          next = list.next(space)
        }
      }
    }
  }
}
