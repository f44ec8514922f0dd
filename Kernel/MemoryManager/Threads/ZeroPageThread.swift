import Machine

extension MemoryManager {
  /// One step of the zero page thread: zeroes one free page. False if there is none. NT: MmZeroPageThread
  package func zeroPageStep() -> Bool {
    guard let frame = pfnDatabase.withLock({ $0.beginZeroing() }) else { return false }
    hyperspace.withLock { $0.zero(frame) }
    pfnDatabase.withLock { $0.endZeroing(frame) }
    return true
  }
}
