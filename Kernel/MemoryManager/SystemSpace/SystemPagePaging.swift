import Machine

/// Pages at system PTEs that leave memory as other pages do, but are never brought back by a fault: who needs them has all of them read before. These
/// are kernel stacks, and what is left of a process that is out.
extension MemoryManager {
  /// All of the pages, which are out, are in memory when this returns. NT: MiMakeOutswappedPageResident
  func inPages(_ first: PteAddress, _ pages: UInt32) throws(Restart) {
    let (missing, count) = pfnDatabase.withLock { database -> (FaultResolution?, UInt32) in
      var count: UInt32 = 0
      for page in 0..<pages where !machine[first + page].isValid {
        if let missing = database.inPage(first + page) { return (missing, count) }
        count += 1
      }
      return (nil, count)
    }
    commitment.withLock { $0.takeResident(count) }
    if let missing { throw Restart(missing) }
  }

  /// The entry of the first of the pages that is not in memory; zero if all of them are. NT: the parameters of bug check 0x77
  func firstMissing(_ first: PteAddress, _ pages: UInt32) -> Pte {
    for page in 0..<pages where !machine[first + page].isValid { return machine[first + page] }
    return .zero
  }
}

extension PfnDatabase {
  /// The page at `pte`, which nobody looks at, leaves memory.
  mutating func outPage(_ pte: PteAddress, _ protection: Protection) {
    let frame = machine[pte].frame
    machine[pte] = .transition(frame, protection)
    machine.invalidate(pte.mapped)
    setPriority(frame, 5)
    decrementShareCount(frame)
  }

  /// Nil if the page is there. As long as it is, it counts as modified.
  fileprivate mutating func inPage(_ pte: PteAddress) -> FaultResolution? {
    switch machine[pte].state {
    case .pageFile: return beginPageIn(pte, priority: 5).map { .pageIn($0) } ?? .noPage
    case .transition(let frame, _):
      let entry = entry(frame)
      if entry.state.isReading { return .collided(join(entry)) }
      reactivate(frame)
      noteModified(frame)
      machine[pte] = .kernel(frame)
      return nil
    case .valid, .unknown, .demandZero, .prototype: Stop.memoryManagement.now(0x3451, pte.raw, machine[pte].raw)
    }
  }
}
