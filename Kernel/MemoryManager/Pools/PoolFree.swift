import Machine

extension MemoryManager {
  /// Gives back what `allocatePool` returned. `tag` must be the one it was allocated with; nil frees whatever the tag. NT: ExFreePoolWithTag
  @inline(__always)
  package func freePool(_ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    if let tag, freeToLookaside(address, tag) { return nil }
    return freeToPool(address, tag: tag)
  }

  /// The short way: a lookaside list of its size keeps the block. False, and nothing has changed, if none has room or if anything is not
  /// as it should be.
  @inline(__always)
  private func freeToLookaside(_ address: VirtualAddress, _ tag: PoolTag) -> Bool {
    guard address.raw & 0xFF8 != 0, address.raw & 7 == 0, let type = poolType(of: address) else { return false }
    if type == .paged && Irql.isAtDispatchOrAbove { return false }
    guard poolPageIndex(type, address) != nil else { return false }
    let place = VirtualAddress(address.raw &- 8)
    let header = PoolHeader(raw: machine.read32(place))
    guard header.isOwned(by: type), tag.raw != 0, machine.read32(place + 4) == tag.raw, header.size <= Lookasides.largestUnits else { return false }
    guard looksWhole(type, place, header), let counters = PoolTags.findAtOnce(tag, machine) else { return false }
    // The tag goes before the block can be handed out again.
    machine.write32(place + 4, 0)
    guard lookasides.slot(type, header.size).put(place) || lookasides.push(type, header.size, place) else {
      machine.write32(place + 4, tag.raw)
      return false
    }
    PoolTags.countFree(counters, type, bytes: header.size << 3, machine)
    return true
  }

  /// The block lies in a page of blocks and agrees with its neighbours, looked at without the lock: another processor may just be changing
  /// the block before it, and then the long way finds out.
  @inline(__always)
  private func looksWhole(_ type: PoolType, _ place: VirtualAddress, _ header: PoolHeader) -> Bool {
    let (offset, size, before) = (place.pageOffset >> 3, header.size, header.previousSize)
    let next = offset &+ size
    guard size >= PoolBlocks.smallest, next <= PoolBlocks.unitsPerPage, presentPoolPage(type, place).state.kind == .blocks else { return false }
    if next < PoolBlocks.unitsPerPage, PoolHeader(raw: machine.read32(place + size &<< 3)).previousSize != size { return false }
    if before == 0 || before > offset { return before == offset }
    return PoolHeader(raw: machine.read32(VirtualAddress(place.raw &- before &<< 3))).size == before
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
    guard Irql.current <= type.highestIrql.rawValue else { return .irql(freeing: address, type) }
    guard address.raw & 7 == 0, let index = poolPageIndex(type, address) else { return .notAllocated(address, type) }
    guard presentPoolPage(type, address).state.kind == (address.isPageAligned ? .large : .blocks) else { return .notAllocated(address, type) }
    return address.isPageAligned ? freePages(type, index, address, tag: tag) : freeBlock(type, index, address, tag: tag)
  }

  /// What the pool knows of the page that `address` is in; nil if it has none there.
  package func poolPage(_ type: PoolType, _ address: VirtualAddress) -> PoolPage? {
    poolPageIndex(type, address) == nil ? nil : presentPoolPage(type, address)
  }

  /// The same of a page that the pool is known to have.
  @inline(__always)
  private func presentPoolPage(_ type: PoolType, _ address: VirtualAddress) -> PoolPage {
    switch type {
    case .nonpaged: PoolPage(machine, table: SystemLayout.nonpagedPoolPages, index: NonpagedPool.index(address))
    case .paged: PoolPage(machine, table: SystemLayout.pagedPoolPages, index: PagedPool.index(address))
    }
  }

  /// The index of the page if the pool has one there: then it is mapped, or will be when it is touched.
  @inline(__always)
  private func poolPageIndex(_ type: PoolType, _ address: VirtualAddress) -> UInt32? {
    guard machine[address.pde].isValid, machine[address.pte] != .zero else { return nil }
    return type == .nonpaged ? NonpagedPool.index(address) : PagedPool.index(address)
  }

  // MARK: Whole pages

  private func freePages(_ type: PoolType, _ index: UInt32, _ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    switch withPool(type, { pool, _ in pool.releaseLarge(index, tag: tag) }) {
    case .none: return .notAllocated(address, type)
    case .otherTag(let found): return .wrongTag(address, found: found, given: tag ?? found)
    case .released(let found):
      guard let pages = giveBackPoolPages(type, index) else { return .notAllocated(address, type) }
      PoolTags.countFree(PoolTags.counters(found, machine), type, bytes: pages << 12, machine)
      return nil
    }
  }

  // MARK: Blocks

  private func freeBlock(_ type: PoolType, _ index: UInt32, _ address: VirtualAddress, tag: PoolTag?) -> PoolMisuse? {
    let place = VirtualAddress(address.raw &- 8)
    let header = PoolHeader(raw: machine.read32(place))
    let found = PoolTag(raw: machine.read32(place + 4))
    guard !header.isFree && found.raw != 0 else { return .alreadyFree(address, header) }
    guard header.isOwned(by: type) else { return .damagedHeader(place, kind: 0x20, header) }
    if let tag, tag != found { return .wrongTag(address, found: found, given: tag) }
    // Without its tag the block is no one's: a second free is seen.
    machine.write32(place + 4, 0)
    if let misuse = returnBlock(type, index, place, header) {
      machine.write32(place + 4, found.raw)
      return misuse
    }
    PoolTags.countFree(PoolTags.counters(found, machine), type, bytes: header.size << 3, machine)
    return nil
  }

  /// Joins a block that no one owns with its page, or says what is wrong with it.
  @inline(__always)
  private func returnBlock(_ type: PoolType, _ index: UInt32, _ place: VirtualAddress, _ header: PoolHeader) -> PoolMisuse? {
    while true {
      switch withPool(type, { pool, _ in pool.freeBlock(place, index: index) }) {
      case .done: return nil
      case .notResident: machine.touch(place)
      case .notBlocks: return .notAllocated(place + 8, type)
      case .damaged(let kind): return .damagedHeader(place, kind: kind, header)
      case .emptied:
        _ = giveBackPoolPages(type, index)
        return nil
      }
    }
  }

  /// Once a second the lookaside lists follow demand; what they no longer keep goes back to the pools. NT: ExAdjustLookasideDepth
  package func adjustLookasideDepths() {
    lookasides.adjustDepths { type, place in returnKeptBlock(type, place) }
  }

  /// A block that a lookaside list kept goes back to its page.
  func returnKeptBlock(_ type: PoolType, _ place: VirtualAddress) {
    guard let index = poolPageIndex(type, place) else { return }
    _ = returnBlock(type, index, place, PoolHeader(raw: machine.read32(place)))
  }
}
