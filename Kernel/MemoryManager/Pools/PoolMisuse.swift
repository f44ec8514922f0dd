import Machine

/// What a caller of the pools did wrong, as NT's bug checks tell it. Nothing was changed.
package struct PoolMisuse: Equatable {
  /// 0xC2 BAD_POOL_CALLER or 0x19 BAD_POOL_HEADER.
  package let code: UInt32
  package let p1: UInt32
  package let p2: UInt32
  package let p3: UInt32
  package let p4: UInt32

  private init(_ code: UInt32, _ p1: UInt32, _ p2: UInt32, _ p3: UInt32, _ p4: UInt32) {
    self.code = code
    self.p1 = p1
    self.p2 = p2
    self.p3 = p3
    self.p4 = p4
  }

  static func zeroBytes(_ type: PoolType, _ tag: PoolTag) -> Self { Self(0xC2, 0, 0, type.rawValue, tag.raw) }
  static func irql(allocating bytes: UInt32, _ type: PoolType) -> Self { Self(0xC2, 8, Irql.current, type.rawValue, bytes) }
  static func irql(freeing address: VirtualAddress, _ type: PoolType) -> Self { Self(0xC2, 9, Irql.current, type.rawValue, address.raw) }
  static func alreadyFree(_ address: VirtualAddress, _ header: PoolHeader) -> Self { Self(0xC2, 7, 0, header.raw, address.raw) }
  static func wrongTag(_ address: VirtualAddress, found: PoolTag, given: PoolTag) -> Self {
    Self(0xC2, 0xA, address.raw, found.raw, given.raw)
  }
  static func notFromPool(_ address: VirtualAddress) -> Self { Self(0xC2, address.isSystem ? 0x46 : 0x40, address.raw, 0, 0) }
  static func notAllocated(_ address: VirtualAddress, _ type: PoolType) -> Self {
    Self(0xC2, type == .nonpaged ? 0x44 : 0x50, address.raw, 0, 0)
  }
  static func damagedHeader(_ address: VirtualAddress, kind: UInt32, _ header: PoolHeader) -> Self {
    Self(0x19, kind, address.raw, header.raw, 0)
  }
}
