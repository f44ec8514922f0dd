import Machine

extension MemoryManager {
  func systemPteSpace(_ type: SystemPteType) -> Locked<SystemPtes> { type == .system ? systemPtes : nonpagedExpansion }

  /// Address space for `count` pages, or nil if there is none left; a failure is counted. NT: MiReserveSystemPtes
  @inline(__always)
  package func reserveSystemPtes(_ count: UInt32, _ type: SystemPteType) -> PteAddress? {
    guard count > 0 else { return nil }
    if let pte = systemPteSpace(type).withLock({ $0.reserve(count) }) { return pte }
    return reserveGrowing(count, alignment: 1, type)
  }

  /// The same with the first address a multiple of `alignment` pages, a power of two. NT: MiReserveAlignedSystemPtes
  package func reserveSystemPtes(_ count: UInt32, alignment: UInt32, _ type: SystemPteType) -> PteAddress? {
    guard count > 0, alignment.nonzeroBitCount == 1 else { return nil }
    return reserveGrowing(count, alignment: alignment, type)
  }

  @inline(never)
  private func reserveGrowing(_ count: UInt32, alignment: UInt32, _ type: SystemPteType) -> PteAddress? {
    let (needed, overflow) = count.addingReportingOverflow(alignment - 1)
    return systemPteSpace(type).withLock { space in
      while !overflow && needed <= space.limit - space.inUse {
        let found = alignment == 1 ? space.reserve(count) : space.reserve(count, alignment: alignment)
        if let found { return found }
        guard grow(&space, type) else { break }
      }
      space.noteFailure()
      return nil
    }
  }

  /// Gives back a reservation; says what is wrong, and changes nothing, if it is none or is still mapped. NT: MiReleaseSystemPtes
  @inline(__always)
  package func releaseSystemPtes(_ first: PteAddress, _ count: UInt32, _ type: SystemPteType) -> SystemPtes.Misuse? {
    systemPteSpace(type).withLock { $0.release(first, count) }
  }

  /// Adds 4 MB of address space: its page table and its part of the bookkeeping.
  func grow(_ space: inout SystemPtes, _ type: SystemPteType) -> Bool {
    let grown = space.total
    let pages = min(pagesPerTable, space.limit - grown)
    guard pages > 0, growTable(space.runs.table, from: grown, pages, bytesPerPage: PageRuns.bytesPerPage) else { return false }
    if type == .nonpagedPoolExpansion {
      let index = NonpagedPool.firstExpansion + grown
      guard growTable(SystemLayout.nonpagedPoolPages, from: index, pages, bytesPerPage: PoolPage.bytes) else { return false }
    }
    guard makePageTable(for: space.start + grown << 12) else { return false }
    space.grow(pages)
    return true
  }
}
