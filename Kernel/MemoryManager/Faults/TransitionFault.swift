import Machine

extension MemoryManager {
  /// The page was trimmed and is still in memory: it comes back off its list with its bytes. The working set has room for it.
  /// NT: MiResolveTransitionFault
  @inline(__always)
  func resolveTransition(
    _ fault: PageFault, _ frame: PageFrameNumber, _ protection: Protection, _ workingSet: inout WorkingSet, isUser: Bool = false
  ) -> FaultResolution {
    let isModified = pfnDatabase.withLock { database -> Bool? in
      // Since the entry was read someone may have taken the frame: then the access finds out what it is now.
      guard machine[fault.address.pte] == .transition(frame, protection) else { return nil }
      database.reactivate(frame)
      let entry = database.entry(frame)
      entry.workingSetIndex = workingSet.insert(fault.address)
      return entry.state.isModified
    }
    guard let isModified else { return .resolved }
    // Bytes that are nowhere else count as written since.
    let isDirty = fault.access == .write || isModified && protection.isWritable
    machine[fault.address.pte] = .resolved(frame, protection, dirty: isDirty, isUser: isUser)
    workingSet.counters.transition &+= 1
    return .resolved
  }
}
