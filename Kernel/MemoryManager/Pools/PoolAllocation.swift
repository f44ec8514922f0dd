import Machine

/// What became of a request for pool.
package enum PoolAllocation: Equatable {
  case block(VirtualAddress)
  /// There is no memory; it was counted.
  case failed
  case misuse(PoolMisuse)
}

extension MemoryManager {
  /// The most bytes that come from a page shared with others; more take whole pages.
  package static var largestBlockBytes: UInt32 { 4080 }
  /// The most bytes of one allocation: what a run of either pool could ever hold.
  package static var largestPoolBytes: UInt32 { 112 << 20 }

  /// `bytes` of pool, not zeroed, 8-byte aligned, and page aligned from a page up. NT: ExAllocatePoolWithTag
  ///
  /// Nonpaged pool at DISPATCH_LEVEL or below, paged pool below it.
  @inline(__always)
  package func allocatePool(_ type: PoolType, bytes: UInt32, tag: PoolTag) -> PoolAllocation {
    if let block = allocateFromLookaside(type, bytes: bytes, tag: tag) { return .block(block) }
    return allocateFromPool(type, bytes: bytes, tag: tag)
  }

  /// The short way: a block that a lookaside list of its size keeps; nil, and nothing has changed, if there is none or anything is not
  /// as it should be.
  @inline(__always)
  private func allocateFromLookaside(_ type: PoolType, bytes: UInt32, tag: PoolTag) -> VirtualAddress? {
    guard bytes &- 1 < Lookasides.largestBytes, tag.raw != 0, let counters = PoolTags.findAtOnce(tag, machine) else { return nil }
    if type == .paged && Irql.isAtDispatchOrAbove { return nil }
    let units = (bytes &+ 15) >> 3
    guard let header = lookasides.slot(type, units).take() ?? lookasides.pop(type, units) else { return nil }
    // No lock is held: the header of a paged block may have to be brought back.
    machine.write32(header + 4, tag.raw)
    PoolTags.countAllocation(counters, type, bytes: units << 3, machine)
    return header + 8
  }

  @inline(never)
  private func allocateFromPool(_ type: PoolType, bytes: UInt32, tag: PoolTag) -> PoolAllocation {
    guard bytes > 0 else { return .misuse(.zeroBytes(type, tag)) }
    guard Irql.current <= type.highestIrql.rawValue else { return .misuse(.irql(allocating: bytes, type)) }
    guard bytes <= Self.largestPoolBytes else { return failPool(type) }
    let tag = tag.raw == 0 ? PoolTag.none : tag
    let counters = counters(of: tag)
    guard bytes <= Self.largestBlockBytes else { return allocatePages(type, bytes: bytes, tag: tag, counters) }
    let units = (bytes + 15) >> 3
    guard let header = allocateBlock(type, units) else { return failPool(type) }
    machine.write32(header + 4, tag.raw)
    let size = PoolHeader(raw: machine.read32(header)).size
    PoolTags.countAllocation(counters, type, bytes: size << 3, machine)
    return .block(header + 8)
  }

  @inline(__always)
  private func counters(of tag: PoolTag) -> VirtualAddress {
    PoolTags.findAtOnce(tag, machine) ?? PoolTags.find(tag, machine) ?? poolTags.withLock { $0.insert(tag) }
  }

  private func failPool(_ type: PoolType) -> PoolAllocation {
    withPool(type) { pool, _ in pool.failures += 1 }
    return .failed
  }

  /// Tries until the pool has a block: what it lacks is got with no lock held.
  @inline(__always)
  private func allocateBlock(_ type: PoolType, _ units: UInt32) -> VirtualAddress? {
    var isDrained = false
    while true {
      switch withPool(type, { pool, address in pool.allocateBlock(units, base: address) }) {
      case .block(let header): return header
      case .notResident(let address): machine.touch(address)
      case .needsPage:
        if addPageOfBlocks(type) { continue }
        guard !isDrained, drainPools(for: type) else { return nil }
        isDrained = true
      }
    }
  }

  private func addPageOfBlocks(_ type: PoolType) -> Bool {
    guard let index = takePoolPages(type, 1) else { return false }
    let address = poolAddress(type, index)
    while !withPool(type, { pool, _ in pool.adopt(index, at: address) }) { machine.touch(address) }
    return true
  }

  private func allocatePages(_ type: PoolType, bytes: UInt32, tag: PoolTag, _ counters: VirtualAddress) -> PoolAllocation {
    let pages = (bytes + pageSize - 1) >> 12
    guard let index = takePoolPages(type, pages) ?? takeDrainedPages(type, pages) else { return failPool(type) }
    return noteLarge(type, index, pages, tag, counters)
  }

  @inline(__always)
  private func noteLarge(_ type: PoolType, _ index: UInt32, _ pages: UInt32, _ tag: PoolTag, _ counters: VirtualAddress) -> PoolAllocation {
    withPool(type) { pool, _ in pool.noteLarge(index, tag: tag) }
    PoolTags.countAllocation(counters, type, bytes: pages << 12, machine)
    return .block(poolAddress(type, index))
  }

  private func takeDrainedPages(_ type: PoolType, _ pages: UInt32) -> UInt32? { drainPools(for: type) ? takePoolPages(type, pages) : nil }

  /// Whole pages of nonpaged pool, at least one byte, for what lets more be promised: where nothing more can be they come out of the pages held
  /// back for those who make good on promises. Given back as all pool.
  @inline(never)
  package func allocateReservePool(bytes: UInt32, tag: PoolTag) -> PoolAllocation {
    let pages = (bytes - 1) >> 12 + 1
    guard pages <= Self.largestPoolBytes >> 12, let index = takePoolPages(.nonpaged, pages) ?? takeReservePages(pages) else {
      return failPool(.nonpaged)
    }
    return noteLarge(.nonpaged, index, pages, tag, counters(of: tag))
  }

  /// Reaches the pool under its lock. Paged pool is reached with the system working set locked too, so that what is found resident stays so.
  @inline(__always)
  func withPool<Result>(_ type: PoolType, _ body: (inout Pool, (UInt32) -> VirtualAddress) -> Result) -> Result {
    switch type {
    case .nonpaged: nonpagedPool.withLock { body(&$0.pool, NonpagedPool.address) }
    case .paged: systemWorkingSet.withLock { _ in pagedPool.withLock { body(&$0.pool, PagedPool.address) } }
    }
  }

  func poolAddress(_ type: PoolType, _ index: UInt32) -> VirtualAddress {
    type == .nonpaged ? NonpagedPool.address(index) : PagedPool.address(index)
  }
}
