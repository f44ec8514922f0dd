import Machine

@testable import MemoryManager

/// Who owns what, plainly: the picture that the whole machine is compared with. Every owner has filled what is his with a pattern.
struct Model {
  struct Block {
    let address: VirtualAddress
    let bytes: UInt32
    let type: PoolType
    let tag: PoolTag
    let pattern: UInt32
  }
  struct Reservation {
    let first: PteAddress
    let count: UInt32
  }
  struct Contiguous {
    let address: VirtualAddress
    let pages: UInt32
    let pattern: UInt32
  }
  struct IoMapping {
    let address: VirtualAddress
    let bytes: UInt32
  }

  var blocks: [Block] = []
  var reservations: [Reservation] = []
  var contiguous: [Contiguous] = []
  var stacks: [(top: VirtualAddress, pattern: UInt32)] = []
  var stacksOut: Set<VirtualAddress> = []
  var mappings: [IoMapping] = []

  /// The first byte and the end of everything that is owned, in ascending order.
  private var extents: [(UInt64, UInt64)] {
    let stackBytes = (MemoryManager.kernelStackPages + 1) << 12
    let all =
      blocks.map { (UInt64($0.address.raw), UInt64($0.bytes)) } + reservations.map { (UInt64($0.first.mapped.raw), UInt64($0.count) << 12) }
      + contiguous.map { (UInt64($0.address.raw), UInt64($0.pages) << 12) }
      + stacks.map { (UInt64($0.top.raw - stackBytes), UInt64(stackBytes)) }
      + mappings.map { (UInt64($0.address.raw), UInt64($0.bytes)) }
    return all.map { ($0.0, $0.0 + $0.1) }.sorted { $0.0 < $1.0 }
  }
  /// No two owners share a byte.
  var isDisjoint: Bool {
    let extents = extents
    return zip(extents, extents.dropFirst()).allSatisfy { $0.1 <= $1.0 }
  }
  /// What the tag has in the pool, as the model sees it: blocks, and at least so many bytes.
  func holding(_ tag: PoolTag, _ type: PoolType) -> (count: UInt32, bytes: UInt32) {
    let mine = blocks.filter { $0.tag == tag && $0.type == type }
    return (UInt32(mine.count), mine.reduce(0) { $0 + $1.bytes })
  }
}
