import Machine

/// The lookaside lists of both pools: one for each size up to 256 bytes. NT: PPNPagedLookasideList, PPPagedLookasideList
@safe package struct Lookasides: Sendable {
  package static var largestBytes: UInt32 { 256 }
  /// With the header.
  static var largestUnits: UInt32 { largestBytes >> 3 + 1 }
  private static var lists: UInt32 { largestUnits + 1 }
  package static var bytes: Int { Int(2 * lists) * Locked<Lookaside>.bytes }
  private let base: UInt

  package init() { base = 0 }

  /// Puts the lists at `place`, which holds `bytes`.
  @unsafe init(at place: UnsafeMutableRawPointer) {
    base = UInt(bitPattern: place)
    for index in 0..<Int(2 * Self.lists) {
      _ = unsafe Locked(Lookaside(maximumDepth: Lookaside.capacity), at: place + index * Locked<Lookaside>.bytes)
    }
  }

  /// The list of blocks of `units` (of 8 bytes, with the header), 2 to 33.
  @inline(__always)
  package subscript(type: PoolType, units: UInt32) -> Locked<Lookaside> {
    let index = UInt(type.rawValue &* Self.lists &+ units)
    return unsafe Locked(at: base &+ index &* UInt(Locked<Lookaside>.bytes))
  }

  /// NT: ExAdjustLookasideDepth
  func adjustDepths() {
    for units in 2...Self.largestUnits {
      self[.nonpaged, units].withLock { $0.adjustDepth() }
      self[.paged, units].withLock { $0.adjustDepth() }
    }
  }
}
