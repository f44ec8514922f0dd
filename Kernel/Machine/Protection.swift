/// NT's five-bit page protection, as software PTEs, VADs and segments keep it. NT: MM_PROTECTION_MASK
public struct Protection: Equatable, Sendable {
  /// 0...31: a code in bits 0-2, a modifier in bits 3-4.
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw & 31 }

  public static let none = Self(raw: 0)
  public static let readOnly = Self(raw: 1)
  public static let execute = Self(raw: 2)
  public static let executeRead = Self(raw: 3)
  public static let readWrite = Self(raw: 4)
  public static let writeCopy = Self(raw: 5)
  public static let executeReadWrite = Self(raw: 6)
  public static let executeWriteCopy = Self(raw: 7)
  /// A page that was committed and given back. NT: MM_DECOMMIT
  public static let decommitted = Self(raw: 0x10)
  public static let noAccess = Self(raw: 0x18)
  /// A page of a kernel stack that is out. NT: MM_KSTACK_OUTSWAPPED
  public static let outswappedStack = Self(raw: 0x1F)

  private var code: UInt32 { raw & 7 }
  private var modifier: UInt32 { raw & 0x18 }
  /// Nobody may touch it: reserved, given back, or forbidden.
  public var isInaccessible: Bool { code == 0 }
  /// The first touch is reported to whoever tried, and takes the guard away.
  public var isGuard: Bool { modifier == 0x10 && code != 0 }
  public var withoutGuard: Self { isGuard ? Self(raw: code) : self }
  /// Writes go to the page itself.
  public var isWritable: Bool { code & 5 == 4 }
  /// The first write makes a private copy.
  public var isCopyOnWrite: Bool { code & 5 == 5 }
  public var isNoCache: Bool { modifier == 0x08 }
}
