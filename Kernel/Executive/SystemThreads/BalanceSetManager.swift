#if os(none)
  import MemoryManager

  private nonisolated(unsafe) var oneSecondTimer = Timer(.synchronization)

  /// Seconds between two looks at who waits long. NT: STACK_SCAN_PERIOD
  private let stackScanPeriod: UInt32 = 4
  private nonisolated(unsafe) var secondsUntilScan = stackScanPeriod

  private func requestStackOutswap() {
    unsafe secondsUntilScan -= 1
    guard unsafe secondsUntilScan == 0 else { return }
    unsafe secondsUntilScan = stackScanPeriod
    unsafe isStackOutswapDue = true
    unsafe swapEvent.set()
  }

  /// Once a second, and at once when memory becomes scarce, has the working sets looked at. NT: KeBalanceSetManager
  func balanceSetManagerThread(_: UInt32) {
    unsafe oneSecondTimer.set(milliseconds: 1000, period: 1000)
    while true {
      let status = unsafe waitForMultipleObjects(&oneSecondTimer, &workingSetManagerEvent, .any, reason: "one second, or memory getting low")
      if status == .object(0) {
        memoryManager.adjustLookasideDepths()
        memoryManager.workingSetManagerStep(periodic: true)
        requestStackOutswap()
        PagingRates.takeSample()
      } else {
        memoryManager.workingSetManagerStep(periodic: false)
      }
    }
  }
#endif
