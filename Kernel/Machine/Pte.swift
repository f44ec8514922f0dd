/// One 32-bit page-table entry of the non-PAE i686, in the hardware format or one of NT's software formats.
///
/// The formats are those of NT's uniprocessor kernel: bit 1 is both the processor's R/W and the logical "writable".
/// Nothing outside this file knows where a bit is. Source: Microsoft's public symbols for MMPTE.
public struct Pte: Equatable, Sendable {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
  /// No entry yet: the VADs know. NT: MMPTE zero
  public static let zero = Pte(raw: 0)

  private enum Bit {
    static let valid: UInt32 = 1 << 0
    static let write: UInt32 = 1 << 1
    static let owner: UInt32 = 1 << 2
    static let cacheDisable: UInt32 = 1 << 4
    static let accessed: UInt32 = 1 << 5
    static let dirty: UInt32 = 1 << 6
    static let large: UInt32 = 1 << 7
    static let prototype: UInt32 = 1 << 10
    static let transition: UInt32 = 1 << 11
  }

  // MARK: Making one

  /// A valid entry of the system. It starts accessed (and dirty if writable), so that the processor need not write it back.
  public static func kernel(_ frame: PageFrameNumber, writable: Bool = true) -> Pte {
    Pte(raw: frame.raw << 12 | Bit.accessed | Bit.valid | (writable ? Bit.write | Bit.dirty : 0))
  }
  /// A valid entry for device memory.
  public static func device(_ frame: PageFrameNumber) -> Pte { Pte(raw: kernel(frame).raw | Bit.cacheDisable) }
  /// A directory entry that maps 4 MB. `frame` is a multiple of 1,024.
  public static func large(_ frame: PageFrameNumber, writable: Bool) -> Pte {
    Pte(raw: kernel(frame, writable: writable).raw | Bit.large)
  }
  /// The valid entry that a fault makes of a page with `protection`: accessed, and dirty when the fault was a write.
  @inline(__always)
  public static func resolved(_ frame: PageFrameNumber, _ protection: Protection, dirty: Bool, isUser: Bool = false) -> Pte {
    let rights = (protection.isWritable ? Bit.write : 0) | (protection.isNoCache ? Bit.cacheDisable : 0) | (isUser ? Bit.owner : 0)
    return Pte(raw: frame.raw << 12 | Bit.accessed | Bit.valid | rights | (dirty ? Bit.dirty : 0))
  }
  /// A directory entry for a page table of user space: each page's own entry says what may be done with it.
  public static func userTable(_ frame: PageFrameNumber) -> Pte { Pte(raw: kernel(frame).raw | Bit.owner) }
  /// A directory entry that maps 4 MB of a process. `frame` is a multiple of 1,024.
  public static func userLarge(_ frame: PageFrameNumber, _ protection: Protection) -> Pte {
    Pte(raw: resolved(frame, protection, dirty: true, isUser: true).raw | Bit.large)
  }
  /// A committed page that no one has touched. NT: MMPTE_SOFTWARE with page file 0, offset 0
  public static func demandZero(_ protection: Protection) -> Pte { Pte(raw: protection.raw << 5) }
  /// A page that was committed and given back, in memory that was committed as a whole. NT: MmDecommittedPte
  public static let decommitted = demandZero(.decommitted)
  /// A page on the standby or modified list, or on its way to or from the disk. NT: MMPTE_TRANSITION
  public static func transition(_ frame: PageFrameNumber, _ protection: Protection) -> Pte {
    Pte(raw: frame.raw << 12 | Bit.transition | protection.raw << 5)
  }
  /// A page that is in a page file and nowhere else. `file` is 0...15, `offset` the slot there, from 1 up to 2^20. NT: MMPTE_SOFTWARE
  @inline(__always)
  public static func pageFile(file: UInt32, offset: UInt32, _ protection: Protection) -> Pte {
    Pte(raw: offset << 12 | protection.raw << 5 | (file & 15) << 1)
  }
  /// Of a software format: the same page with another protection.
  public func withProtection(_ protection: Protection) -> Pte { Pte(raw: raw & ~(31 << 5) | protection.raw << 5) }
  /// The same page, no longer marked as touched by the processor.
  public var notAccessed: Pte { Pte(raw: raw & ~Bit.accessed) }
  /// The same page, no longer marked as written by the processor.
  public var notDirty: Pte { Pte(raw: raw & ~Bit.dirty) }

  // MARK: Reading a valid one

  public var isValid: Bool { raw & Bit.valid != 0 }
  /// Meaningful in every format that names a frame.
  public var frame: PageFrameNumber { PageFrameNumber(raw >> 12) }
  public var isWritable: Bool { raw & Bit.write != 0 }
  public var isUser: Bool { raw & Bit.owner != 0 }
  public var isAccessed: Bool { raw & Bit.accessed != 0 }
  public var isDirty: Bool { raw & Bit.dirty != 0 }
  public var isLarge: Bool { raw & Bit.large != 0 }
  public var isCacheDisabled: Bool { raw & Bit.cacheDisable != 0 }
  /// Kept in bits 5 to 9 of every software format.
  public var softwareProtection: Protection { Protection(raw: raw >> 5) }
  /// Of the form of a page in a page file.
  public var pageFileNumber: UInt32 { raw >> 1 & 15 }
  /// Of the form of a page that is in memory no more, or was not yet: it names a slot.
  @inline(__always)
  public var namesSlot: Bool { raw >> 12 != 0 }
  /// Both are pages in one page file, and this one's slot comes next after that of `other`.
  public func isInSlot(behind other: Pte) -> Bool {
    guard case .pageFile(let file, let offset, _) = state, case .pageFile(let otherFile, let otherOffset, _) = other.state else { return false }
    return file == otherFile && offset == otherOffset + 1
  }
  /// Of the form of a page in a page file; 0 for a page that no one has touched.
  public var pageFileOffset: UInt32 { raw >> 12 }

  // MARK: Decoding

  /// The six states of NT's PTE, tested in NT's order.
  public enum State: Equatable, Sendable {
    case valid(PageFrameNumber)
    case unknown
    case prototype
    case transition(PageFrameNumber, Protection)
    case pageFile(file: UInt32, offset: UInt32, Protection)
    case demandZero(Protection)
  }
  @inline(__always)
  public var state: State {
    if isValid { return .valid(frame) }
    if raw == 0 { return .unknown }
    if raw & Bit.prototype != 0 { return .prototype }
    if raw & Bit.transition != 0 { return .transition(frame, softwareProtection) }
    if raw >> 12 != 0 { return .pageFile(file: pageFileNumber, offset: pageFileOffset, softwareProtection) }
    return .demandZero(softwareProtection)
  }
}
