import Machine

extension MemoryManager {
  /// Maps device memory, not cached. `bytes` from `physical` on, which need not be page aligned; nil without address space,
  /// for no bytes, past 4 GB, or over RAM that is no one's. NT: MmMapIoSpace
  package func mapIoSpace(_ physical: PhysicalAddress, bytes: UInt32) -> VirtualAddress? {
    guard bytes > 0, bytes - 1 <= UInt32.max - physical.raw else { return nil }
    let offset = physical.raw & (pageSize - 1)
    let pages = (physical.raw + (bytes - 1)) >> 12 - physical.raw >> 12 + 1
    let run = FrameRun(start: physical.frame, count: pages)
    guard pfnDatabase.withLock({ $0.isMappable(run) }), let first = reserveSystemPtes(pages, .system) else { return nil }
    for page in 0..<pages {
      let frame = run.start + page
      // RAM that is mapped a second time must be cached as it is the first time.
      let isRam = pfnDatabase.withLock { $0.memory.contains(frame) }
      machine[first + page] = isRam ? .kernel(frame) : .device(frame)
    }
    return first.mapped + offset
  }

  /// Takes back what `mapIoSpace` returned for as many bytes; says so, and changes nothing, if it did not. NT: MmUnmapIoSpace
  package func unmapIoSpace(_ address: VirtualAddress, bytes: UInt32) -> SystemPtes.Misuse? {
    guard bytes > 0, bytes - 1 <= UInt32.max - address.raw else { return .wrongCount }
    let pages = (address.raw + (bytes - 1)) >> 12 - address.page + 1
    let first = address.pageBase.pte
    let reserved = systemPtes.withLock { $0.reservedCount(first) }
    guard let reserved, !ownsFrame(first), reserved == 1 || !ownsFrame(first + 1) else { return .notReserved }
    guard reserved == pages else { return .wrongCount }
    for page in 0..<pages { machine[first + page] = .zero }
    return releaseSystemPtes(first, pages, .system)
  }

  /// The physical address that `address` translates to; nil if it is not valid. NT: MmGetPhysicalAddress
  package func physicalAddress(of address: VirtualAddress) -> PhysicalAddress? {
    let pde = machine[address.pde]
    guard pde.isValid else { return nil }
    if pde.isLarge { return PhysicalAddress(pde.frame.address.raw + address.raw & 0x3F_FFFF) }
    let pte = machine[address.pte]
    return pte.isValid ? PhysicalAddress(pte.frame.address.raw + address.pageOffset) : nil
  }

  /// An access would not fault now. NT: MmIsAddressValid
  package func isAddressValid(_ address: VirtualAddress) -> Bool {
    let pde = machine[address.pde]
    return pde.isValid && (pde.isLarge || machine[address.pte].isValid)
  }
}
