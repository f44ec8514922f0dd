#if os(none)
  import Machine
  import MemoryManager

  extension Reference where Object == Process {
    /// The address space is in memory when this returns, and stays there as long as someone visits it, otherwise until the swapper looks again. It
    /// waits for pages that have to be read; without them the threads of the process are lost. NT: KiInSwapProcesses
    func bringIn() {
      guard let space = object.addressSpace, space.isOut else { return }
      let status = restarting(finishes: true) { () throws(Restart) in
        try memoryManager.inSwap(space)
        return .success
      }
      if !status.isSuccess { stopForLostPage(memoryManager.missingPage(space)) }
      noteDirectory(of: space)
    }

    /// Whoever comes back to the process finds its directory where it is now. He who was first has seen to that.
    private func noteDirectory(of space: AddressSpace) {
      atDispatchLevel {
        guard object.directory != space.directory else { return }
        object.directory = space.directory
        forEachThread { $0.object.directory = space.directory }
      }
    }
  }

  /// A page that a thread cannot run without cannot be read. NT: bug check 0x77
  func stopForLostPage(_ pte: Pte) -> Never {
    let failure = unsafe lastReadFailure.raw
    bugCheck(.kernelStackInpageError, failure, failure, pte.pageFileNumber, pte.pageFileOffset << 12)
  }
#endif
