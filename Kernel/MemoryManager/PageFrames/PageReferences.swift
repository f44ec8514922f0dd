import Machine

/// Who uses a frame: share counts (PTEs that map it, and for a page table the entries in it that name a frame) and reference counts
/// (one for all shares together, one for each I/O or lock).
extension PfnDatabase {
  /// A frame just taken becomes the page that `pte` maps: active, shared once, referenced once. `original` is what the PTE goes back to.
  /// The table that holds `pte` must be there. NT: MiInitializePfn
  @inline(__always)
  package mutating func initialize(_ frame: PageFrameNumber, pte: PteAddress, original: Pte, isModified: Bool = false) {
    initialize(frame, pte: pte, original: original, container: machine[pte.container].frame, isModified: isModified)
  }

  /// The same for a table that is not, or not yet, one of the current address space.
  @inline(__always)
  mutating func initialize(
    _ frame: PageFrameNumber, pte: PteAddress, original: Pte, container: PageFrameNumber, isModified: Bool = true
  ) {
    let entry = entry(frame)
    entry.pte = pte
    entry.shareCount = 1
    entry.state = PfnState(.active, references: 1, isModified: isModified)
    entry.original = original
    entry.container = container
    let table = self.entry(container)
    table.shareCount = table.shareCount &+ 1
  }

  /// A frame just taken becomes a process's page directory: it is the page table of itself.
  mutating func initializeDirectory(_ frame: PageFrameNumber) {
    initialize(frame, pte: SystemRegion.pageTables.start.pde, original: .demandZero(.readWrite), container: frame)
  }

  /// A page found through its transition PTE, on a list or in I/O, is in use again. NT: MiResolveTransitionFault's list part
  @inline(__always)
  package mutating func reactivate(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    var state = entry.state
    switch state.location {
    case .standby:
      standby.remove(frame, state.priority, machine)
      noteTaken()
      pageFiles.noteSpareSlot()
    case .modified: modified.remove(frame, machine)
    case .transition:
      inTransition &-= 1
      pageFiles.noteSpareSlot()
    case .zeroed, .free, .modifiedNoWrite, .bad, .active: unlink(frame)
    }
    state.location = .active
    state.references += 1
    entry.shareCount = 1
    entry.state = state
  }

  /// Another PTE maps the page. NT: MiIncrementShareCount
  package mutating func incrementShareCount(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    entry.shareCount = entry.shareCount &+ 1
  }

  /// A PTE no longer maps the page. With the last one its reference goes. NT: MiDecrementShareCount
  package mutating func decrementShareCount(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    let shares = entry.shareCount &- 1
    if shares == 0xFFFF_FFFF { Stop.pfnListCorrupt.now(7, frame.raw, 0) }
    entry.shareCount = shares
    if shares == 0 { decrementReferenceCount(frame) }
  }

  /// Someone needs the frame to stay where it is: I/O, a lock. NT: MiReferencePfn
  package mutating func incrementReferenceCount(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    var state = entry.state
    state.references += 1
    entry.state = state
  }

  /// With the last reference the page goes to the list it belongs on: free if its PTE is gone, modified if its bytes are nowhere
  /// else, standby otherwise. NT: MiDecrementReferenceCount
  package mutating func decrementReferenceCount(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    var state = entry.state
    guard state.references == 1 else {
      if state.references == 0 { Stop.pfnListCorrupt.now(7, frame.raw, entry.shareCount) }
      state.references &-= 1
      if state.location == .active && entry.shareCount == 0 {
        state.location = .transition
        inTransition &+= 1
      }
      entry.state = state
      return
    }
    if state.location == .transition { inTransition &-= 1 }
    if entry.isDeleted {
      releaseSlot(entry)
      insertFree(frame)
    } else if state.isModified {
      insertModified(frame, priority: state.priority)
    } else {
      insertStandby(frame, priority: state.priority)
    }
  }

  /// The page's valid PTE, which was at `place`, is being deleted: the frame goes to the free list, now or with its last reference.
  /// A frame that is not this PTE's, or not in use, means that page tables and PFN database no longer agree.
  /// NT: MI_SET_PFN_DELETED and MiDecrementShareCount
  package mutating func delete(_ pte: Pte, mappedBy place: PteAddress) {
    let frame = pte.frame
    let entry = entry(frame)
    let state = entry.state
    guard state.location == .active else { Stop.pfnListCorrupt.now(0x8D, frame.raw, state.raw, place.raw) }
    guard entry.pte == place else { Stop.memoryManagement.now(0x411, place.raw, pte.raw, entry.pte.raw) }
    releaseContainer(entry.container)
    // Most pages are shared with no one.
    if entry.shareCount == 1 && state.references == 1 {
      releaseSlot(entry)
      return insertFree(frame)
    }
    entry.markDeleted()
    decrementShareCount(frame)
  }

  /// A page table whose entry in the directory is gone and whose own entries are all zero: it goes to the zeroed list.
  mutating func deleteZeroed(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    guard entry.shareCount == 1 else { Stop.pfnListCorrupt.now(0x8F, frame.raw, entry.shareCount) }
    releaseContainer(entry.container)
    guard entry.state.references == 1 else {
      // It is still being written, or held for who had it read.
      entry.markDeleted()
      return decrementShareCount(frame)
    }
    releaseSlot(entry)
    insertZeroed(frame)
  }

  /// A page of an address space that is in force nowhere any more.
  mutating func deleteUnmapped(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    releaseContainer(entry.container)
    entry.markDeleted()
    decrementShareCount(frame)
  }

  /// The page named by a transition PTE is deleted. NT: MiDeletePte, transition part
  package mutating func deleteTransition(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    releaseContainer(entry.container)
    guard entry.state.location != .transition else { return entry.markDeleted() }
    releaseSlot(entry)
    unlink(frame)
    insertFree(frame)
  }

  /// The page has no use for the bytes that a page file has of it.
  @inline(__always)
  private mutating func releaseSlot(_ entry: PfnEntry) {
    let original = entry.original
    if original.namesSlot { pageFiles.release(original) }
  }

  /// The page's bytes are nowhere but in its frame: what a page file has of it is stale.
  mutating func forgetSlot(_ entry: PfnEntry) {
    releaseSlot(entry)
    entry.original = .demandZero(entry.original.softwareProtection)
  }

  /// The processor's dirty bit goes into the frame's state when the PTE stops being valid. A slot that is being written is released at the end of that.
  package mutating func noteModified(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    var state = entry.state
    state.isModified = true
    entry.state = state
    if !state.isWriting { forgetSlot(entry) }
  }

  /// The page leaves a working set, where it was mapped once: it goes to the modified list or to standby, unless someone else needs its frame.
  @inline(__always)
  mutating func trim(_ frame: PageFrameNumber, isDirty: Bool, priority: UInt32) {
    let entry = entry(frame)
    var state = entry.state
    state.priority = priority
    if isDirty {
      state.isModified = true
      if !state.isWriting && entry.original.namesSlot { forgetSlot(entry) }
    }
    guard entry.shareCount == 1, state.references == 1 else {
      entry.state = state
      return decrementShareCount(frame)
    }
    if state.isModified { insertModified(frame, priority: priority) } else { insertStandby(frame, priority: priority) }
  }

  mutating func setPriority(_ frame: PageFrameNumber, _ priority: UInt32) {
    let entry = entry(frame)
    var state = entry.state
    state.priority = priority
    entry.state = state
  }

  /// The page's bytes need not be kept: from the modified list it goes to standby. While it is being written nobody knows what its slot will have, and
  /// they are kept after all.
  package mutating func forgetModified(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    var state = entry.state
    guard state.isModified, !state.isWriting else { return }
    guard state.location == .modified else {
      state.isModified = false
      entry.state = state
      return
    }
    unlink(frame)
    insertStandby(frame, priority: state.priority)
  }

  /// Every frame of the run is a device's or in use: a second mapping shows no one what a later owner writes.
  package func isMappable(_ run: FrameRun) -> Bool {
    for page in 0..<run.count where memory.contains(run.start + page) && entry(run.start + page).state.location != .active { return false }
    return true
  }

  /// One entry less names a frame in this page table.
  mutating func releaseContainer(_ container: PageFrameNumber) { decrementShareCount(container) }
}
