import Machine

extension MemoryManager {
  /// Every page of blocks that is resident holds together. Pages that are out are not brought back for this.
  func checkPools() -> Violation? {
    checkPages(.nonpaged, 0, nonpagedPool.withLock { $0.initial.grown })
      ?? checkPages(.nonpaged, NonpagedPool.firstExpansion, nonpagedExpansion.withLock { $0.total })
      ?? checkPages(.paged, 0, pagedPool.withLock { $0.runs.grown })
  }

  private func checkPages(_ type: PoolType, _ first: UInt32, _ count: UInt32) -> Violation? {
    for index in first..<first + count {
      let address = poolAddress(type, index)
      let isGood = withPool(type) { pool, _ in
        let state = pool.page(index).state
        guard state.kind == .blocks, pool.isResident(address) else { return true }
        return PoolBlocks(machine, base: address, state: state).checkInvariants()
      }
      guard isGood else { return Violation(.poolPage, at: address.raw) }
    }
    return nil
  }

  func checkRuns() -> Violation? {
    guard systemPtes.withLock({ $0.checkInvariants() }) else { return Violation(.systemPtes) }
    guard nonpagedExpansion.withLock({ $0.checkInvariants() }) else { return Violation(.nonpagedExpansion) }
    guard nonpagedPool.withLock({ $0.initial.checkInvariants() }) else { return Violation(.nonpagedRuns) }
    guard pagedPool.withLock({ $0.runs.checkInvariants() }) else { return Violation(.pagedRuns) }
    return nil
  }
}
