import Machine

/// A process that is out: none of its pages is in memory but the last three, and these can be found.
extension MemoryManager {
  func checkOutswapped(_ space: AddressSpace) -> Violation? {
    let (size, isTreeGood) = space.memory.withLock { ($0.workingSet.size, $0.vads.checkInvariants()) }
    guard isTreeGood else { return Violation(.vadTree) }
    guard size == 0 else { return Violation(.workingSetSize, found: size) }
    guard let place = unsafe space.identity.pointee.outswappedPages else { return nil }
    for page in 0..<AddressSpace.Frames.count {
      switch machine[place + page].state {
      case .valid, .transition, .pageFile: break
      case .unknown, .demandZero, .prototype: return Violation(.outswappedPage, at: (place + page).raw, found: machine[place + page].raw)
      }
    }
    return nil
  }

  /// All that it was promised but the last three pages, which system PTEs have.
  func unusedCommitment(ofOutswapped space: AddressSpace) -> UInt32 {
    space.creation.withLock { $0.commitCharge } - Self.pagesOfEveryAddressSpace
  }

  /// Its working set's minimum, and all page tables that it was charged for: what is charged beyond its ranges.
  func unusedResident(ofOutswapped space: AddressSpace) -> UInt32 {
    let charged = unusedCommitment(ofOutswapped: space)
    return space.memory.withLock { memory in
      var (ranges, next) = (UInt32(0), memory.vads.first)
      while let vad = next {
        ranges += vad.commitCharge
        next = memory.vads.next(after: vad)
      }
      return charged - ranges + memory.workingSet.minimum
    }
  }
}
