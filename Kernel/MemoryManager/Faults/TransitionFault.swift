import Machine

extension MemoryManager {
  /// What is found when the database is locked: since the entry was read someone may have taken the frame.
  private enum Found {
    case gone
    case noPage
    case reading(PagingTransfer)
    case page(isModified: Bool)
  }

  /// The page left its working set and is still in memory, or is being read: it comes back off its list with its bytes. The working set has room for it.
  /// NT: MiResolveTransitionFault
  @inline(__always)
  func resolveTransition(
    _ fault: PageFault, _ frame: PageFrameNumber, _ protection: Protection, _ workingSet: inout WorkingSet, isUser: Bool = false
  ) -> FaultResolution {
    let found = pfnDatabase.withLock { database -> Found in
      guard machine[fault.address.pte] == .transition(frame, protection) else { return .gone }
      let entry = database.entry(frame)
      if entry.state.isReading { return .reading(database.join(entry)) }
      if !database.hasPageForFault && entry.state.location == .standby { return .noPage }
      database.reactivate(frame)
      entry.workingSetIndex = workingSet.insert(fault.address)
      return .page(isModified: entry.state.isModified)
    }
    switch found {
    // The access finds out what it is now.
    case .gone: return .resolved
    // A page on the standby list is one of the last that there are for others.
    case .noPage: return .noPage
    case .reading(let transfer):
      workingSet.counters.collided &+= 1
      return .collided(transfer)
    case .page(let isModified):
      // Bytes that are nowhere else count as written since.
      let isDirty = fault.access == .write || isModified && protection.isWritable
      machine[fault.address.pte] = .resolved(frame, protection, dirty: isDirty, isUser: isUser)
      workingSet.counters.transition &+= 1
      return .resolved
    }
  }
}
