import Machine

extension MemoryManager {
  /// The page was trimmed and is still in memory: it comes back off its list with its bytes. The working set has room for it.
  /// NT: MiResolveTransitionFault
  @inline(__always)
  func resolveTransition(
    _ fault: PageFault, _ frame: PageFrameNumber, _ protection: Protection, _ workingSet: inout WorkingSet, isUser: Bool = false
  ) -> FaultResolution {
    pfnDatabase.withLock { database in
      database.reactivate(frame)
      database.entry(frame).workingSetIndex = workingSet.insert(fault.address)
    }
    machine[fault.address.pte] = .resolved(frame, protection, dirty: fault.access == .write, isUser: isUser)
    workingSet.counters.transition &+= 1
    return .resolved
  }
}
