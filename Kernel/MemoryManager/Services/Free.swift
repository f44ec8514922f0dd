import Machine

extension MemoryManager {
  /// Decommits or releases memory of `space`, which is in force; `region` becomes what was done, in whole pages. NT: NtFreeVirtualMemory
  ///
  /// A size of 0 means the whole range that starts at the base. The cost grows with the pages that were touched.
  package func freeVirtualMemory(_ space: AddressSpace, _ type: FreeType, _ region: inout MemoryRegion) -> Status {
    space.creation.withLock { creation in
      let vad = space.memory.withLock { $0.vads.find(region.base >> 12) }
      guard let vad else { return .memoryNotAllocated }
      if region.size == 0 && region.base >> 12 != vad.start { return .freeVmNotAtBase }
      let pages = region.size == 0 ? vad.start...vad.end : region.pages
      guard pages.upperBound <= vad.end else { return .unableToFreeVm }
      // It is given back with all the rest.
      if !vad.isPaged {
        if type == .decommit { return .memoryNotAllocated }
        guard pages == vad.start...vad.end else { return .unableToFreeVm }
      }
      let status =
        switch type {
        case .decommit: decommit(pages, vad, space, &creation)
        case .release: release(pages, vad, space, &creation)
        }
      if status.isSuccess { region = MemoryRegion(pages: pages) }
      return status
    }
  }

  // MARK: Decommitting

  /// NT: MiDecommitPages
  private func decommit(_ pages: ClosedRange<UInt32>, _ vad: Vad, _ space: AddressSpace, _ creation: inout AddressCreation) -> Status {
    space.memory.withLock { memory in
      // Of memory that was committed as a whole, a part is marked page by page.
      let isPart = vad.isCommitted && pages != vad.start...vad.end
      if isPart && !makeUserPageTables(pages) { return .insufficientResources }
      let committed = committedPages(pages, vad)
      captureWriteWatch(of: pages, vad)
      deletePages(pages, &memory, leaving: isPart ? .decommitted : .zero)
      if !isPart { vad.isCommitted = false }
      vad.commitCharge -= committed
      giveBackCommitment(committed, &creation)
      return .success
    }
  }

  // MARK: Releasing

  /// NT: the MEM_RELEASE part of NtFreeVirtualMemory
  private func release(_ pages: ClosedRange<UInt32>, _ vad: Vad, _ space: AddressSpace, _ creation: inout AddressCreation) -> Status {
    if pages == vad.start...vad.end {
      release(vad, space, &creation)
      return .success
    }
    // A hole in the middle leaves two ranges.
    var rest: Vad?
    if pages.lowerBound > vad.start && pages.upperBound < vad.end {
      rest = allocateVad(watched: vad.kind == .writeWatch ? vad.end - pages.upperBound : 0, &creation)
      guard rest != nil else { return .insufficientResources }
    }
    space.memory.withLock { memory in
      let committed = vad.commitCharge == 0 ? 0 : committedPages(pages, vad)
      deletePages(pages, &memory, leaving: .zero)
      if let rest { splitOff(rest, behind: pages.upperBound, vad, committed, &memory) }
      cut(pages, vad, &memory)
      if rest == nil { vad.commitCharge -= committed }
      let after = memory.vads.firstAtOrAfter(pages.upperBound)
      let before = if let after { memory.vads.previous(before: after) } else { memory.vads.last }
      giveBack(pages, committed, between: before, after, &memory, &creation)
    }
    return .success
  }

  /// Releases a whole range. NT: MiRemoveVad and MiDeleteVirtualAddresses
  func release(_ vad: Vad, _ space: AddressSpace, _ creation: inout AddressCreation) {
    let pages = vad.start...vad.end
    space.memory.withLock { memory in
      if vad.kind == .largePages { deleteLargePages(pages) } else { deletePages(pages, &memory, leaving: .zero) }
      let (before, after) = memory.vads.remove(vad)
      giveBack(pages, vad.commitCharge, between: before, after, &memory, &creation)
    }
    freeVad(vad, &creation)
  }

  /// The pages are in no range any more; the ranges in front of them and behind them are `before` and `after`.
  @inline(__always)
  private func giveBack(
    _ pages: ClosedRange<UInt32>, _ committed: UInt32, between before: Vad?, _ after: Vad?, _ memory: inout UserMemory,
    _ creation: inout AddressCreation
  ) {
    let tables = memory.pageTables.returnCharges(pages, before: before?.end, after: after?.start)
    creation.note(removedPages: pages.count32)
    giveBackCommitment(committed + tables, &creation)
  }

  /// What lies behind page `last` of `vad` gets a description of its own; `committed` pages in front of it are gone.
  private func splitOff(_ rest: Vad, behind last: UInt32, _ vad: Vad, _ committed: UInt32, _ memory: inout UserMemory) {
    let pages = last + 1...vad.end
    let charge = committedPages(pages, vad)
    if vad.kind == .writeWatch { copyWriteWatch(from: vad, pages, to: rest.writeWatchBitmap) }
    rest.initialize(start: pages.lowerBound, end: pages.upperBound, protection: vad.protection, isCommitted: vad.isCommitted, kind: vad.kind, charge: charge)
    vad.commitCharge -= committed + charge
    memory.vads.shrink(vad, start: vad.start, end: last)
    memory.vads.insert(rest)
  }

  /// Takes `pages`, which are at either end, off the range.
  private func cut(_ pages: ClosedRange<UInt32>, _ vad: Vad, _ memory: inout UserMemory) {
    if pages.lowerBound > vad.start {
      memory.vads.shrink(vad, start: vad.start, end: pages.lowerBound - 1)
    } else {
      if vad.kind == .writeWatch { moveWriteWatch(of: vad, by: pages.count32) }
      memory.vads.shrink(vad, start: pages.upperBound + 1, end: vad.end)
    }
  }
}
