import Machine

extension MemoryManager {
  /// Decommits or releases memory of `space`, which is in force; `region` becomes what was done, in whole pages. NT: NtFreeVirtualMemory
  ///
  /// A size of 0 means the whole range that starts at the base. The cost grows with the pages that were touched.
  package func freeVirtualMemory(_ space: AddressSpace, _ type: FreeType, _ region: inout MemoryRegion) throws(Restart) -> Status {
    try space.creation.withLock { creation throws(Restart) in
      try space.memory.withLock { memory throws(Restart) in
        guard let vad = memory.vads.find(region.base >> 12) else { return .memoryNotAllocated }
        let (start, end) = (vad.start, vad.end)
        if region.size == 0 && region.base >> 12 != start { return .freeVmNotAtBase }
        let pages = region.size == 0 ? start...end : region.pages
        guard pages.upperBound <= end else { return .unableToFreeVm }
        let isWhole = pages.lowerBound == start && pages.upperBound == end
        // It is given back with all the rest.
        if !vad.isPaged {
          if type == .decommit { return .memoryNotAllocated }
          guard isWhole else { return .unableToFreeVm }
        }
        // When a part is released, what stays is counted too.
        if vad.isTouched { try requireTables(type == .release ? start...end : pages) }
        switch type {
        case .decommit: try decommit(pages, vad, isWhole, &memory, &creation)
        case .release where isWhole: release(vad, &memory, &creation)
        case .release: guard release(pages, of: vad, &memory, &creation) else { return .insufficientResources }
        }
        region = MemoryRegion(pages: pages)
        return .success
      }
    }
  }

  // MARK: Decommitting

  /// NT: MiDecommitPages
  @inline(never)
  private func decommit(
    _ pages: ClosedRange<UInt32>, _ vad: Vad, _ isWhole: Bool, _ memory: inout UserMemory, _ creation: inout AddressCreation
  ) throws(Restart) {
    // Of memory that was committed as a whole, a part is marked page by page.
    let isPart = vad.isCommitted && !isWhole
    if isPart {
      vad.touch()
      try makeUserPageTables(pages)
    }
    let committed = committedPages(pages, vad)
    captureWriteWatch(of: pages, vad)
    deletePages(pages, &memory, leaving: isPart ? .decommitted : .zero)
    if !isPart { vad.isCommitted = false }
    vad.commitCharge -= committed
    giveBackCommitment(committed, &creation)
  }

  // MARK: Releasing

  /// Releases a whole range. NT: MiRemoveVad and MiDeleteVirtualAddresses
  @inline(__always)
  func release(_ vad: Vad, _ memory: inout UserMemory, _ creation: inout AddressCreation) {
    let pages = vad.start...vad.end
    if vad.kind == .largePages { deleteLargePages(pages) } else if vad.isTouched { deletePages(pages, &memory, leaving: .zero) }
    let (before, after) = memory.vads.remove(vad)
    giveBack(pages, vad.commitCharge, between: before, after, &memory, &creation)
    freeVad(vad, &creation)
  }

  /// Releases a part of a range; false if there is no pool. NT: the MEM_RELEASE part of NtFreeVirtualMemory
  @inline(never)
  private func release(_ pages: ClosedRange<UInt32>, of vad: Vad, _ memory: inout UserMemory, _ creation: inout AddressCreation) -> Bool {
    // A hole in the middle leaves two ranges.
    var rest: Vad?
    if pages.lowerBound > vad.start && pages.upperBound < vad.end {
      rest = allocateVad(watched: vad.kind == .writeWatch ? vad.end - pages.upperBound : 0, &creation)
      guard rest != nil else { return false }
    }
    let committed = vad.commitCharge == 0 ? 0 : committedPages(pages, vad)
    deletePages(pages, &memory, leaving: .zero)
    if let rest { splitOff(rest, behind: pages.upperBound, vad, committed, &memory) }
    cut(pages, vad, &memory)
    if rest == nil { vad.commitCharge -= committed }
    let (before, after) = memory.vads.neighbors(of: pages.upperBound)
    giveBack(pages, committed, between: before, after, &memory, &creation)
    return true
  }

  /// The pages are in no range any more; the ranges in front of them and behind them are `before` and `after`, of which either may be none.
  @inline(__always)
  private func giveBack(
    _ pages: ClosedRange<UInt32>, _ committed: UInt32, between before: Vad, _ after: Vad, _ memory: inout UserMemory,
    _ creation: inout AddressCreation
  ) {
    let tables = memory.pageTables.returnCharges(pages, between: before, after)
    creation.note(removedPages: pages.count32)
    giveBackCommitment(committed + tables, resident: tables, &creation)
  }

  /// What lies behind page `last` of `vad` gets a description of its own; `committed` pages in front of it are gone.
  private func splitOff(_ rest: Vad, behind last: UInt32, _ vad: Vad, _ committed: UInt32, _ memory: inout UserMemory) {
    let pages = last + 1...vad.end
    let charge = committedPages(pages, vad)
    if vad.kind == .writeWatch { copyWriteWatch(from: vad, pages, to: rest.writeWatchBitmap) }
    rest.initialize(
      start: pages.lowerBound, end: pages.upperBound, protection: vad.protection, isCommitted: vad.isCommitted, kind: vad.kind, charge: charge)
    if vad.isTouched { rest.touch() }
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
