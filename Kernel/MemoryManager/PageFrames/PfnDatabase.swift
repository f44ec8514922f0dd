import Machine

/// Every frame of RAM, in exactly one state at any time, and the lists that hold those not in use. NT: the PFN database
///
/// Taking a page, putting one back and moving one between states are constant time. A state is changed only by the methods of this
/// folder, each named after the transition it makes.
package struct PfnDatabase: ~Copyable, Guarded {
  package static var rank: LockRank { .pfnDatabase }

  let machine: Machine
  package let memory: PhysicalMemoryMap
  package var zeroed = PageList(.zeroed)
  package var free = PageList(.free)
  package var standby = StandbyLists()
  package var modified = PageList(.modified)
  package var modifiedNoWrite = PageList(.modifiedNoWrite)
  package var bad = PageList(.bad)
  /// Zeroed, free and standby pages: what can be handed out at once. NT: MmAvailablePages
  package internal(set) var available: UInt32 = 0
  /// Frames in state `transition`.
  package internal(set) var inTransition: UInt32 = 0
  /// Those of them that are being zeroed: nobody's pages.
  package private(set) var beingZeroed: UInt32 = 0
  /// Frames whose bytes are on their way to a page file, on no list or in use again.
  package internal(set) var beingWritten: UInt32 = 0
  /// Below this many available pages the working set manager is woken. NT: MmMinimumFreePages
  package let lowThreshold: UInt32
  /// So many available pages are not for faults of programs, so that the system itself finds some. NT: MM_MEDIUM_LIMIT, in effect
  package let faultReserve: UInt32
  /// From this many modified pages on they are written, and trimming waits for that. NT: MmModifiedPageMaximum
  package let modifiedThreshold: UInt32
  /// From this many free pages on, zeroing is worth while. NT: MmMinimumFreePagesToZero
  package static var zeroingThreshold: UInt32 { 8 }
  /// Where the last search for consecutive frames ended.
  var contiguousHint: PageFrameNumber
  /// Guarded with the frames: a slot lives as long as the page whose bytes it has.
  package var pageFiles: PageFileTable
  var transfers = PagingTransfers()

  package init(machine: Machine, memory: PhysicalMemoryMap, lowThreshold: UInt32, faultReserve: UInt32) {
    self.machine = machine
    self.memory = memory
    self.lowThreshold = lowThreshold
    self.faultReserve = faultReserve
    modifiedThreshold = min(800, memory.frames >> 3)
    contiguousHint = memory.endFrame
    pageFiles = PageFileTable(machine: machine)
  }

  package func entry(_ frame: PageFrameNumber) -> PfnEntry { PfnEntry(machine, frame) }

  // MARK: Taking a page

  /// A frame and whether its bytes are zeroes.
  package struct Taken {
    package let frame: PageFrameNumber
    package let isZeroed: Bool
  }

  /// A page for someone who wants zeroes: from the zeroed list if it can be, else one that the caller must zero. NT: MiRemoveZeroPage
  @inline(__always)
  package mutating func removeZeroedPage() -> Taken? {
    if let frame = zeroed.removeFirst(machine) {
      noteTaken()
      return Taken(frame: frame, isZeroed: true)
    }
    return removeUnzeroedPage()
  }

  /// The same for a fault of a program, which has to wait rather than take one of the last. NT: MiEnsureAvailablePageOrWait
  @inline(__always)
  package mutating func removeZeroedPageForFault() -> Taken? { hasPageForFault ? removeZeroedPage() : nil }
  package var hasPageForFault: Bool { available > faultReserve }

  /// A page for someone who overwrites it: free pages first, so that zeroed ones last. NT: MiRemoveAnyPage
  @inline(__always)
  package mutating func removeAnyPage() -> PageFrameNumber? {
    guard let frame = free.removeFirst(machine) else { return removeWithoutFree() }
    noteTaken()
    return frame
  }

  private mutating func removeWithoutFree() -> PageFrameNumber? {
    guard let frame = zeroed.removeFirst(machine) else { return removeUnzeroedPage()?.frame }
    noteTaken()
    return frame
  }

  private mutating func removeUnzeroedPage() -> Taken? {
    if let frame = free.removeFirst(machine) {
      noteTaken()
      return Taken(frame: frame, isZeroed: false)
    }
    guard let frame = standby.removeFirst(machine) else { return nil }
    restoreOriginal(frame)
    noteTaken()
    return Taken(frame: frame, isZeroed: false)
  }

  @inline(__always) mutating func noteTaken() {
    available &-= 1
    if isLow { SoftwareInterrupts.wakeWorkingSetManager.request() }
  }

  /// The page that lost its frame finds it no more: its PTE takes the form it will be brought back from. NT: MiRestoreTransitionPte
  mutating func restoreOriginal(_ frame: PageFrameNumber) {
    let entry = entry(frame)
    machine[reachable(entry)] = entry.original
    releaseContainer(entry.container)
  }

  /// Where the PTE of a frame can be reached: in the self-map if its page table is one of the current address space, else through a window.
  /// NT: MiMapPageInHyperSpace in MiRestoreTransitionPte
  func reachable(_ entry: PfnEntry) -> PteAddress {
    let pte = entry.pte
    let (table, container) = (machine[pte.container], entry.container)
    if table.isValid && table.frame == container { return pte }
    machine[SystemLayout.pageTableWindow.pte] = .kernel(container)
    machine.invalidate(SystemLayout.pageTableWindow)
    return PteAddress(raw: SystemLayout.pageTableWindow.raw + pte.asVirtual.pageOffset)
  }

  // MARK: Putting a page

  /// NT: MiInsertPageInFreeList
  @inline(__always)
  package mutating func insertFree(_ frame: PageFrameNumber) {
    entry(frame).state = PfnState(.free)
    free.insertFirst(frame, machine)
    noteAvailable()
    if free.count == Self.zeroingThreshold { SoftwareInterrupts.wakeZeroPageThread.request() }
  }

  /// The same at the end of the list: how the list is first filled, lowest frame first.
  mutating func insertFreeLast(_ frame: PageFrameNumber) {
    entry(frame).state = PfnState(.free)
    free.insertLast(frame, machine)
    available &+= 1
  }

  /// NT: MiInsertPageInList(&MmZeroedPageListHead)
  package mutating func insertZeroed(_ frame: PageFrameNumber) {
    entry(frame).state = PfnState(.zeroed)
    zeroed.insertFirst(frame, machine)
    noteAvailable()
  }

  /// A clean page that can still be found by its PTE; reused oldest first. NT: MiInsertStandbyListAtFront and at back
  mutating func insertStandby(_ frame: PageFrameNumber, priority: UInt32) {
    entry(frame).state = PfnState(.standby, priority: priority)
    standby.insertLast(frame, priority, machine)
    noteAvailable()
  }

  /// A page whose bytes are nowhere else yet. NT: MiInsertPageInList(&MmModifiedPageListHead)
  mutating func insertModified(_ frame: PageFrameNumber, priority: UInt32) {
    entry(frame).state = PfnState(.modified, isModified: true, priority: priority)
    modified.insertLast(frame, machine)
    if pageFiles.count > 0 && (modified.count >= modifiedThreshold || isLow) { SoftwareInterrupts.wakeModifiedPageWriter.request() }
  }

  /// A page that may not be written until its owner says so. NT: MmModifiedNoWritePageListHead
  package mutating func insertModifiedNoWrite(_ frame: PageFrameNumber) {
    entry(frame).state = PfnState(.modifiedNoWrite, isModified: true)
    modifiedNoWrite.insertLast(frame, machine)
  }

  /// A page that is never used again. NT: MmBadPageListHead
  package mutating func insertBad(_ frame: PageFrameNumber) {
    entry(frame).state = PfnState(.bad)
    bad.insertLast(frame, machine)
  }

  @inline(__always) private mutating func noteAvailable() {
    available &+= 1
    if available == 1 || available == faultReserve &+ 1 || available == lowThreshold { SoftwareInterrupts.pagesAvailable.request() }
  }

  // MARK: Zeroing

  /// Takes a free page out to be zeroed; `insertZeroed` puts it back. NT: MmZeroPageThread
  package mutating func beginZeroing() -> PageFrameNumber? {
    guard let frame = free.removeFirst(machine) else { return nil }
    available &-= 1
    inTransition &+= 1
    beingZeroed &+= 1
    entry(frame).state = PfnState(.transition, references: 1)
    return frame
  }
  package mutating func endZeroing(_ frame: PageFrameNumber) {
    inTransition &-= 1
    beingZeroed &-= 1
    insertZeroed(frame)
  }

  // MARK: Leaving a list from the middle

  /// Takes a page off whatever list it is on. NT: MiUnlinkPageFromList, MiUnlinkFreeOrZeroedPage
  @inline(__always)
  mutating func unlink(_ frame: PageFrameNumber) {
    let state = entry(frame).state
    switch state.location {
    case .zeroed: zeroed.remove(frame, machine)
    case .free: free.remove(frame, machine)
    case .standby: standby.remove(frame, state.priority, machine)
    case .modified:
      modified.remove(frame, machine)
      return
    case .modifiedNoWrite:
      modifiedNoWrite.remove(frame, machine)
      return
    case .bad:
      bad.remove(frame, machine)
      return
    case .active, .transition:
      return
    }
    noteTaken()
  }
}
