import Machine

@testable import MemoryManager

/// The frames of each list, first to last.
struct PageLists {
  let zeroed, free, standby, modified, noWrite, bad: [UInt32]
  init(_ bed: TestBed) {
    zeroed = bed.database { Self.frames($0.zeroed, bed) }
    free = bed.database { Self.frames($0.free, bed) }
    standby = bed.database { database in (0..<StandbyLists.priorities).flatMap { Self.frames(database.standby[$0], bed) } }
    modified = bed.database { Self.frames($0.modified, bed) }
    noWrite = bed.database { Self.frames($0.modifiedNoWrite, bed) }
    bad = bed.database { Self.frames($0.bad, bed) }
  }
  private static func frames(_ list: PageList, _ bed: TestBed) -> [UInt32] {
    var (frames, frame): ([UInt32], PageFrameNumber) = ([], list.first)
    while frame != .none {
      frames.append(frame.raw)
      frame = bed.entry(frame).next
    }
    return frames
  }
}
