import Machine

/// Every frame is in exactly one state, on exactly the list of that state, and what its entry says agrees with the page tables.
extension PfnDatabase {
  package mutating func checkInvariants() -> Violation? {
    checkList(zeroed) ?? checkList(free) ?? checkStandby() ?? checkList(modified) ?? checkList(modifiedNoWrite) ?? checkList(bad)
      ?? checkCounts() ?? checkFrames()
  }

  private mutating func checkStandby() -> Violation? {
    var count: UInt32 = 0
    for priority in 0..<StandbyLists.priorities {
      let list = standby[priority]
      if let violation = checkList(list) { return violation }
      count += list.count
      if list.first != .none, entry(list.first).state.priority != priority {
        return Violation(.listLocation, at: list.first.raw, expected: priority, found: entry(list.first).state.priority)
      }
    }
    return count == standby.count ? nil : Violation(.listCount, at: PageLocation.standby.rawValue, expected: standby.count, found: count)
  }

  private mutating func checkList(_ list: PageList) -> Violation? {
    var (frame, before, seen) = (list.first, PageFrameNumber.none, UInt32(0))
    while frame != .none {
      guard memory.contains(frame), seen < list.count else { return Violation(.listLink, at: frame.raw, expected: list.count, found: seen) }
      let entry = entry(frame)
      guard entry.state.location == list.location else {
        return Violation(.listLocation, at: frame.raw, expected: list.location.rawValue, found: entry.state.location.rawValue)
      }
      if seen > 0 && entry.previous != before { return Violation(.listLink, at: frame.raw, expected: before.raw, found: entry.previous.raw) }
      (before, frame) = (frame, entry.next)
      seen += 1
    }
    guard seen == list.count, before == list.last else {
      return Violation(.listCount, at: list.location.rawValue, expected: list.count, found: seen)
    }
    return nil
  }

  private mutating func checkCounts() -> Violation? {
    let (counted, listed) = (countedFrames(), listedFrames())
    guard available == zeroed.count + free.count + standby.count else {
      return Violation(.availableCount, expected: zeroed.count + free.count + standby.count, found: available)
    }
    guard counted[.transition] == inTransition else {
      return Violation(.transitionCount, expected: counted[.transition], found: inTransition)
    }
    for raw in 0..<PageLocation.count {
      guard let location = PageLocation(rawValue: raw), counted[location] != listed[location] else { continue }
      return Violation(.frameLost, at: raw, expected: listed[location], found: counted[location])
    }
    return nil
  }

  private mutating func checkFrames() -> Violation? {
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      for page in 0..<run.count {
        if let violation = checkFrame(run.start + page) { return violation }
      }
    }
    return nil
  }

  private mutating func checkFrame(_ frame: PageFrameNumber) -> Violation? {
    let entry = entry(frame)
    let state = entry.state
    switch state.location {
    case .active:
      guard entry.shareCount > 0 && state.references > 0 else {
        return Violation(.activeWithoutShare, at: frame.raw, expected: 1, found: entry.shareCount)
      }
      // Page tables are shared by what is in them, and looked at with them. All else is mapped once, and nothing locks pages yet.
      if SystemRegion(of: entry.pte.mapped) != .pageTables {
        guard entry.shareCount == 1 else { return Violation(.shareCount, at: frame.raw, expected: 1, found: entry.shareCount) }
      }
      let references: UInt32 = 1 + (state.isWriting ? 1 : 0) + (transfers.isHeld(frame, machine) ? 1 : 0)
      guard state.references == references else {
        return Violation(.referenceCount, at: frame.raw, expected: references, found: state.references)
      }
      // What the loader left has no PTE.
      if entry.pte.raw == 0 { return nil }
      guard self.entry(entry.container).state.location == .active else {
        return Violation(.pageTableMissing, at: frame.raw, found: entry.pte.raw)
      }
      let pte = machine[reachable(entry)]
      guard pte.isValid && (pte.isLarge || pte.frame == frame) else {
        return Violation(.pteNamesOtherFrame, at: frame.raw, expected: frame.raw, found: pte.raw)
      }
    case .transition where state.isReading || state.isWriting:
      let references: UInt32 = (state.isReading || state.isWriting ? 1 : 0) + (!state.isReading && transfers.isHeld(frame, machine) ? 1 : 0)
      guard state.references == references, entry.shareCount == 0 else {
        return Violation(.referenceCount, at: frame.raw, expected: references, found: state.references)
      }
      if entry.isDeleted { return nil }
      let pte = machine[reachable(entry)]
      guard case .transition(frame, _) = pte.state else {
        return Violation(.transitionFrameState, at: frame.raw, expected: frame.raw, found: pte.raw)
      }
    case .standby, .modified, .modifiedNoWrite:
      guard state.references == 0 else { return Violation(.referenceCount, at: frame.raw, found: state.references) }
      guard state.location != .modified || !entry.original.namesSlot else {
        return Violation(.staleSlot, at: frame.raw, found: entry.original.raw)
      }
      let pte = machine[reachable(entry)]
      guard case .transition(frame, _) = pte.state else {
        return Violation(.transitionFrameState, at: frame.raw, expected: frame.raw, found: pte.raw)
      }
    case .zeroed, .free, .bad, .transition: break
    }
    return nil
  }
}
