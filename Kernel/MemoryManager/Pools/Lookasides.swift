import Machine

/// The lookaside lists of both pools: a slot for each size up to 2,048 bytes, and a stack behind it for each up to 256.
/// NT: PPNPagedLookasideList, PPPagedLookasideList
@safe package struct Lookasides: Sendable {
  /// What a slot takes at most, so that what lies in slots stays small beside what the pools hold.
  package static var largestBytes: UInt32 { 2048 }
  static var largestUnits: UInt32 { largestBytes >> 3 + 1 }
  private static var largestStackUnits: UInt32 { 256 >> 3 + 1 }
  /// Sizes are 0 to `largestUnits`, in units of 8 bytes with the header; a power of two more than enough makes the index cheap.
  private static var slots: UInt { 512 }
  private static var stacks: UInt { UInt(largestStackUnits) + 1 }
  private static var slotBytes: UInt { 4 }
  private static var stacksOffset: UInt { 2 * slots * slotBytes }

  package static var bytes: Int { Int(stacksOffset + 2 * stacks * UInt(Locked<Lookaside>.bytes)) }
  private let base: UInt

  /// The lists at `address`, which holds `bytes`. `place` comes before any other use.
  @unsafe init(at address: UInt) { base = address }

  func place() {
    for index in 0..<2 * Self.slots { unsafe LookasideSlot(at: base + index * Self.slotBytes).clear() }
    for units in 0...Self.largestStackUnits {
      stack(.nonpaged, units).place(Lookaside())
      stack(.paged, units).place(Lookaside())
    }
  }

  /// The slot for blocks of `units`, at most `largestUnits`.
  @inline(__always)
  func slot(_ type: PoolType, _ units: UInt32) -> LookasideSlot {
    unsafe LookasideSlot(at: base &+ (UInt(type.rawValue) &* Self.slots &+ UInt(units)) &* Self.slotBytes)
  }

  private func stack(_ type: PoolType, _ units: UInt32) -> Locked<Lookaside> {
    unsafe Locked(at: base &+ Self.stacksOffset &+ (UInt(type.rawValue) &* Self.stacks &+ UInt(units)) &* UInt(Locked<Lookaside>.bytes))
  }

  /// A block of `units` from the stack behind the slot.
  @inline(never)
  func pop(_ type: PoolType, _ units: UInt32) -> VirtualAddress? {
    units <= Self.largestStackUnits && Irql.current <= type.highestIrql.rawValue ? stack(type, units).withLock { $0.pop() } : nil
  }

  @inline(never)
  func push(_ type: PoolType, _ units: UInt32, _ block: VirtualAddress) -> Bool {
    units <= Self.largestStackUnits && Irql.current <= type.highestIrql.rawValue && stack(type, units).withLock { $0.push(block) }
  }

  /// Takes out all that is kept of one pool.
  func drain(_ type: PoolType, free: (VirtualAddress) -> Void) {
    for units in 2...Self.largestUnits {
      while let block = slot(type, units).take() ?? pop(type, units) { free(block) }
    }
  }

  /// Adjusts every stack's depth; calls `free` with each block for which there is no room any more. NT: ExAdjustLookasideDepth
  func adjustDepths(free: (PoolType, VirtualAddress) -> Void) {
    for units in 2...Self.largestStackUnits {
      adjust(.nonpaged, units, free)
      adjust(.paged, units, free)
    }
  }

  private func adjust(_ type: PoolType, _ units: UInt32, _ free: (PoolType, VirtualAddress) -> Void) {
    let stack = stack(type, units)
    stack.withLock { $0.adjustDepth() }
    while let block = stack.withLock({ $0.popSurplus() }) { free(type, block) }
  }
}
