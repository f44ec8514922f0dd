import Machine

/// Which pool. NT: POOL_TYPE
package enum PoolType: UInt32, Sendable {
  case nonpaged = 0
  case paged = 1
  /// Where it may be allocated and freed.
  var highestIrql: Irql { self == .nonpaged ? .dispatch : .apc }
  package var name: StaticString { self == .nonpaged ? "Nonpaged" : "Paged" }
}

/// Four ASCII characters that say whose a block is, the first in the lowest byte.
package struct PoolTag: Equatable, Sendable, ExpressibleByStringLiteral {
  package let raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  /// Takes the first four characters of `text`.
  package init(stringLiteral text: StaticString) {
    var value: UInt32 = 0
    for index in 0..<min(4, text.utf8CodeUnitCount) {
      value |= UInt32(unsafe text.utf8Start[index]) << UInt32(truncatingIfNeeded: index * 8)
    }
    raw = value
  }
  /// "None": of callers who give none.
  package static var none: PoolTag { PoolTag(raw: 0x656E_6F4E) }
  /// "Proc"
  package static var process: PoolTag { PoolTag(raw: 0x636F_7250) }
  /// "Mm  "
  package static var memoryManager: PoolTag { PoolTag(raw: 0x2020_6D4D) }
  /// "Obtb"
  package static var handleTable: PoolTag { PoolTag(raw: 0x6274_624F) }
  /// "Thre"
  package static var thread: PoolTag { PoolTag(raw: 0x6572_6854) }
  /// "Disk"
  package static var disk: PoolTag { PoolTag(raw: 0x6B73_6944) }
}

/// The 8 bytes in front of every block below a page. NT: POOL_HEADER (Windows XP)
///
/// dword 0: bits 0-8 size of the block before it in the page (0: this is the first), 16-24 size of this block, both in units of
/// 8 bytes with the header; 25-31 pool type + 1, or 0 for a free block. dword 1: the tag, or 0 while a lookaside list keeps the block.
package struct PoolHeader: Equatable {
  package static var bytes: UInt32 { 8 }
  package var raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  package init(previousSize: UInt32, size: UInt32, type: PoolType?) {
    raw = previousSize | size << 16 | (type.map { $0.rawValue + 1 } ?? 0) << 25
  }

  /// In units of 8 bytes.
  package var previousSize: UInt32 {
    get { raw & 0x1FF }
    set { raw = raw & ~0x1FF | newValue }
  }
  /// In units of 8 bytes, header included.
  package var size: UInt32 { raw >> 16 & 0x1FF }
  private var typeField: UInt32 { raw >> 25 }
  package var isFree: Bool { typeField == 0 }
  func isOwned(by type: PoolType) -> Bool { typeField == type.rawValue + 1 }
  /// The pool of a block that has an owner.
  package var type: PoolType? { PoolType(rawValue: typeField &- 1) }
}
