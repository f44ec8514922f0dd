import Machine

@testable import MemoryManager

extension ProcessModel {
  /// One of eight, and at most one modifier, which PAGE_NOACCESS cannot have.
  static func isProtection(_ protect: UInt32) -> Bool {
    let (base, modifier) = (protect & 0xFF, protect & ~0xFF)
    guard base.nonzeroBitCount == 1, [0, 0x100, 0x200, 0x400].contains(modifier) else { return false }
    return base != PAGE.noAccess || modifier == 0
  }
  static func isCopyOnWrite(_ protect: UInt32) -> Bool { protect & 0x88 != 0 }

  /// True if a locked page was unlocked: nobody may touch it any more, or whoever does is to be told.
  mutating func setProtection(_ page: UInt32, _ protect: UInt32) -> Bool {
    pages[page]!.protect = protect
    guard protect & (PAGE.noAccess | PAGE.guardPage) != 0, pages[page]!.locks != 0 else { return false }
    pages[page]!.locks = 0
    return true
  }

  static func judge(_ region: MemoryRegion) -> Status? {
    if region.base > 0x7FFE_FFFF { return .invalidParameter2 }
    return region.size == 0 || region.size > 0x7FFE_FFFF - region.base ? .invalidParameter3 : nil
  }

  mutating func protect(_ region: MemoryRegion, _ protect: UInt32) -> Answer {
    if !Self.isProtection(protect) { return Answer(.invalidPageProtection, region) }
    if let refusal = Self.judge(region) { return Answer(refusal, region) }
    let range = region.pages
    guard let vad = self.region(range.lowerBound), range.upperBound <= vad.end else { return Answer(.conflictingAddresses, region) }
    if Self.isCopyOnWrite(protect) { return Answer(.invalidPageProtection, region) }
    if !vad.isPaged { return protect == vad.protect ? Answer(.success, MemoryRegion(pages: range), protect) : Answer(.conflictingAddresses, region) }
    guard range.allSatisfy({ pages[$0] != nil }) else { return Answer(.notCommitted, region) }
    let old = pages[range.lowerBound]!.protect
    var wasLocked = false
    for page in range where setProtection(page, protect) { wasLocked = true }
    return Answer(wasLocked ? .wasUnlocked : .success, MemoryRegion(pages: range), old)
  }
}
