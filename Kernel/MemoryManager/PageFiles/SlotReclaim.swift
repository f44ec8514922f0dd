import Machine

/// Slots of pages that were read back, are in use and have not changed since. They are worth keeping, for such a page can go without being written; but when
/// no slot is free the modified pages need them more. So each promised page has a frame or a slot and none has both, and as long as no more is promised than
/// there are of both together the writer gets on.
extension PfnDatabase {
  /// Frames that one call looks at: the next one goes on behind them.
  private static var framesLookedAt: UInt32 { 0x1_0000 }

  /// Takes back as many slots as one write can use. From then on their pages are modified.
  mutating func takeSlotsBack() {
    var taken: UInt32 = 0
    for _ in 0..<min(memory.frames, Self.framesLookedAt) where taken < PagingTransfer.largestWrite {
      guard let frame = nextFrame() else { return }
      guard hasSpareSlot(entry(frame)) else { continue }
      noteModified(frame)
      taken += 1
    }
  }

  private func hasSpareSlot(_ entry: PfnEntry) -> Bool {
    let state = entry.state
    return state.location == .active && !state.isWriting && entry.original.namesSlot
  }

  /// All frames in turn, again and again.
  private mutating func nextFrame() -> PageFrameNumber? {
    var ordinal = pageFiles.reclaimHand < memory.frames ? pageFiles.reclaimHand : 0
    pageFiles.reclaimHand = ordinal + 1
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      if ordinal < run.count { return run.start + ordinal }
      ordinal -= run.count
    }
    return nil
  }
}
