import Machine

/// What became of a page fault.
package enum FaultResolution: Equatable, Sendable {
  /// The access can be tried again.
  case resolved
  /// The address may not be accessed so. In user mode, or inside a probed access, a status for whoever tried.
  case accessViolation
  /// The first touch of a guard page, which is one no longer. NT: STATUS_GUARD_PAGE_VIOLATION
  case guardPageViolation
  /// The last page that a user stack may grow into. NT: STATUS_STACK_OVERFLOW
  case stackOverflow
  /// A page of nonpaged or freed system memory is missing. NT: bug check 0x50; the parameter is its fourth.
  case invalidSystemAddress(kind: UInt32)
  /// A write to a page of the system that is read-only. NT: bug check 0xBE
  case writeToReadOnly
  /// Every page is in use: the thread waits until one is available and tries again.
  case noPage
  /// The page is in a page file, and its frame waits for its bytes: the caller has them read, reports `endPageIn`, and if that went well resolves the
  /// fault again before he releases the transfer, which holds the frame for him.
  case pageIn(PagingTransfer)
  /// Someone else reads the page: the caller waits for the end of that, leaves the transfer, and tries again. NT: a collided fault
  case collided(PagingTransfer)

  /// What whoever tried is told, if it is a matter of his.
  package var status: Status? {
    switch self {
    case .accessViolation: .accessViolation
    case .guardPageViolation: .guardPageViolation
    case .stackOverflow: .stackOverflow
    case .resolved, .invalidSystemAddress, .writeToReadOnly, .noPage, .pageIn, .collided: nil
    }
  }
}

extension MemoryManager {
  /// Makes the page at `fault.address` accessible if it may be. NT: MmAccessFault
  ///
  /// Called below DISPATCH_LEVEL with no lock held; `space` is the address space in force, nil that of the system process. Follow it downhill:
  /// whose half, the address's region, the state of its PTE, the file of that state.
  @inline(__always)
  package func accessFault(_ fault: PageFault, in space: AddressSpace? = nil) -> FaultResolution {
    if let space, fault.address <= space.highestAddress { return userFault(fault, space) }
    return systemFault(fault)
  }

  /// NT: the system part of MmAccessFault
  @inline(never)
  private func systemFault(_ fault: PageFault) -> FaultResolution {
    guard fault.mode == .kernel, fault.address >= SystemRegion.systemStart else { return .accessViolation }
    guard machine[fault.address.pde].isValid else { return .invalidSystemAddress(kind: 2) }
    // The one region that is paged.
    guard SystemRegion.pagedPool.contains(fault.address) else { return nonpagedSystemFault(fault) }
    return systemWorkingSet.withLock { pagedSystemFault(fault, &$0) }
  }

  /// A fault on memory that is always there: stale, forbidden, or a mistake.
  private func nonpagedSystemFault(_ fault: PageFault) -> FaultResolution {
    let pde = machine[fault.address.pde]
    return validPageFault(fault, pde.isLarge ? pde : machine[fault.address.pte])
  }

  /// The one switch: every state of a PTE in paged system space, and where it is resolved.
  private func pagedSystemFault(_ fault: PageFault, _ workingSet: inout WorkingSet) -> FaultResolution {
    workingSet.counters.faults &+= 1
    guard makeRoom(&workingSet) else { return .noPage }
    let pte = machine[fault.address.pte]
    switch pte.state {
    case .valid: return validPageFault(fault, pte)
    case .demandZero(let protection): return resolveDemandZero(fault, protection, &workingSet)
    case .transition(let frame, let protection): return resolveTransition(fault, frame, protection, &workingSet)
    case .unknown: return .invalidSystemAddress(kind: 0)
    case .pageFile: return resolvePageFile(fault, &workingSet)
    // Nothing writes these in paged pool: there is no section.
    case .prototype: return .invalidSystemAddress(kind: 0)
    }
  }

  /// The translation is there: either the processor's copy was stale, or the access is not allowed.
  private func validPageFault(_ fault: PageFault, _ entry: Pte) -> FaultResolution {
    guard entry.isValid else { return .invalidSystemAddress(kind: 0) }
    guard fault.access != .write || entry.isWritable else { return .writeToReadOnly }
    machine.invalidate(fault.address)
    return .resolved
  }
}
