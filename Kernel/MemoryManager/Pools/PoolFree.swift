import Machine

extension MemoryManager {
  /// Gives back what `allocatePool` returned. `tag` must be the one it was allocated with; nil frees whatever the tag. NT: ExFreePoolWithTag
  @inline(__always)
  package func freePool(_ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    if let tag, freeToSlot(address, tag) { return nil }
    return freeToPool(address, tag: tag)
  }

  /// The short way: the block goes to the slot of its size. False, and nothing has changed, if that is taken or if anything is not as it should be.
  @inline(__always)
  private func freeToSlot(_ address: VirtualAddress, _ tag: PoolTag) -> Bool {
    guard address.raw & 0xFF8 != 0, address.raw & 7 == 0, let type = poolType(of: address) else { return false }
    if type == .paged && Irql.isAtDispatchOrAbove { return false }
    let place = VirtualAddress(address.raw &- 8)
    let header = PoolHeader(raw: machine.read32(place))
    guard header.isOwned(by: type), tag.raw != 0, machine.read32(place + 4) == tag.raw, header.size <= Lookasides.largestUnits else { return false }
    guard let counters = PoolTags.findAtOnce(tag, machine) else { return false }
    // Without its tag the block is no one's: a second free is seen. It goes before the block can be handed out again.
    machine.write32(place + 4, 0)
    guard lookasides.slot(type, header.size).put(place) else {
      machine.write32(place + 4, tag.raw)
      return false
    }
    PoolTags.countFree(counters, type, bytes: header.size << 3, machine)
    return true
  }

  /// The pool that owns the address, by where it lies.
  @inline(__always)
  package func poolType(of address: VirtualAddress) -> PoolType? {
    if address - SystemLayout.nonpagedPool < SystemLayout.nonpagedPoolEnd - SystemLayout.nonpagedPool { return .nonpaged }
    if address - SystemRegion.pagedPool.start < SystemRegion.systemPtes.start - SystemRegion.pagedPool.start { return .paged }
    let expansion = SystemRegion.nonpagedPoolExpansion.start
    return address - expansion < SystemRegion.crashDump.start - expansion ? .nonpaged : nil
  }

  @inline(never)
  private func freeToPool(_ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    guard let type = poolType(of: address) else { return .notFromPool(address) }
    guard type == .nonpaged || !Irql.isAtDispatchOrAbove else { return .irql(freeing: address) }
    guard let index = poolPageIndex(type, address) else { return .notAllocated(address, type) }
    let state = withPool(type) { pool, _ in pool.page(index).state }
    switch state.kind {
    case .large: return address.isPageAligned ? freePages(type, index, address, tag: tag) : .notAllocated(address, type)
    case .blocks: return address.isPageAligned || address.raw & 7 != 0 ? .notAllocated(address, type) : freeBlock(type, index, address, tag: tag)
    case .none: return .notAllocated(address, type)
    }
  }

  /// What the pool knows of the page that `address` is in; nil if it has none there.
  package func poolPage(_ type: PoolType, _ address: VirtualAddress) -> PoolPage? {
    guard let index = poolPageIndex(type, address) else { return nil }
    return withPool(type) { pool, _ in pool.page(index) }
  }

  /// The index of the page if the pool has one there.
  private func poolPageIndex(_ type: PoolType, _ address: VirtualAddress) -> UInt32? {
    switch type {
    case .paged:
      let index = PagedPool.index(address)
      return index < pagedPool.withLock { $0.runs.grown } ? index : nil
    case .nonpaged:
      let index = NonpagedPool.index(address)
      let isThere =
        index < NonpagedPool.firstExpansion
        ? index < nonpagedPool.withLock { $0.initial.grown }
        : index - NonpagedPool.firstExpansion < nonpagedExpansion.withLock { $0.total }
      return isThere ? index : nil
    }
  }

  private func freePages(_ type: PoolType, _ index: UInt32, _ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    let found = withPool(type) { pool, _ in pool.page(index).tag }
    if let tag, tag != found { return .wrongTag(address, found: found, given: tag) }
    withPool(type) { pool, _ in pool.noteNone(index) }
    guard let pages = giveBackPoolPages(type, index) else { return .notAllocated(address, type) }
    if let counters = PoolTags.find(found, machine) { PoolTags.countFree(counters, type, bytes: pages << 12, machine) }
    return nil
  }

  private func freeBlock(_ type: PoolType, _ index: UInt32, _ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    let place = VirtualAddress(address.raw &- 8)
    let header = PoolHeader(raw: machine.read32(place))
    let found = PoolTag(raw: machine.read32(place + 4))
    guard !header.isFree && found.raw != 0 else { return .alreadyFree(address, header) }
    guard header.type == type else { return .damagedHeader(place, kind: 0x20, header) }
    if let tag, tag != found { return .wrongTag(address, found: found, given: tag) }
    machine.write32(place + 4, 0)
    if !lookasides.push(type, header.size, place), let kind = returnBlock(type, index, place) {
      machine.write32(place + 4, found.raw)
      return .damagedHeader(place, kind: kind, header)
    }
    if let counters = PoolTags.find(found, machine) { PoolTags.countFree(counters, type, bytes: header.size << 3, machine) }
    return nil
  }

  /// Joins a block that no one owns with its page; what is wrong with its header, if anything is.
  private func returnBlock(_ type: PoolType, _ index: UInt32, _ place: VirtualAddress) -> UInt32? {
    while true {
      switch withPool(type, { pool, _ in pool.freeBlock(place, index: index) }) {
      case .notResident: machine.touch(place)
      case .damaged(let kind): return kind
      case .done: return nil
      case .emptied:
        _ = giveBackPoolPages(type, index)
        return nil
      }
    }
  }

  /// Once a second the lookaside lists follow demand; what they no longer keep goes back to the pools. NT: ExAdjustLookasideDepth
  package func adjustLookasideDepths() {
    lookasides.adjustDepths { type, place in
      if let index = poolPageIndex(type, place) { _ = returnBlock(type, index, place) }
    }
  }
}
