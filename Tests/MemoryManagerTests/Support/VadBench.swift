import Machine

@testable import MemoryManager

/// A tree of address ranges whose nodes are blocks of nonpaged pool.
final class VadBench {
  let bed: TestBed
  private var tree: VadTree

  init(lowest: UInt32 = 16, highest: UInt32 = 0x7FFEF, frames: UInt32 = 2048) {
    bed = TestBed(frames: frames)
    tree = VadTree(machine: bed.machine, lowest: lowest, highest: highest)
  }

  func make(_ start: UInt32, _ end: UInt32) -> Vad {
    let vad = Vad(bed.machine, bed.allocate(.nonpaged, Vad.bytes, tag: "VadS")!)
    bed.machine.zero(vad.address, bytes: Vad.bytes)
    vad.initialize(start: start, end: end, protection: .readWrite)
    return vad
  }
  @discardableResult
  func insert(_ start: UInt32, _ end: UInt32) -> Vad {
    let vad = make(start, end)
    tree.insert(vad)
    return vad
  }
  /// Takes it out and frees its memory; true if it was still what the pool handed out.
  @discardableResult
  func remove(_ vad: Vad) -> Bool {
    tree.remove(vad)
    return bed.free(vad.address, tag: "VadS") == nil
  }
  func shrink(_ vad: Vad, _ start: UInt32, _ end: UInt32) { tree.shrink(vad, start: start, end: end) }

  func find(_ page: UInt32) -> Vad? { tree.find(page) }
  func first(overlapping first: UInt32, _ last: UInt32) -> Vad? { tree.first(overlapping: first, last) }
  func firstAtOrAfter(_ page: UInt32) -> Vad? { tree.firstAtOrAfter(page) }
  func next(after vad: Vad) -> Vad? { tree.next(after: vad) }
  func previous(before vad: Vad) -> Vad? { tree.previous(before: vad) }
  func lowestGap(_ pages: UInt32, below limit: UInt32 = .max) -> UInt32? { tree.lowestGap(pages: pages, below: limit)?.start }
  func highestGap(_ pages: UInt32, below limit: UInt32 = .max) -> UInt32? { tree.highestGap(pages: pages, below: limit)?.start }

  var root: Vad { tree.root }
  var first: Vad? { tree.first }
  var last: Vad? { tree.last }
  var count: UInt32 { tree.count }
  var depth: UInt32 { tree.depth }
  var isSound: Bool { tree.checkInvariants() }
  /// Every range, first to last.
  var ranges: [ClosedRange<UInt32>] {
    var (ranges, vad): ([ClosedRange<UInt32>], Vad?) = ([], first)
    while let node = vad {
      ranges.append(node.start...node.end)
      vad = next(after: node)
    }
    return ranges
  }
  /// The same, from the other end.
  var rangesBackwards: [ClosedRange<UInt32>] {
    var (ranges, vad): ([ClosedRange<UInt32>], Vad?) = ([], last)
    while let node = vad {
      ranges.append(node.start...node.end)
      vad = previous(before: node)
    }
    return ranges
  }
}
