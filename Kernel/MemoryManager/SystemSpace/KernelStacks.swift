import Machine

extension MemoryManager {
  /// Pages of a kernel stack. NT: KERNEL_STACK_SIZE, 12 KB
  package static var kernelStackPages: UInt32 { 3 }

  /// A stack below an unmapped guard page's reach: returns its top, or nil if there is no memory. NT: MmCreateKernelStack
  package func createKernelStack() -> VirtualAddress? {
    let pages = Self.kernelStackPages
    guard commitment.withLock({ $0.chargeNonpaged(pages) }) else { return nil }
    guard let guardPage = reserveSystemPtes(pages + 1, .system) else {
      commitment.withLock { $0.giveBackNonpaged(pages) }
      return nil
    }
    mapNewPages(guardPage + 1, pages)
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
