import Machine

/// NT's page protections as programs give them: one of eight, and at most one modifier. NT: PAGE_NOACCESS ... PAGE_WRITECOMBINE
extension Protection {
  private enum Modifier {
    static var guardPage: UInt32 { 0x100 }
    static var noCache: UInt32 { 0x200 }
    static var writeCombine: UInt32 { 0x400 }
  }

  /// Throws `invalidPageProtection`. NT: MiMakeProtectionMask
  package init(win32 value: UInt32) throws(Status) {
    let (bit, modifiers) = (value & 0xFF, value & 0x700)
    // One bit, and at most one: what is left without the lowest is nothing.
    guard value & ~0x7FF == 0, bit != 0, bit & (bit - 1) == 0, modifiers & (modifiers &- 1) == 0 else { throw .invalidPageProtection }
    guard value & 0xFF != 1 else {
      guard value == 1 else { throw .invalidPageProtection }
      self = .noAccess
      return
    }
    let modifier: UInt32 =
      switch value & 0x700 {
      case Modifier.guardPage: 0x10
      case Modifier.noCache: 0x08
      case Modifier.writeCombine: 0x18
      default: 0
      }
    self.init(raw: Self.code(win32: value & 0xFF) | modifier)
  }

  private static func code(win32 bit: UInt32) -> UInt32 {
    switch bit {
    case 0x02: readOnly.raw
    case 0x04: readWrite.raw
    case 0x08: writeCopy.raw
    case 0x10: execute.raw
    case 0x20: executeRead.raw
    case 0x40: executeReadWrite.raw
    default: executeWriteCopy.raw
    }
  }

  /// Back again; 0 for a page that is not committed. NT: MI_CONVERT_FROM_PTE_PROTECTION
  package var win32: UInt32 {
    if self == .noAccess { return 0x01 }
    let bit: UInt32 =
      switch raw & 7 {
      case 1: 0x02
      case 2: 0x10
      case 3: 0x20
      case 4: 0x04
      case 5: 0x08
      case 6: 0x40
      case 7: 0x80
      default: 0
      }
    guard bit != 0 else { return 0 }
    switch raw & 0x18 {
    case 0x08: return bit | Modifier.noCache
    case 0x10: return bit | Modifier.guardPage
    case 0x18: return bit | Modifier.writeCombine
    default: return bit
    }
  }
}
