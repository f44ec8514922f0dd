import Machine

extension MemoryManager {
  /// The page was trimmed and is still in memory: it comes back off its list with its bytes. NT: MiResolveTransitionFault
  func resolveTransition(
    _ fault: PageFault, _ frame: PageFrameNumber, _ protection: Protection, _ workingSet: inout WorkingSet
  ) -> FaultResolution {
    makeRoom(&workingSet)
    pfnDatabase.withLock { database in
      database.reactivate(frame)
      database.entry(frame).workingSetIndex = workingSet.insert(fault.address)
    }
    machine[fault.address.pte] = .resolved(frame, protection, dirty: fault.access == .write)
    workingSet.transitionFaults &+= 1
    return .resolved
  }
}
