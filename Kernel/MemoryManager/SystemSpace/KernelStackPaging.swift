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
      for page in 0..<Self.kernelStackPages { database.outPage(Self.firstStackPage(top) + page, .outswappedStack) }
    }
    commitment.withLock { $0.giveBack(0, resident: Self.kernelStackPages) }
  }

  /// All pages of the stack, which is out, are in memory when this returns. NT: MmInPageKernelStack
  package func inPageKernelStack(top: VirtualAddress) throws(Restart) { try inPages(Self.firstStackPage(top), Self.kernelStackPages) }

  /// The entry of a page of the stack that could not be read.
  package func missingStackPage(top: VirtualAddress) -> Pte { firstMissing(Self.firstStackPage(top), Self.kernelStackPages) }

  private static func firstStackPage(_ top: VirtualAddress) -> PteAddress { VirtualAddress(top.raw &- kernelStackPages << 12).pte }
}
