import Machine

/// Every page table is shared once for itself and once for each of its entries that names a frame of its own.
extension PfnDatabase {
  /// Of the directory in force, the entries that are its own.
  package func checkPageTables(_ isOwn: (UInt32) -> Bool) -> Violation? {
    let directory = machine.directory
    var named: UInt32 = 0
    for index in UInt32(0)..<1024 where isOwn(index) {
      let place = VirtualAddress(index << 22).pde
      let entry = machine[place]
      if case .transition(let frame, _) = entry.state, self.entry(frame).pte == place { named += 1 }
      guard entry.isValid else { continue }
      if entry.isLarge {
        named += countFrames(mappedBy: place, entry)
        continue
      }
      named += 1
      guard entry.frame != directory else { continue }
      if let frame = freeFrame(mappedBy: place.table) { return Violation(.freeFrameMapped, at: frame.raw, found: place.raw) }
      let expected = 1 + countOwnEntries(place.table)
      let found = self.entry(entry.frame).shareCount
      guard found == expected else { return Violation(.tableShareCount, at: place.raw, expected: expected, found: found) }
    }
    let found = entry(directory).shareCount
    return found == named + 1 ? nil : Violation(.tableShareCount, at: directory.raw, expected: named + 1, found: found)
  }

  /// These pages of hyperspace forget what they mapped only when they map the next.
  private func isWindow(_ pte: PteAddress) -> Bool { pte == SystemLayout.mappingPage.pte || pte == SystemLayout.pageTableWindow.pte }

  /// A free frame that an entry still maps.
  private func freeFrame(mappedBy first: PteAddress) -> PageFrameNumber? {
    for index in 0..<pagesPerTable {
      guard case .valid(let frame) = machine[first + index].state, !isWindow(first + index) else { continue }
      if memory.contains(frame) && !isInUse(frame) { return frame }
    }
    return nil
  }

  /// A frame that an entry maps besides its own (device memory, the hyperspace page) is not counted.
  private func countOwnEntries(_ first: PteAddress) -> UInt32 {
    var count: UInt32 = 0
    for index in 0..<pagesPerTable {
      let place = first + index
      switch machine[place].state {
      case .valid(let frame), .transition(let frame, _):
        if memory.contains(frame) && entry(frame).pte == place && isInUse(frame) { count += 1 }
      case .demandZero, .pageFile, .prototype, .unknown: break
      }
    }
    return count
  }

  private func countFrames(mappedBy place: PteAddress, _ entry: Pte) -> UInt32 {
    var count: UInt32 = 0
    for page in 0..<pagesPerTable {
      let frame = entry.frame + page
      if memory.contains(frame) && isInUse(frame) && self.entry(frame).pte == place { count += 1 }
    }
    return count
  }

  private func isInUse(_ frame: PageFrameNumber) -> Bool {
    switch entry(frame).state.location {
    case .zeroed, .free, .bad: false
    case .active, .standby, .modified, .modifiedNoWrite, .transition: true
    }
  }
}
