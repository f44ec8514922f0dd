import Machine

/// What the modified page writer is to do next.
package enum PageOut: Equatable {
  /// Write these pages, then report `endPageOut`.
  case transfer(PagingTransfer)
  /// There is no modified page.
  case nothing
  /// No page file has a free slot.
  case noSlot
  /// As much as is allowed at a time is being written.
  case noTransfer
}

/// What became of a write.
package enum PageOutResult: Sendable {
  case written
  /// The disk could not write there: the pages are written elsewhere.
  case badSlot
  /// The disk does not work at the moment: the pages are written later.
  case noDisk
}

extension MemoryManager {
  /// Takes modified pages off their list to be written: the first that came, with its neighbours. NT: MiGatherPagefilePages
  package func beginPageOut() -> PageOut { pfnDatabase.withLock { $0.beginPageOut() } }

  /// The pages go to the standby list, unless they were touched or deleted meanwhile; what could not be written is as modified as before.
  /// NT: MiWriteComplete
  package func endPageOut(_ transfer: PagingTransfer, _ result: PageOutResult) {
    let isRetired = result == .badSlot && transfer.pageCount == 1
    pfnDatabase.withLock { database in
      let mdl = transfer.mdl
      for page in 0..<mdl.pageCount { database.endWrite(mdl[page], result, isRetired: isRetired) }
      database.noteWritten(transfer, result)
      database.transfers.giveBack(transfer)
    }
    if isRetired { commitment.withLock { $0.lowerLimit(by: 1) } }
  }
}

extension PfnDatabase {
  fileprivate mutating func beginPageOut() -> PageOut {
    guard modified.count > 0 else { return .nothing }
    guard let transfer = transfers.takeWrite(machine) else { return .noTransfer }
    if pageFiles.free() == 0 { takeSlotsBack() }
    let pages = pageFiles.writesAlone > 0 ? 1 : min(modified.count, PagingTransfer.largestWrite)
    guard let slots = pageFiles.allocate(upTo: pages) else {
      transfers.giveBack(transfer)
      return .noSlot
    }
    transfer.begin(slots, .writeOperation)
    var count: UInt32 = 0
    while count < slots.count { gather(around: modified.first, transfer, slots, &count) }
    return .transfer(transfer)
  }

  /// The modified pages of the group of sixteen that a page is in, in their order: so they can be read together again.
  private mutating func gather(around frame: PageFrameNumber, _ transfer: PagingTransfer, _ slots: Slots, _ count: inout UInt32) {
    let pte = reachable(entry(frame))
    let group = PteAddress(raw: pte.raw & ~(PagingTransfer.largestWrite << 2 - 1))
    for page in 0..<PagingTransfer.largestWrite where count < slots.count {
      guard case .transition(let neighbor, _) = machine[group + page].state, entry(neighbor).state.location == .modified else { continue }
      transfer.mdl[count] = neighbor
      beginWrite(neighbor, slots, count)
      count += 1
    }
  }

  private mutating func beginWrite(_ frame: PageFrameNumber, _ slots: Slots, _ index: UInt32) {
    modified.remove(frame, machine)
    let entry = entry(frame)
    entry.shareCount = 0
    var state = PfnState(.transition, references: 1, priority: entry.state.priority)
    state.isWriting = true
    entry.state = state
    entry.original = .pageFile(file: slots.file, offset: slots.first + index, entry.original.softwareProtection)
    inTransition &+= 1
    beingWritten &+= 1
  }

  fileprivate mutating func endWrite(_ frame: PageFrameNumber, _ result: PageOutResult, isRetired: Bool) {
    let entry = entry(frame)
    var state = entry.state
    state.isWriting = false
    beingWritten &-= 1
    if result != .written {
      state.isModified = true
    } else if state.location == .active {
      pageFiles.noteSpareSlot()
    }
    entry.state = state
    if isRetired {
      pageFiles.retire(entry.original)
      entry.original = .demandZero(entry.original.softwareProtection)
    } else if state.isModified {
      forgetSlot(entry)
    }
    decrementReferenceCount(frame)
  }

  /// Pages that could not be written together are written one by one, to the same slots: so it turns out which of these is bad.
  fileprivate mutating func noteWritten(_ transfer: PagingTransfer, _ result: PageOutResult) {
    let count = transfer.pageCount
    if pageFiles.writesAlone > 0 { pageFiles.writesAlone -= 1 }
    if result == .badSlot && count > 1 {
      pageFiles.writesAlone = count
      pageFiles.tryAgain(from: transfer.firstSlot, of: transfer.file)
    }
    pageFiles.countWrite(count, succeeded: result == .written)
  }
}
