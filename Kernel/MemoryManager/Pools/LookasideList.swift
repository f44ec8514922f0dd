import Machine

/// A lookaside list of a caller's own, for blocks of one size: faster than the pool, which fills it and takes what it cannot keep.
/// NT: NPAGED_LOOKASIDE_LIST, PAGED_LOOKASIDE_LIST
package struct LookasideList: Sendable {
  private let slot: LookasideSlot
  private let kept: Locked<Lookaside>
  private let type: PoolType
  private let size: UInt32
  private let tag: PoolTag

  /// What a list needs besides itself.
  package static var bytes: Int { slotBytes + Locked<Lookaside>.bytes }
  private static var slotBytes: Int { 16 }

  /// For blocks of `size` bytes. `place` holds `bytes`, aligned to 16, in memory that is always there. NT: ExInitializeNPagedLookasideList
  @unsafe package init(_ type: PoolType, size: UInt32, tag: PoolTag, at place: UnsafeMutableRawPointer) {
    slot = unsafe LookasideSlot(at: UInt(bitPattern: place))
    kept = unsafe Locked(at: UInt(bitPattern: place) + UInt(Self.slotBytes))
    slot.clear()
    kept.place(Lookaside())
    self.type = type
    self.size = size
    self.tag = tag
  }

  /// NT: ExAllocateFromNPagedLookasideList
  @inline(__always)
  package func allocate(_ memoryManager: MemoryManager) -> PoolAllocation {
    if let block = slot.take() { return .block(block) }
    return allocateBehindSlot(memoryManager)
  }

  private func allocateBehindSlot(_ memoryManager: MemoryManager) -> PoolAllocation {
    if let block = kept.withLock({ $0.pop() }) { return .block(block) }
    return memoryManager.allocatePool(type, bytes: size, tag: tag)
  }

  /// NT: ExFreeToNPagedLookasideList
  @inline(__always)
  package func free(_ block: VirtualAddress, _ memoryManager: MemoryManager) -> PoolMisuse? {
    slot.put(block) ? nil : freeBehindSlot(block, memoryManager)
  }

  private func freeBehindSlot(_ block: VirtualAddress, _ memoryManager: MemoryManager) -> PoolMisuse? {
    kept.withLock { $0.push(block) } ? nil : memoryManager.freePool(block, tag: tag)
  }

  /// Gives back what the list keeps; it may be used no more. NT: ExDeleteNPagedLookasideList
  package func delete(_ memoryManager: MemoryManager) {
    while let block = slot.take() ?? kept.withLock({ $0.pop() }) { _ = memoryManager.freePool(block, tag: tag) }
  }
}
