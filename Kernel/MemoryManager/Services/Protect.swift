import Machine

extension MemoryManager {
  /// Gives committed pages of one range another protection; `region` becomes what was done, in whole pages, and `old` the protection that the
  /// first page had. `wasUnlocked` if that took locked pages out of the working set. NT: NtProtectVirtualMemory
  package func protectVirtualMemory(
    _ space: AddressSpace, _ protection: Protection, _ region: inout MemoryRegion, old: inout UInt32
  ) throws(Restart) -> Status {
    try space.memory.withLock { memory throws(Restart) in
      let pages = region.pages
      guard let vad = memory.vads.find(pages.lowerBound), pages.upperBound <= vad.end else { return .conflictingAddresses }
      if vad.isPrivate && protection.isCopyOnWrite { return .invalidPageProtection }
      if !vad.isPaged {
        guard protection == vad.protection else { return .conflictingAddresses }
        old = protection.win32
        region = MemoryRegion(pages: pages)
        return .success
      }
      vad.touch()
      if try requireTables(pages) {
        guard areCommitted(pages, vad) else { return .notCommitted }
      } else {
        guard areCommittedAlsoWithoutTables(pages, vad) else { return .notCommitted }
        try makeUserPageTables(pages)
      }
      old = self.protection(of: machine[VirtualAddress(pages.lowerBound << 12).pte], vad).win32
      let locked = memory.workingSet.locked
      for page in pages { setProtection(ofCommitted: VirtualAddress(page << 12), protection, &memory) }
      region = MemoryRegion(pages: pages)
      return memory.workingSet.locked < locked ? .wasUnlocked : .success
    }
  }

  @inline(__always)
  private func areCommitted(_ pages: ClosedRange<UInt32>, _ vad: Vad) -> Bool {
    for page in pages where !isCommitted(machine[VirtualAddress(page << 12).pte], vad) { return false }
    return true
  }

  /// Where there is no page table the range says what its pages are.
  @inline(never)
  private func areCommittedAlsoWithoutTables(_ pages: ClosedRange<UInt32>, _ vad: Vad) -> Bool {
    var areAll = true
    forEachTable(pages) { part, isPresent in if !(isPresent ? areCommitted(part, vad) : vad.isCommitted) { areAll = false } }
    return areAll
  }

  @inline(__always)
  private func setProtection(ofCommitted address: VirtualAddress, _ protection: Protection, _ memory: inout UserMemory) {
    let pte = machine[address.pte]
    guard pte == .zero else { return setProtection(of: address, pte, protection, &memory) }
    machine[address.pte] = .demandZero(protection)
    memory.pageTables.addUsed(address)
  }

  /// The protection of a committed page, valid or not. Its page table is there unless nothing but the range says what it is. The lock of the
  /// working set is held, and so the database is not locked: nobody else changes what the frame of a page in it remembers.
  @inline(__always)
  func protection(of address: VirtualAddress, _ vad: Vad) -> Protection {
    machine[address.pde].isValid ? protection(of: machine[address.pte], vad) : vad.protection
  }

  @inline(__always)
  private func protection(of pte: Pte, _ vad: Vad) -> Protection {
    switch pte.state {
    case .valid(let frame): return PfnEntry(machine, frame).original.softwareProtection
    case .unknown: return vad.protection
    case .demandZero(let protection), .transition(_, let protection), .pageFile(_, _, let protection): return protection
    case .prototype: return vad.protection
    }
  }

  /// Gives a page whose entry `pte` is not zero another protection. NT: MiSetProtectionOnTransitionPte and the loop of MiProtectVirtualMemory
  @inline(__always)
  func setProtection(of address: VirtualAddress, _ pte: Pte, _ protection: Protection, _ memory: inout UserMemory) {
    guard case .valid(let frame) = pte.state, !protection.isInaccessible, !protection.isGuard else {
      return setUnusualProtection(of: address, pte, protection, &memory)
    }
    setOriginal(of: frame, protection)
    machine[address.pte] = .resolved(frame, protection, dirty: pte.isDirty, isUser: true)
    machine.invalidate(address)
  }

  /// The page is not resident, or is to be one that nobody may touch, or whose touch is to be noticed: such a page leaves the working set, for the
  /// processor cannot tell.
  @inline(never)
  private func setUnusualProtection(of address: VirtualAddress, _ pte: Pte, _ protection: Protection, _ memory: inout UserMemory) {
    guard case .valid(let frame) = pte.state else { return setProtection(ofInvalid: pte, at: address.pte, protection) }
    setOriginal(of: frame, protection)
    captureWriteWatch(address, &memory)
    freeEntry(PfnEntry(machine, frame).workingSetIndex, &memory.workingSet)
  }

  /// What the frame of a resident page remembers of its protection. As in `protection(of:)` the database need not be locked, unless the page is
  /// still being written: the end of that changes the same word. No page that is resident begins to be written.
  @inline(__always)
  private func setOriginal(of frame: PageFrameNumber, _ protection: Protection) {
    let entry = PfnEntry(machine, frame)
    guard entry.state.isWriting else {
      entry.original = entry.original.withProtection(protection)
      return
    }
    pfnDatabase.withLock { database in
      let entry = database.entry(frame)
      entry.original = entry.original.withProtection(protection)
    }
  }
}
