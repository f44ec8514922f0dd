/// What a bitmap of slots does, said in the plainest way.
struct SlotModel {
  var isFree: [Bool]
  init(size: UInt32) { isFree = Array(repeating: true, count: Int(size)) }

  mutating func release(_ slot: UInt32) -> Bool {
    defer { isFree[Int(slot)] = true }
    return !isFree[Int(slot)]
  }

  /// Of the first 32 runs (turning round at the end counts as one) the first that is long enough, else the longest.
  mutating func allocate(upTo wanted: UInt32, from hint: UInt32, _ capacity: UInt32) -> (first: UInt32, count: UInt32)? {
    var (slot, looks, hasWrapped) = (Int(hint), 32, false)
    var best: Range<Int> = 0..<0
    while looks > 0, best.count < wanted {
      looks -= 1
      if let start = isFree.indices.contains(slot) ? isFree[slot...].firstIndex(of: true) : nil {
        let end = isFree[start...].prefix(Int(wanted)).firstIndex(of: false) ?? min(start + Int(wanted), isFree.count)
        if end - start > best.count { best = start..<end }
        slot = end
      } else {
        if hasWrapped || hint == 0 { break }
        (slot, hasWrapped) = (0, true)
      }
    }
    for slot in best { isFree[slot] = false }
    return best.isEmpty ? nil : (UInt32(best.lowerBound), UInt32(best.count))
  }
}
