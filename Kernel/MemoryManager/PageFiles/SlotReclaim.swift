import Machine

/// Slots of pages that were read back, are in use and have not changed since. They are worth keeping, for such a page can go without being written; but when
/// no slot is free the modified pages need them more. So each promised page has a frame or a slot and none has both, and as long as no more is promised than
/// there are of both together the writer gets on.
extension PfnDatabase {
  /// Frames that one call looks at: the next one goes on behind them.
  private static var framesLookedAt: UInt32 { 0x1_0000 }

  /// Takes back as many slots as one write can use. From then on their pages are modified.
  mutating func takeSlotsBack() {
    let unseen = memory.frames - min(memory.frames, pageFiles.framesInVain)
    var (frames, slots) = (min(unseen, Self.framesLookedAt), PagingTransfer.largestWrite)
    while frames > 0 && slots > 0 {
      let run = framesFromHand(atMost: frames)
      frames -= run.count
      takeSlotsBack(run, &slots)
    }
  }

  /// Up to `slots` of a run's, from which they are subtracted. The hand stays behind the last.
  private mutating func takeSlotsBack(_ run: FrameRun, _ slots: inout UInt32) {
    var frame = run.start
    while frame < run.end && slots > 0 {
      pageFiles.framesInVain += 1
      if hasSpareSlot(entry(frame)) {
        noteModified(frame)
        pageFiles.noteSpareSlot()
        slots -= 1
      }
      frame = frame + 1
    }
    pageFiles.reclaimHand = frame
  }

  private func hasSpareSlot(_ entry: PfnEntry) -> Bool {
    let state = entry.state
    return state.location == .active && !state.isWriting && entry.original.namesSlot
  }

  /// The hand goes around over all frames. Asked for once a run and not once a frame: reading a run copies the table of all.
  private func framesFromHand(atMost most: UInt32) -> FrameRun {
    for index in 0..<memory.runCount {
      let run = memory[run: index]
      guard pageFiles.reclaimHand < run.end else { continue }
      let start = max(pageFiles.reclaimHand, run.start)
      return FrameRun(start: start, count: min(run.end.raw - start.raw, most))
    }
    let first = memory[run: 0]
    return FrameRun(start: first.start, count: min(first.count, most))
  }
}
