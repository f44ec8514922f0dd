import Machine

/// Where pages are to stay. NT: MAP_PROCESS (VM_LOCK_1), MAP_SYSTEM (VM_LOCK_2)
package struct LockOptions: Sendable {
  let locksInWorkingSet: Bool
  /// Only for holders of a privilege. NT: SeLockMemoryPrivilege
  package let locksInMemory: Bool

  /// Throws `invalidParameter` for anything but one bit or both.
  package init(_ value: UInt32) throws(Status) {
    guard value != 0, value & ~3 == 0 else { throw .invalidParameter }
    locksInWorkingSet = value & 1 != 0
    locksInMemory = value & 2 != 0
  }
}

extension MemoryManager {
  /// Pages of a working set that are never locked, so that there is always one to replace. NT: MM_FLUID_WORKING_SET
  static var fluidPages: UInt32 { 8 }

  /// Makes the pages of the region resident and keeps them so: all of them, or none. `wasLocked` if some were locked so before.
  /// NT: NtLockVirtualMemory
  package func lockVirtualMemory(_ space: AddressSpace, _ region: inout MemoryRegion, _ options: LockOptions) throws(Restart) -> Status {
    let pages = region.pages
    let status = try space.creation.withLock { _ throws(Restart) in try lock(pages, options, space) }
    if status.isSuccess { region = MemoryRegion(pages: pages) }
    return status
  }

  private func lock(_ pages: ClosedRange<UInt32>, _ options: LockOptions, _ space: AddressSpace) throws(Restart) -> Status {
    try space.memory.withLock { memory throws(Restart) in
      if let refusal = refuseLock(pages, &memory) { return refusal }
      // All are accessible before one is locked.
      for page in pages {
        if let resolution = makeResident(page, &memory) { return try refusal(resolution) }
      }
      var status = Status.success
      for page in pages {
        if let resolution = makeResident(page, &memory) {
          unlockAgain(pages.lowerBound, before: page, options, status, &memory)
          return try refusal(resolution)
        }
        if !lock(page, options, &memory) { status = .wasLocked }
      }
      return status
    }
  }

  /// The page cannot be locked, or not before something else has happened.
  private func refusal(_ resolution: FaultResolution) throws(Restart) -> Status {
    guard let status = resolution.status else { throw Restart(resolution) }
    return status
  }

  /// Every page is in a range before one is touched, and there is room for them.
  private func refuseLock(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory) -> Status? {
    var page = pages.lowerBound
    while page <= pages.upperBound {
      guard let vad = memory.vads.find(page) else { return .accessViolation }
      guard vad.isPaged else { return .incompatibleFileMap }
      page = vad.end + 1
    }
    guard hasRoom(pages, &memory) else { return .workingSetQuota }
    return hasEntries(pages.count32, &memory) ? nil : .insufficientResources
  }

  /// The list has entries for them and for the pages that are never locked, or grows.
  private func hasEntries(_ pages: UInt32, _ memory: inout UserMemory) -> Bool {
    while memory.workingSet.capacity < memory.workingSet.locked + pages + Self.fluidPages {
      guard growList(&memory.workingSet) else { return false }
    }
    return true
  }

  /// Pages that are locked already need no room.
  private func hasRoom(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory) -> Bool {
    let minimum = memory.workingSet.minimum
    guard pages.count32 <= minimum else { return false }
    var wanted = memory.workingSet.locked + Self.fluidPages
    // Seldom does it matter which they are.
    if wanted + pages.count32 <= minimum { return true }
    for page in pages {
      if let index = workingSetIndex(VirtualAddress(page << 12)), memory.workingSet[index].isLocked { continue }
      wanted += 1
    }
    return wanted <= minimum
  }

  /// As a read of the page would: nil when it is there.
  @inline(__always)
  private func makeResident(_ page: UInt32, _ memory: inout UserMemory) -> FaultResolution? {
    let address = VirtualAddress(page << 12)
    return isResident(address) ? nil : bringIn(address, &memory)
  }

  @inline(__always)
  private func isResident(_ address: VirtualAddress) -> Bool { machine[address.pde].isValid && machine[address.pte].isValid }

  @inline(never)
  private func bringIn(_ address: VirtualAddress, _ memory: inout UserMemory) -> FaultResolution? {
    while !isResident(address) {
      let resolution = resolveUserFault(PageFault(address: address, access: .read), &memory)
      guard resolution == .resolved else { return resolution }
    }
    return nil
  }

  /// False if the page, which is resident, was locked so already.
  private func lock(_ page: UInt32, _ options: LockOptions, _ memory: inout UserMemory) -> Bool {
    let frame = machine[VirtualAddress(page << 12).pte].frame
    let index = workingSetIndex(of: frame)
    var isNew = false
    if options.locksInWorkingSet && memory.workingSet.lock(index, .workingSet) { isNew = true }
    if options.locksInMemory && memory.workingSet.lock(index, .memory) { isNew = true }
    return isNew
  }

  /// Takes back what has been locked so far. If some of it was locked before, nobody can say which: then it stays.
  private func unlockAgain(_ first: UInt32, before end: UInt32, _ options: LockOptions, _ status: Status, _ memory: inout UserMemory) {
    guard first < end, status == .success else { return }
    _ = unlock(first...end - 1, options, &memory)
  }

  // MARK: Unlocking

  /// Takes the locks of all pages of the region away. If some are not locked so, `notLocked`: no lock is taken away, but those pages leave the
  /// working set. NT: NtUnlockVirtualMemory
  package func unlockVirtualMemory(_ space: AddressSpace, _ region: inout MemoryRegion, _ options: LockOptions) throws(Restart) -> Status {
    let pages = region.pages
    let status = try space.creation.withLock { _ throws(Restart) in
      try space.memory.withLock { memory throws(Restart) in
        try requireTables(pages)
        return unlock(pages, options, &memory)
      }
    }
    if status.isSuccess { region = MemoryRegion(pages: pages) }
    return status
  }

  private func unlock(_ pages: ClosedRange<UInt32>, _ options: LockOptions, _ memory: inout UserMemory) -> Status {
    guard areLocked(pages, options, &memory) else {
      removeUnlocked(pages, &memory)
      return .notLocked
    }
    for page in pages {
      guard let index = workingSetIndex(VirtualAddress(page << 12)) else { continue }
      if options.locksInWorkingSet { memory.workingSet.unlock(index, .workingSet) }
      if options.locksInMemory { memory.workingSet.unlock(index, .memory) }
    }
    return .success
  }

  private func areLocked(_ pages: ClosedRange<UInt32>, _ options: LockOptions, _ memory: inout UserMemory) -> Bool {
    for page in pages {
      guard let index = workingSetIndex(VirtualAddress(page << 12)), isLocked(memory.workingSet[index], options) else { return false }
    }
    return true
  }

  /// Whole tables that are not there are passed over: a region can be as large as user space.
  private func removeUnlocked(_ pages: ClosedRange<UInt32>, _ memory: inout UserMemory) {
    forEachTable(pages) { part, isPresent in
      guard isPresent else { return }
      for page in part {
        let address = VirtualAddress(page << 12)
        guard let index = workingSetIndex(address), memory.workingSet[index].isRemovable else { continue }
        captureWriteWatch(address, &memory)
        freeEntry(index, &memory.workingSet)
      }
    }
  }

  private func workingSetIndex(_ address: VirtualAddress) -> UInt32? {
    let pde = machine[address.pde]
    guard pde.isValid, !pde.isLarge, case .valid(let frame) = machine[address.pte].state else { return nil }
    return workingSetIndex(of: frame)
  }

  /// Of a page of the working set, whose lock is held: nobody else changes what its frame remembers of it, and so the database is not locked.
  private func workingSetIndex(of frame: PageFrameNumber) -> UInt32 { PfnEntry(machine, frame).workingSetIndex }

  private func isLocked(_ entry: WorkingSetEntry, _ options: LockOptions) -> Bool {
    (!options.locksInWorkingSet || entry.isLocked(.workingSet)) && (!options.locksInMemory || entry.isLocked(.memory))
  }
}
