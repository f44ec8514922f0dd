import Machine

/// Blocks kept for the next caller who wants the same size: a stack of addresses with a depth that follows demand. NT: GENERAL_LOOKASIDE
///
/// NT links the kept blocks through their own bytes; kept here as addresses in nonpaged memory, they are not touched, so a block of paged pool
/// need not be resident to be handed out, and a write after free cannot send the list astray.
package struct Lookaside: ~Copyable, Guarded {
  package static var rank: LockRank { .lookaside }
  package static var capacity: UInt32 { 32 }
  private static var startDepth: UInt32 { 4 }

  private var blocks = InlineArray<32, UInt32>(repeating: 0)
  package private(set) var count: UInt32 = 0
  /// How many blocks may be kept now. NT: Depth
  package private(set) var depth: UInt32
  package let maximumDepth: UInt32
  private var allocations: UInt32 = 0
  private var misses: UInt32 = 0

  package init(maximumDepth: UInt32) {
    self.maximumDepth = min(maximumDepth, Self.capacity)
    depth = min(Self.startDepth, self.maximumDepth)
  }

  @inline(__always)
  package mutating func pop() -> VirtualAddress? {
    allocations &+= 1
    guard count != 0 else {
      misses &+= 1
      return nil
    }
    count &-= 1
    return VirtualAddress(blocks[Int(count)])
  }

  /// False if the list is full: the caller frees the block.
  @inline(__always)
  package mutating func push(_ block: VirtualAddress) -> Bool {
    guard count < depth else { return false }
    blocks[Int(count)] = block.raw
    count &+= 1
    return true
  }

  /// Once a second: deeper where many allocations missed, shallower where few came. NT: ExAdjustLookasideDepth
  package mutating func adjustDepth() {
    if allocations < 25 {
      if depth > Self.startDepth { depth -= 1 }
    } else if misses * 16 > allocations {
      depth = min(maximumDepth, depth + max(1, misses / 16))
    }
    (allocations, misses) = (0, 0)
  }
}
