import CMachine
import Machine

/// Blocks kept for the next caller who wants the same size: a stack of addresses with a depth that follows demand. NT: GENERAL_LOOKASIDE
///
/// NT links the kept blocks through their own bytes; kept here as addresses in nonpaged memory, they are not touched, so a block of paged pool
/// need not be resident to be handed out, and a write after free cannot send the list astray.
package struct Lookaside: ~Copyable, Guarded {
  package static var rank: LockRank { .lookaside }
  /// A power of two. NT: MaximumDepth
  package static var capacity: UInt32 { 32 }
  private static var startDepth: UInt32 { 4 }

  private var blocks = InlineArray<32, UInt32>(repeating: 0)
  package private(set) var count: UInt32 = 0
  /// How many blocks may be kept now. NT: Depth
  package private(set) var depth = Lookaside.startDepth
  /// Since the last adjustment: requests that found nothing, and the fewest blocks that were there.
  private var misses: UInt32 = 0
  private var leastCount: UInt32 = 0

  package init() {}

  package mutating func pop() -> VirtualAddress? {
    guard count != 0 else {
      misses &+= 1
      return nil
    }
    count &-= 1
    leastCount = min(leastCount, count)
    return VirtualAddress(blocks[Int(count & (Self.capacity - 1))])
  }

  /// False if the list is full: the caller frees the block.
  package mutating func push(_ block: VirtualAddress) -> Bool {
    guard count < depth else { return false }
    blocks[Int(count & (Self.capacity - 1))] = block.raw
    count &+= 1
    return true
  }

  /// Once a second: deeper where requests found nothing, shallower where blocks lay unused. NT: ExAdjustLookasideDepth
  package mutating func adjustDepth() {
    if misses > 0 {
      depth = min(Self.capacity, depth + max(1, misses / 16))
    } else if leastCount > 0 && depth > Self.startDepth {
      depth -= 1
    }
    misses = 0
    leastCount = count
  }

  /// A block that the list no longer has room for. NT: ExpScanGeneralLookasideList
  package mutating func popSurplus() -> VirtualAddress? {
    guard count > depth else { return nil }
    count &-= 1
    return VirtualAddress(blocks[Int(count & (Self.capacity - 1))])
  }
}

/// Room for one block, in front of everything: most blocks are freed and asked for again in turn. One locked instruction puts it in or takes
/// it out, without a lock and at any IRQL.
@safe package struct LookasideSlot: Sendable {
  private let address: UInt
  private var word: UnsafeMutablePointer<UInt32> { unsafe UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped }

  /// The slot at `address`, a dword that is 0 at first.
  @unsafe package init(at address: UInt) { self.address = address }

  @inline(__always)
  package func take() -> VirtualAddress? {
    let block = unsafe cpu_exchange(word, 0)
    return block == 0 ? nil : VirtualAddress(block)
  }
  /// False if the slot is taken.
  @inline(__always)
  package func put(_ block: VirtualAddress) -> Bool { unsafe cpu_fill_empty(word, block.raw) }
  package func clear() { unsafe word.initialize(to: 0) }
}
