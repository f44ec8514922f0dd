import Machine

extension MemoryManager {
  /// Before an allocation fails for want of memory, what the pools keep for the next caller is given back: blocks on lookaside lists, and pages without
  /// a block. False if there was nothing. NT: ExpDeferredFree and ExpTrimLookaside, in effect
  ///
  /// Whoever allocates nonpaged pool may hold locks: paged pool, whose blocks may have to be brought back for it, is left alone then.
  @inline(never)
  func drainPools(for type: PoolType) -> Bool {
    let isDrained = drainPool(.nonpaged)
    return type == .paged ? drainPool(.paged) || isDrained : isDrained
  }

  private func drainPool(_ type: PoolType) -> Bool {
    var isDrained = false
    lookasides.drain(type) { place in
      returnKeptBlock(type, place)
      isDrained = true
    }
    while let spare = withPool(type, { pool, _ in pool.takeSpare() }) {
      deletePoolPages(type, spare, 1)
      isDrained = true
    }
    return isDrained
  }
}
