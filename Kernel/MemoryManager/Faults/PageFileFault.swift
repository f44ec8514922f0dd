import Machine

extension MemoryManager {
  /// The page is in a page file. It and those of its neighbours that lie beside it there get frames, which someone has to fill. NT: MiResolvePageFileFault
  func resolvePageFile(_ fault: PageFault, _ workingSet: inout WorkingSet) -> FaultResolution {
    let priority = workingSet.pagePriority
    guard let transfer = pfnDatabase.withLock({ $0.beginPageIn(fault.address.pte, priority: priority) }) else { return .noPage }
    workingSet.counters.hard &+= 1
    // It is the same fault that is resolved when the page has been read.
    workingSet.counters.faults &-= 1
    return .pageIn(transfer)
  }

  /// The pages have been read; or could not be, and then they are where they were. Whoever waits can go on. NT: MiWaitForInPageComplete
  package func endPageIn(_ transfer: PagingTransfer, succeeded: Bool) {
    pfnDatabase.withLock { database in
      let mdl = transfer.mdl
      for page in 0..<mdl.pageCount {
        if succeeded { database.endRead(mdl[page]) } else { database.undoRead(mdl[page]) }
      }
      if succeeded { database.noteSlot(of: transfer) } else { transfer.forgetPages() }
      database.noteRead(transfer, succeeded: succeeded)
    }
  }

  /// The only page of a transfer could not be read because of its slot, which is retired when the page is freed.
  package func noteUnreadable(_ transfer: PagingTransfer) {
    let isNew = pfnDatabase.withLock { $0.pageFiles.noteUnreadable(file: transfer.file, slot: transfer.firstSlot) }
    if isNew { commitment.withLock { $0.lowerLimit(by: 1) } }
  }

  /// Its owner is done with the transfer: the page that it was for is in use again, or can do without a frame. Those of its neighbours that are not in use
  /// can be found on the standby list.
  package func release(_ transfer: PagingTransfer) {
    pfnDatabase.withLock { database in
      if transfer.holdsPages {
        let mdl = transfer.mdl
        for page in 0..<mdl.pageCount { database.decrementReferenceCount(mdl[page]) }
      }
      transfer.forgetPages()
      database.leave(transfer)
    }
  }

  /// One who waited for its end is done with the transfer. NT: MiFreeInPageSupportBlock
  package func leave(_ transfer: PagingTransfer) { pfnDatabase.withLock { $0.leave(transfer) } }
}

extension PfnDatabase {
  /// Pages around `pte` that follow one another both in memory and in the page file are read together if there is plenty of room for them.
  /// Nil if there is no page, or nothing to read it with.
  mutating func beginPageIn(_ pte: PteAddress, priority: UInt32) -> PagingTransfer? {
    guard available > 0, let transfer = transfers.takeRead(machine) else { return nil }
    let (first, last) = available > lowThreshold && pageFiles.readsAlone == 0 ? cluster(around: pte) : (pte, pte)
    let slots = Slots(from: machine[first], count: last - first + 1)
    transfer.begin(slots, .ioPageRead, awaiting: pte - first)
    for page in 0..<slots.count {
      guard let frame = removeAnyPage() else { Stop.pfnListCorrupt.now(0x8F, available, slots.count) }
      transfer.mdl[page] = frame
      beginRead(frame, first + page, transfer, priority)
    }
    return transfer
  }

  /// The first and the last of the pages with consecutive slots around `pte`, in the group of eight that it is in.
  private func cluster(around pte: PteAddress) -> (PteAddress, PteAddress) {
    let group = PagingTransfer.largestRead << 2
    let (start, end) = (PteAddress(raw: pte.raw & ~(group - 1)), PteAddress(raw: pte.raw | (group - 4)))
    var (first, last) = (pte, pte)
    while first > start, machine[first].isInSlot(behind: machine[first.previous]) { first = first.previous }
    while last < end, machine[last + 1].isInSlot(behind: machine[last]) { last = last + 1 }
    return (first, last)
  }

  /// A frame just taken is the one that `pte` will have its bytes in.
  private mutating func beginRead(_ frame: PageFrameNumber, _ pte: PteAddress, _ transfer: PagingTransfer, _ priority: UInt32) {
    let (entry, original) = (entry(frame), machine[pte])
    let container = machine[pte.container].frame
    entry.transfer = transfer.address
    entry.pte = pte
    entry.shareCount = 0
    var state = PfnState(.transition, references: 1, priority: priority)
    state.isReading = true
    entry.state = state
    entry.original = original
    entry.container = container
    inTransition &+= 1
    incrementShareCount(container)
    machine[pte] = .transition(frame, original.softwareProtection)
  }

  fileprivate mutating func leave(_ transfer: PagingTransfer) {
    transfer.users -= 1
    if transfer.users == 0 { transfers.giveBack(transfer) }
  }

  /// One more waits for the transfer that reads this page.
  @inline(never)
  func join(_ entry: PfnEntry) -> PagingTransfer {
    let transfer = PagingTransfer(machine, entry.transfer)
    transfer.users += 1
    return transfer
  }

  fileprivate mutating func endRead(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    var state = entry.state
    state.isReading = false
    entry.state = state
  }

  /// When no slot is free the page that is waited for gives its own up at once, and nobody has to look for one.
  fileprivate mutating func noteSlot(of transfer: PagingTransfer) {
    guard let frame = transfer.awaited else { return }
    if pageFiles.free() == 0 { noteModified(frame) } else { pageFiles.noteSpareSlot() }
  }

  /// Pages that could not be read together are read one by one: so only those are lost that are in bad sectors themselves.
  fileprivate mutating func noteRead(_ transfer: PagingTransfer, succeeded: Bool) {
    let count = transfer.pageCount
    if pageFiles.readsAlone > 0 { pageFiles.readsAlone -= 1 }
    if !succeeded && count > 1 { pageFiles.readsAlone = count }
    pageFiles.countRead(count, succeeded: succeeded)
  }

  /// The frame has nothing; the page is where it was, unless it was deleted meanwhile.
  fileprivate mutating func undoRead(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    if !entry.isDeleted {
      restoreOriginal(frame)
      entry.original = .zero
      entry.markDeleted()
    }
    decrementReferenceCount(frame)
  }
}
