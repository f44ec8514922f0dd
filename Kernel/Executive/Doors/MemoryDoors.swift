#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// NT's names for what drivers ask of the memory manager. Sizes are bytes, 0 means there is no memory, and a wrong release is a bug check.

  @c(MmAllocateContiguousMemory) public func mmAllocateContiguousMemory(_ bytes: UInt32, _ highest: UInt32) -> UInt32 {
    var request = ContiguousRequest(pages: bytes >> 12 + (bytes & 0xFFF == 0 ? 0 : 1))
    request.highest = PhysicalAddress(highest)
    return memoryManager.allocateContiguous(request)?.raw ?? 0
  }

  @c(MmFreeContiguousMemory) public func mmFreeContiguousMemory(_ address: UInt32) {
    if let misuse = memoryManager.freeContiguous(VirtualAddress(address)) { stop(misuse, address, 0) }
  }

  @c(MmMapIoSpace) public func mmMapIoSpace(_ physical: UInt32, _ bytes: UInt32) -> UInt32 {
    memoryManager.mapIoSpace(PhysicalAddress(physical), bytes: bytes)?.raw ?? 0
  }

  @c(MmUnmapIoSpace) public func mmUnmapIoSpace(_ address: UInt32, _ bytes: UInt32) {
    if let misuse = memoryManager.unmapIoSpace(VirtualAddress(address), bytes: bytes) { stop(misuse, address, bytes) }
  }

  /// 0 if the address is not valid.
  @c(MmGetPhysicalAddress) public func mmGetPhysicalAddress(_ address: UInt32) -> UInt32 {
    memoryManager.physicalAddress(of: VirtualAddress(address))?.raw ?? 0
  }

  @c(MmIsAddressValid) public func mmIsAddressValid(_ address: UInt32) -> Bool {
    memoryManager.isAddressValid(VirtualAddress(address))
  }

  /// Address space for `count` pages that must be there: without it the system cannot go on. NT: MiReserveSystemPtes, its must-succeed callers
  package func reserveSystemPtesOrStop(_ count: UInt32) -> PteAddress {
    if let pte = memoryManager.reserveSystemPtes(count, .system) { return pte }
    let (free, total) = memoryManager.systemPtes.withLock { ($0.freePages, $0.total) }
    bugCheck(.noMoreSystemPtes, 0, count, free, total)
  }

  /// Gives back a reservation; a bug check when it is none, or still mapped. NT: MiReleaseSystemPtes
  package func releaseSystemPtesOrStop(_ first: PteAddress, _ count: UInt32) {
    if let misuse = memoryManager.releaseSystemPtes(first, count, .system) { stop(misuse, first.mapped.raw, count) }
  }

  private func stop(_ misuse: SystemPtes.Misuse, _ address: UInt32, _ count: UInt32) -> Never {
    bugCheck(.systemPteMisuse, misuse.rawValue, address, count, 0)
  }
#endif
