import Machine

extension MemoryManager {
  /// A fault again, when `transfer` has been read for it. While memory is plentiful the neighbours that were read along come into the working set too, as
  /// pages that have not been accessed: going through memory costs a fault a cluster, and pages nobody wanted are the first to be replaced.
  package func accessFault(_ fault: PageFault, in space: AddressSpace?, after transfer: PagingTransfer?) -> FaultResolution {
    let resolution = accessFault(fault, in: space)
    if resolution == .resolved, let transfer, transfer.pageCount > 1, let space, fault.address <= space.highestAddress {
      space.memory.withLock { addNeighbours(of: fault.address, transfer, &$0.workingSet) }
    }
    return resolution
  }

  private func addNeighbours(of address: VirtualAddress, _ transfer: PagingTransfer, _ workingSet: inout WorkingSet) {
    // Since the fault was resolved anything may have become of the page and of its page table.
    let pde = machine[address.pde]
    guard pde.isValid, !pde.isLarge, machine[address.pte].isValid else { return }
    pfnDatabase.withLock { database in
      guard database.isPlentiful, let awaited = transfer.awaited, database.entry(awaited).pte == address.pte else { return }
      let (mdl, first, protection) = (transfer.mdl, address.pte - transfer.awaitedPage, database.entry(awaited).original.softwareProtection)
      for page in 0..<mdl.pageCount where !workingSet.isFull { database.addUnaccessed(mdl[page], at: first + page, protection, &workingSet) }
    }
  }
}

extension PfnDatabase {
  /// Only what nobody has used or changed since it was read, and what may be accessed as the page beside it.
  @inline(__always)
  fileprivate mutating func addUnaccessed(_ frame: PageFrameNumber, at pte: PteAddress, _ protection: Protection, _ workingSet: inout WorkingSet) {
    let entry = entry(frame)
    guard machine[pte] == .transition(frame, protection), !entry.state.isModified else { return }
    reactivate(frame)
    entry.workingSetIndex = workingSet.insert(pte.mapped)
    machine[pte] = Pte.resolved(frame, protection, dirty: false, isUser: true).notAccessed
  }
}
