import Foundation

/// The generator of all random tests: a 64-bit xorshift.
struct Random {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
  /// 0 ..< bound.
  mutating func next(_ bound: UInt32) -> UInt32 { UInt32(truncatingIfNeeded: next() >> 32) % bound }
  mutating func next(_ range: ClosedRange<UInt32>) -> UInt32 { range.lowerBound + next(range.upperBound - range.lowerBound + 1) }
  /// True once in `times`.
  mutating func oneIn(_ times: UInt32) -> Bool { next(times) == 0 }
  /// Takes an element out.
  mutating func take<Element>(_ array: inout [Element]) -> Element? {
    array.isEmpty ? nil : array.remove(at: Int(next(UInt32(array.count))))
  }
}

/// Which seeds random tests run and for how long. SELFMAP_SEED=n runs that seed alone, to replay a failure; SELFMAP_SCALE=n runs n times the steps.
enum Seeds {
  static func first(_ count: UInt64) -> [UInt64] {
    if let wanted = ProcessInfo.processInfo.environment["SELFMAP_SEED"].flatMap(UInt64.init) { return [wanted] }
    return Array(1...count)
  }
  static func steps(_ count: Int) -> Int {
    count * (ProcessInfo.processInfo.environment["SELFMAP_SCALE"].flatMap(Int.init) ?? 1)
  }
}
