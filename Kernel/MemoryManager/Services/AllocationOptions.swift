import Machine

/// How memory is to be allocated: what is left of the three numbers a program gives when they have been found good. NT: the parameters of
/// NtAllocateVirtualMemory
package struct AllocationOptions {
  private enum Flag {
    static var commit: UInt32 { 0x1000 }
    static var reserve: UInt32 { 0x2000 }
    static var reset: UInt32 { 0x8_0000 }
    static var topDown: UInt32 { 0x10_0000 }
    static var writeWatch: UInt32 { 0x20_0000 }
    static var physical: UInt32 { 0x40_0000 }
    static var largePages: UInt32 { 0x2000_0000 }
    static var all: UInt32 { commit | reserve | reset | topDown | writeWatch | physical | largePages }
  }
  /// NT: ZeroBits above this leave no room. Source: MiFindEmptyAddressRange's callers, 32-bit
  private static var mostZeroBits: UInt32 { 21 }

  package let protection: Protection
  let type: UInt32
  /// The last byte that may be used when the program leaves the choice of the place.
  let limit: UInt32

  package var commits: Bool { type & Flag.commit != 0 }
  package var reserves: Bool { type & Flag.reserve != 0 }
  package var resets: Bool { type & Flag.reset != 0 }
  package var isTopDown: Bool { type & Flag.topDown != 0 }
  package var watchesWrites: Bool { type & Flag.writeWatch != 0 }
  /// Only for holders of a privilege. NT: SeLockMemoryPrivilege
  package var usesLargePages: Bool { type & Flag.largePages != 0 }
  /// The owner maps pages of his own into it. NT: MEM_PHYSICAL
  var isAddressWindow: Bool { type & Flag.physical != 0 }

  /// Throws what NT says of the first thing that is wrong.
  @inline(__always)
  package init(zeroBits: UInt32, type: UInt32, protect: UInt32) throws(Status) {
    guard zeroBits <= Self.mostZeroBits else { throw .invalidParameter3 }
    guard type & ~Flag.all == 0, type & (Flag.commit | Flag.reserve | Flag.reset) != 0 else { throw .invalidParameter5 }
    if type & Flag.reset != 0 && type != Flag.reset { throw .invalidParameter5 }
    if type & Flag.largePages != 0 { try Self.checkLargePages(type) }
    if type & Flag.writeWatch != 0 && type & Flag.reserve == 0 { throw .invalidParameter5 }
    if type & Flag.physical != 0 { try Self.checkPhysical(type, protect) }
    protection = try Protection(win32: protect)
    self.type = type
    limit = UInt32.max >> zeroBits
  }

  private static func checkLargePages(_ type: UInt32) throws(Status) {
    guard type & Flag.commit != 0, type & (Flag.physical | Flag.writeWatch) == 0 else { throw .invalidParameter5 }
  }

  private static func checkPhysical(_ type: UInt32, _ protect: UInt32) throws(Status) {
    guard type & ~(Flag.physical | Flag.reserve | Flag.topDown) == 0, type & Flag.reserve != 0 else { throw .invalidParameter5 }
    guard protect == 0x04 else { throw .invalidParameter6 }
  }

  /// Whether the region, as captured, can be allocated so in any address space.
  package func check(_ region: MemoryRegion) throws(Status) {
    let highest = MemoryManager.highestRangeAddress
    guard region.base <= highest.raw else { throw .invalidParameter2 }
    guard region.size > 0, region.size <= highest.raw + 1 - region.base else { throw .invalidParameter4 }
  }

  /// Committing without a place means reserving too.
  func reserves(at base: UInt32) -> Bool { reserves || (base == 0 && commits) }
}

/// What is to be done with memory that is given back. NT: MEM_DECOMMIT, MEM_RELEASE
package enum FreeType: UInt32, Sendable {
  case decommit = 0x4000
  case release = 0x8000

  /// Throws `invalidParameter4`.
  package init(_ value: UInt32) throws(Status) {
    guard let type = Self(rawValue: value) else { throw .invalidParameter4 }
    self = type
  }

  package func check(_ region: MemoryRegion) throws(Status) { try region.checkEnd() }
}
