import Machine

/// Memory mapped by directory entries, 4 MB each, out of consecutive frames: committed and resident as long as it exists, in no working set.
/// NT: MEM_LARGE_PAGES, MiAllocateLargePages
extension MemoryManager {
  private static var largePageBytes: UInt32 { pagesPerTable << 12 }

  /// Fails with `invalidParameter2` or `invalidParameter4` if the region is not made of whole large pages, `insufficientResources` without as
  /// many consecutive frames.
  @inline(never)
  func reserveLargePages(
    _ space: AddressSpace, _ options: AllocationOptions, _ region: inout MemoryRegion, _ creation: inout AddressCreation
  ) -> Status {
    guard region.base & (Self.largePageBytes - 1) == 0 else { return .invalidParameter2 }
    guard region.size & (Self.largePageBytes - 1) == 0 else { return .invalidParameter4 }
    guard !options.protection.isGuard, !options.protection.isInaccessible else { return .invalidPageProtection }
    guard let vad = allocateVad(&creation) else { return .insufficientResources }
    let status = space.memory.withLock { memory -> Status in
      let (pages, behind, refusal) = place(region, options, space, &memory, alignment: pagesPerTable)
      if let refusal { return refusal }
      let status = chargeCommitment(pages.count32, resident: pages.count32, &creation)
      guard status == .success else { return status }
      guard mapLargePages(pages, options.protection) else {
        giveBackCommitment(pages.count32, &creation)
        return .insufficientResources
      }
      vad.initialize(
        start: pages.lowerBound, end: pages.upperBound, protection: options.protection, isCommitted: true, kind: .largePages, charge: pages.count32)
      memory.vads.insert(vad, before: behind)
      creation.note(addedPages: pages.count32)
      region = MemoryRegion(pages: pages)
      return .success
    }
    if !status.isSuccess { freeVad(vad, &creation) }
    return status
  }

  /// If it is false nothing is mapped, and the charge for RAM is given back.
  private func mapLargePages(_ pages: ClosedRange<UInt32>, _ protection: Protection) -> Bool {
    for first in stride(from: pages.lowerBound, through: pages.upperBound, by: UInt32.Stride(pagesPerTable)) {
      guard mapLargePage(VirtualAddress(first << 12), protection) else {
        commitment.withLock { $0.giveBack(0, resident: pages.upperBound - first + 1) }
        if first > pages.lowerBound { deleteLargePages(pages.lowerBound...first - 1) }
        return false
      }
    }
    return true
  }

  private func mapLargePage(_ address: VirtualAddress, _ protection: Protection) -> Bool {
    var request = ContiguousRequest(pages: pagesPerTable)
    request.alignment = Self.largePageBytes
    let start = pfnDatabase.withLock { database -> PageFrameNumber? in
      guard let start = database.removeContiguous(request) else { return nil }
      for page in 0..<pagesPerTable {
        database.initialize(start + page, pte: address.pde, original: .demandZero(protection), isModified: true)
      }
      return start
    }
    guard let start else { return false }
    for page in 0..<pagesPerTable { hyperspace.withLock { $0.zero(start + page) } }
    machine[address.pde] = .userLarge(start, protection)
    return true
  }

  /// NT: MiFreeLargePages
  @inline(never)
  func deleteLargePages(_ pages: ClosedRange<UInt32>) {
    for first in stride(from: pages.lowerBound, through: pages.upperBound, by: UInt32.Stride(pagesPerTable)) {
      let pde = VirtualAddress(first << 12).pde
      let start = machine[pde].frame
      machine[pde] = .zero
      machine.invalidate(VirtualAddress(first << 12))
      pfnDatabase.withLock { database in
        for page in 0..<pagesPerTable { database.deleteUnmapped(start + page) }
      }
      commitment.withLock { $0.giveBack(0, resident: pagesPerTable) }
    }
  }
}
