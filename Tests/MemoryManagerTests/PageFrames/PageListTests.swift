import Machine
import Testing

@testable import MemoryManager

/// A list of frames against an array.
@Suite struct PageListTests {
  @Test(arguments: Seeds.first(4))
  func randomAgainstAnArray(seed: UInt64) throws {
    var random = Random(seed: seed)
    let bed = TestBed(frames: 900)
    var list = PageList(.bad)
    var model: [UInt32] = []
    var spare = (0x200..<UInt32(0x220)).map { $0 }
    for step in 0..<Seeds.steps(3000) {
      switch random.next(5) {
      case 0, 1:
        guard let frame = random.take(&spare) else { continue }
        if random.oneIn(2) {
          list.insertFirst(PageFrameNumber(frame), bed.machine)
          model.insert(frame, at: 0)
        } else {
          list.insertLast(PageFrameNumber(frame), bed.machine)
          model.append(frame)
        }
      case 2:
        let taken = list.removeFirst(bed.machine)
        try #require(taken?.raw == model.first, "seed \(seed) step \(step)")
        if !model.isEmpty { spare.append(model.removeFirst()) }
      default:
        guard let frame = random.take(&model) else { continue }
        list.remove(PageFrameNumber(frame), bed.machine)
        spare.append(frame)
      }
      var (frame, found) = (list.first, [UInt32]())
      while frame != .none && found.count < 40 {
        found.append(frame.raw)
        frame = bed.entry(frame).next
      }
      try #require(found == model && list.count == UInt32(model.count), "seed \(seed) step \(step)")
      try #require(list.last.raw == model.last ?? PageFrameNumber.none.raw, "seed \(seed) step \(step)")
    }
  }
}
