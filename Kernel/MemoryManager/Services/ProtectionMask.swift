import Machine

/// NT's page protections as programs give them: one of eight, and at most one modifier. NT: PAGE_NOACCESS ... PAGE_WRITECOMBINE
extension Protection {
  private enum Modifier {
    static var guardPage: UInt32 { 0x100 }
    static var noCache: UInt32 { 0x200 }
    static var writeCombine: UInt32 { 0x400 }
  }

  /// Throws `invalidPageProtection`. NT: MiMakeProtectionMask
  @inline(__always)
  package init(win32 value: UInt32) throws(Status) {
    let (bit, modifiers) = (value & 0xFF, value & 0x700)
    // One bit, and at most one: what is left without the lowest is nothing.
    guard value & ~0x7FF == 0, bit != 0, bit & (bit - 1) == 0, modifiers & (modifiers &- 1) == 0 else { throw .invalidPageProtection }
    guard bit != 1 else {
      guard modifiers == 0 else { throw .invalidPageProtection }
      self = .noAccess
      return
    }
    self.init(raw: Self.counterpart(UInt32(bit.trailingZeroBitCount)) | (modifiers == 0 ? 0 : Self.code(modifier: modifiers)))
  }

  /// The code of the protection that is bit `number` here, and the other way round: 2 and 4 have changed places, and so have 3 and 5.
  private static func counterpart(_ number: UInt32) -> UInt32 { 0x7632_5410 &>> (number &* 4) & 7 }

  private static func code(modifier: UInt32) -> UInt32 {
    switch modifier {
    case Modifier.guardPage: 0x10
    case Modifier.noCache: 0x08
    default: 0x18
    }
  }

  /// Back again; 0 for a page that is not committed. NT: MI_CONVERT_FROM_PTE_PROTECTION
  package var win32: UInt32 {
    @inline(__always) get {
      if self == .noAccess { return 0x01 }
      guard raw & 7 != 0 else { return 0 }
      return 1 &<< Self.counterpart(raw & 7) | modifier
    }
  }
  private var modifier: UInt32 {
    guard raw & 0x18 != 0 else { return 0 }
    switch raw & 0x18 {
    case 0x08: return Modifier.noCache
    case 0x10: return Modifier.guardPage
    default: return Modifier.writeCombine
    }
  }
}
