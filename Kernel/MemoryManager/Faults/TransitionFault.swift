import Machine

extension MemoryManager {
  /// The page was trimmed and is still in memory: it comes back off its list with its bytes. The working set has room for it.
  /// NT: MiResolveTransitionFault
  @inline(__always)
  func resolveTransition(
    _ fault: PageFault, _ frame: PageFrameNumber, _ protection: Protection, _ workingSet: inout WorkingSet, isUser: Bool = false
  ) -> FaultResolution {
    let isModified = pfnDatabase.withLock { database in
      database.reactivate(frame)
      let entry = database.entry(frame)
      entry.workingSetIndex = workingSet.insert(fault.address)
      return entry.state.isModified
    }
    // Bytes that are nowhere else count as written since.
    let isDirty = fault.access == .write || isModified && protection.isWritable
    machine[fault.address.pte] = .resolved(frame, protection, dirty: isDirty, isUser: isUser)
    workingSet.counters.transition &+= 1
    return .resolved
  }
}
