import Machine

extension MemoryManager {
  /// A fault below the system's half. The process's own locks are enough: no other process sees its pages. NT: the user part of MmAccessFault
  func userFault(_ fault: PageFault, _ space: AddressSpace) -> FaultResolution {
    space.memory.withLock { memory in
      memory.workingSet.counters.faults &+= 1
      let resolution = resolveUserFault(fault, &memory)
      if resolution == .accessViolation { memory.workingSet.counters.accessViolations &+= 1 }
      return resolution
    }
  }

  /// The one switch: every state of a PTE of a process, and where it is resolved.
  @inline(__always)
  func resolveUserFault(_ fault: PageFault, _ memory: inout UserMemory) -> FaultResolution {
    let pde = machine[fault.address.pde]
    guard pde.isValid else { return pde == .zero ? resolveUntouched(fault, &memory) : resolveTable(fault, &memory) }
    guard !pde.isLarge else { return validUserPageFault(fault, pde) }
    let pte = machine[fault.address.pte]
    switch pte.state {
    case .unknown: return resolveUntouched(fault, &memory)
    case .demandZero(let protection):
      if let refusal = refuse(fault, protection, &memory) { return refusal }
      return resolveUserDemandZero(fault, protection, &memory)
    case .transition(let frame, let protection):
      if let refusal = refuse(fault, protection, &memory) { return refusal }
      guard makeRoom(&memory) else { return .noPage }
      return resolveTransition(fault, frame, protection, &memory.workingSet, isUser: true)
    case .valid: return validUserPageFault(fault, pte)
    case .pageFile(_, _, let protection):
      if let refusal = refuse(fault, protection, &memory) { return refusal }
      return resolvePageFile(fault, &memory.workingSet)
    // Nothing writes these below the system's half: there is no section.
    case .prototype: return .accessViolation
    }
  }

  /// The page table is out: it has to come in before anyone can say what the page is. NT: MiDispatchFault for a page table page
  @inline(never)
  private func resolveTable(_ fault: PageFault, _ memory: inout UserMemory) -> FaultResolution {
    do throws(Restart) { try bringInTable(fault.address.pde) } catch { return error.resolution }
    return resolveUserFault(fault, &memory)
  }

  /// The translation is there: either the processor's copy was stale, or the access is not allowed.
  private func validUserPageFault(_ fault: PageFault, _ entry: Pte) -> FaultResolution {
    guard fault.access != .write || entry.isWritable else { return .accessViolation }
    machine.invalidate(fault.address)
    return .resolved
  }

  /// There is no entry yet: the ranges know whether the page is committed. NT: MiCheckVirtualAddress
  @inline(__always)
  private func resolveUntouched(_ fault: PageFault, _ memory: inout UserMemory) -> FaultResolution {
    guard let vad = memory.vads.find(fault.address.page), vad.isCommitted else { return .accessViolation }
    vad.touch()
    let protection = vad.protection
    if let refusal = refuse(fault, protection, &memory) { return refusal }
    do throws(Restart) { try makeUserPageTable(fault.address) } catch { return error.resolution }
    let resolution = resolveUserDemandZero(fault, protection, &memory)
    if resolution == .resolved { memory.pageTables.addUsed(fault.address) }
    return resolution
  }

  @inline(__always)
  private func resolveUserDemandZero(_ fault: PageFault, _ protection: Protection, _ memory: inout UserMemory) -> FaultResolution {
    guard makeRoom(&memory) else { return .noPage }
    return resolveDemandZero(fault, protection, &memory.workingSet, isUser: true)
  }

  // MARK: What may be done with a page

  /// Nil if the access is allowed. NT: MiAccessCheck
  @inline(__always)
  private func refuse(_ fault: PageFault, _ protection: Protection, _ memory: inout UserMemory) -> FaultResolution? {
    protection == .readWrite ? nil : refuseUnusual(fault, protection, &memory)
  }

  private func refuseUnusual(_ fault: PageFault, _ protection: Protection, _ memory: inout UserMemory) -> FaultResolution? {
    if protection.isInaccessible { return .accessViolation }
    if fault.access == .write && !protection.isWritable { return .accessViolation }
    return protection.isGuard ? takeGuardAway(fault.address, protection, &memory) : nil
  }

  /// The page is an ordinary one from now on. NT: the guard page part of MiAccessCheck
  private func takeGuardAway(_ address: VirtualAddress, _ protection: Protection, _ memory: inout UserMemory) -> FaultResolution {
    do throws(Restart) { try makeUserPageTable(address) } catch { return error.resolution }
    let pte = machine[address.pte]
    if pte == .zero { memory.pageTables.addUsed(address) }
    setProtection(ofInvalid: pte, at: address.pte, protection.withoutGuard)
    memory.workingSet.counters.guardPages &+= 1
    return .guardPageViolation
  }

  /// Gives a page that is not valid another protection, in its PTE and where its frame remembers it.
  func setProtection(ofInvalid pte: Pte, at place: PteAddress, _ protection: Protection) {
    guard case .transition = pte.state else {
      machine[place] = pte.withProtection(protection)
      return
    }
    pfnDatabase.withLock { database in
      // Since the entry was read someone may have taken the frame; from here on nobody does.
      let pte = machine[place]
      if case .transition(let frame, _) = pte.state {
        let entry = database.entry(frame)
        entry.original = entry.original.withProtection(protection)
      }
      machine[place] = pte.withProtection(protection)
    }
  }

  // MARK: Room in the working set

  /// Sees to it that the working set can take another page: at its maximum it gives one up for it, unless there is plenty, and also if its list
  /// cannot grow. False if it has none to give. NT: MiAllocateWsle
  @inline(__always)
  func makeRoom(_ memory: inout UserMemory) -> Bool {
    if memory.workingSet.size >= memory.workingSet.maximum { replaceUnlessPlentiful(&memory) }
    return !memory.workingSet.isFull || extendList(&memory)
  }

  @inline(never)
  private func replaceUnlessPlentiful(_ memory: inout UserMemory) { if !isMemoryPlentiful { _ = replacePage(&memory) } }

  @inline(never)
  private func extendList(_ memory: inout UserMemory) -> Bool { growList(&memory.workingSet) || replacePage(&memory) }

  /// NT: MiDoReplacement
  private func replacePage(_ memory: inout UserMemory) -> Bool {
    guard let index = memory.workingSet.nextReplaced() else { return false }
    captureWriteWatch(memory.workingSet[index].address, &memory)
    freeEntry(index, &memory.workingSet)
    memory.workingSet.counters.replaced &+= 1
    return true
  }
}
