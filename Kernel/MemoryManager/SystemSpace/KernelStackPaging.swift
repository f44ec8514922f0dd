import Machine

/// The stacks of threads that wait long leave memory as other pages do; a thread runs again only when all of its stack is there.
extension MemoryManager {
  /// There is somewhere for them to go, and nobody wants them to stay.
  package var areStacksPageable: Bool { !keepsExecutiveResident && pfnDatabase.withLock { $0.pageFiles.count > 0 } }

  /// Kernel stacks and paged pool stay in memory. NT: MmDisablePagingExecutive
  var keepsExecutiveResident: Bool { systemWorkingSet.withLock { $0.minimum == .max } }

  /// Takes the stack, which nobody runs on, out of memory. Up to DISPATCH_LEVEL. NT: MmOutPageKernelStack
  package func outPageKernelStack(top: VirtualAddress) {
    pfnDatabase.withLock { database in
      for page in 0..<Self.kernelStackPages { database.outPage(Self.firstStackPage(top) + page) }
    }
    commitment.withLock { $0.giveBack(0, resident: Self.kernelStackPages) }
  }

  /// All pages of the stack, which is out, are in memory when this returns. NT: MmInPageKernelStack
  package func inPageKernelStack(top: VirtualAddress) throws(Restart) {
    let (missing, count) = pfnDatabase.withLock { database -> (FaultResolution?, UInt32) in
      var count: UInt32 = 0
      for page in 0..<Self.kernelStackPages where !machine[Self.firstStackPage(top) + page].isValid {
        if let missing = database.inPage(Self.firstStackPage(top) + page) { return (missing, count) }
        count += 1
      }
      return (nil, count)
    }
    commitment.withLock { $0.takeResident(count) }
    if let missing { throw Restart(missing) }
  }

  /// The entry of a page of the stack that could not be read. NT: the parameters of bug check 0x77
  package func missingStackPage(top: VirtualAddress) -> Pte {
    for page in 0..<Self.kernelStackPages {
      let pte = machine[Self.firstStackPage(top) + page]
      if !pte.isValid { return pte }
    }
    return .zero
  }

  private static func firstStackPage(_ top: VirtualAddress) -> PteAddress { VirtualAddress(top.raw &- kernelStackPages << 12).pte }
}

extension PfnDatabase {
  fileprivate mutating func outPage(_ pte: PteAddress) {
    let frame = machine[pte].frame
    machine[pte] = .transition(frame, .outswappedStack)
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
