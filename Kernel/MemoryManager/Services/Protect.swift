import Machine

extension MemoryManager {
  /// Gives committed pages of one range another protection; `region` becomes what was done, in whole pages, and `old` the protection that the
  /// first page had. `wasUnlocked` if that took locked pages out of the working set. NT: NtProtectVirtualMemory
  package func protectVirtualMemory(
    _ space: AddressSpace, _ protection: Protection, _ region: inout MemoryRegion, old: inout UInt32
  ) -> Status {
    space.creation.withLock { creation in
      space.memory.withLock { memory in
        let pages = region.pages
        guard let vad = memory.vads.find(pages.lowerBound), pages.upperBound <= vad.end else { return .conflictingAddresses }
        if vad.isPrivate && protection.isCopyOnWrite { return .invalidPageProtection }
        if !vad.isPaged {
          guard protection == vad.protection else { return .conflictingAddresses }
          old = protection.win32
          region = MemoryRegion(pages: pages)
          return .success
        }
        guard committedPages(pages, vad) == pages.count32 else { return .notCommitted }
        guard makeUserPageTables(pages) else { return .insufficientResources }
        old = self.protection(of: VirtualAddress(pages.lowerBound << 12), vad).win32
        let locked = memory.workingSet.locked
        for page in pages { setProtection(ofCommitted: VirtualAddress(page << 12), protection, vad, &memory) }
        region = MemoryRegion(pages: pages)
        return memory.workingSet.locked < locked ? .wasUnlocked : .success
      }
    }
  }

  private func setProtection(ofCommitted address: VirtualAddress, _ protection: Protection, _ vad: Vad, _ memory: inout UserMemory) {
    guard machine[address.pte] == .zero else { return setProtection(of: address, protection, &memory) }
    machine[address.pte] = .demandZero(protection)
    memory.pageTables.addUsed(address)
  }

  /// The protection of a committed page, valid or not. Its page table is there unless nothing but the range says what it is. The lock of the
  /// working set is held, and so the database is not locked: nobody else changes what the frame of a page in it remembers.
  @inline(__always)
  func protection(of address: VirtualAddress, _ vad: Vad) -> Protection {
    guard machine[address.pde].isValid else { return vad.protection }
    let pte = machine[address.pte]
    switch pte.state {
    case .valid(let frame): return PfnEntry(machine, frame).original.softwareProtection
    case .unknown: return vad.protection
    case .demandZero(let protection), .transition(_, let protection), .pageFile(_, _, let protection): return protection
    case .prototype: return vad.protection
    }
  }

  /// Gives a page whose entry is not zero another protection. A resident page that nobody may touch, or whose touch is to be noticed, leaves
  /// the working set: the processor cannot tell. NT: MiSetProtectionOnTransitionPte and the loop of MiProtectVirtualMemory
  func setProtection(of address: VirtualAddress, _ protection: Protection, _ memory: inout UserMemory) {
    let pte = machine[address.pte]
    guard case .valid(let frame) = pte.state else { return setProtection(ofInvalid: pte, at: address.pte, protection) }
    if protection.isInaccessible || protection.isGuard {
      let index = pfnDatabase.withLock { database in
        database.entry(frame).original = .demandZero(protection)
        return database.entry(frame).workingSetIndex
      }
      captureWriteWatch(address, &memory)
      return freeEntry(index, &memory.workingSet)
    }
    pfnDatabase.withLock { $0.entry(frame).original = .demandZero(protection) }
    machine[address.pte] = .resolved(frame, protection, dirty: pte.isDirty, isUser: true)
    machine.invalidate(address)
  }
}
