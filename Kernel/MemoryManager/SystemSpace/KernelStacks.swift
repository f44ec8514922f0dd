import Machine

extension MemoryManager {
  /// Pages of a kernel stack. NT: KERNEL_STACK_SIZE, 12 KB
  package static var kernelStackPages: UInt32 { 3 }

  /// A stack below an unmapped guard page's reach: returns its top. Throws `insufficientResources`, or if it is only that there are no pages at the
  /// moment, `noMemory`. NT: MmCreateKernelStack
  package func createKernelStack() throws(Status) -> VirtualAddress {
    let pages = Self.kernelStackPages
    guard commitment.withLock({ $0.chargeNonpaged(pages) }) else { throw .insufficientResources }
    do throws(Status) { return try mapKernelStack(pages) } catch {
      commitment.withLock { $0.giveBackNonpaged(pages) }
      throw error
    }
  }

  private func mapKernelStack(_ pages: UInt32) throws(Status) -> VirtualAddress {
    guard let guardPage = reserveSystemPtes(pages + 1, .system) else { throw .insufficientResources }
    guard mapNewPages(guardPage + 1, pages) else {
      _ = releaseSystemPtes(guardPage, pages + 1, .system)
      throw .noMemory
    }
    return guardPage.mapped + (pages + 1) << 12
  }

  /// NT: MmDeleteKernelStack
  package func deleteKernelStack(top: VirtualAddress) {
    let pages = Self.kernelStackPages
    let guardPage = VirtualAddress(top.raw &- (pages + 1) << 12).pte
    unmapAndDeletePages(guardPage + 1, pages)
    _ = releaseSystemPtes(guardPage, pages + 1, .system)
    commitment.withLock { $0.giveBackNonpaged(pages) }
  }
}
