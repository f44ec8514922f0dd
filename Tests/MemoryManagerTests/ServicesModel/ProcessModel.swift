import Machine

@testable import MemoryManager

/// What the system can promise still: pages, and pages that need not be pageable.
struct Left {
  let promises: UInt32
  let resident: UInt32
}

/// What a process may expect of its memory, page by page and without any cleverness: the picture that the real thing is compared with.
///
/// Protections are PAGE_ constants, page numbers count from address 0.
struct ProcessModel {
  /// Reserved in one piece. What has been committed of it is in `pages`.
  struct Region {
    var start: UInt32
    var end: UInt32
    let protect: UInt32
    let watchesWrites: Bool
    /// False where the owner maps pages of his own.
    let isPaged: Bool
  }

  /// A committed page. Of its words the first and the last are ever written; all others are zero.
  struct Page {
    var protect: UInt32
    var first: UInt32 = 0
    var last: UInt32 = 0
    /// The program said that it does not need the bytes, and has not written again: each may be zero instead, but then all of them are.
    var isForgettable = false
    var locks: UInt32 = 0
  }

  /// The first page that is given to who does not ask for an address, and the last of all.
  static let lowestPage: UInt32 = 0x10
  static let highestPage: UInt32 = 0x7FFDF

  /// In ascending order.
  var regions: [Region] = []
  var pages: [UInt32: Page] = [:]
  /// Pages of regions with write watch that were written to.
  var written: Set<UInt32> = []
  /// Pages that were ever written to. As long as its bytes are nowhere else a page that comes back after it was trimmed counts as written to: nobody
  /// can say which of these do.
  var everWritten: Set<UInt32> = []
  /// Page tables that the process pays for.
  var tables: Set<UInt32> = []
  var commitLimit = UInt32.max
  var minimum = UserMemory.defaultMinimum
  var maximum = UserMemory.defaultMaximum

  /// Every process pays for its directory, hyperspace and working set list.
  var commitCharge: UInt32 { 3 + UInt32(tables.count + pages.count) }
  var virtualPages: UInt32 { regions.reduce(0) { $0 + $1.end - $1.start + 1 } }
  var lockedPages: UInt32 { UInt32(pages.values.count { $0.locks != 0 }) }

  func regionIndex(_ page: UInt32) -> Int? { regions.firstIndex { $0.start <= page && page <= $0.end } }
  func region(_ page: UInt32) -> Region? { regionIndex(page).map { regions[$0] } }
  func isFree(_ pages: ClosedRange<UInt32>) -> Bool { !regions.contains { $0.start <= pages.upperBound && pages.lowerBound <= $0.end } }

  // MARK: Promises

  static func tables(_ pages: ClosedRange<UInt32>) -> ClosedRange<UInt32> { pages.lowerBound >> 10...pages.upperBound >> 10 }
  func uncharged(_ pages: ClosedRange<UInt32>) -> UInt32 { UInt32(Self.tables(pages).count { !tables.contains($0) }) }

  /// Nil if the process may be promised so much more, `resident` of it not pageable.
  func refuse(_ charge: UInt32, resident: UInt32 = 0, left: Left) -> Status? {
    if charge == 0 { return nil }
    if commitCharge + charge > commitLimit { return .pagefileQuota }
    if charge > left.promises { return .commitmentLimit }
    return resident > left.resident ? .insufficientResources : nil
  }

  // MARK: Accesses

  /// What comes of an access to the page; a guard is gone afterwards.
  mutating func touch(_ number: UInt32, isWrite: Bool) -> FaultResolution {
    guard let page = pages[number] else { return .accessViolation }
    let protect = page.protect & 0xFF
    if protect == PAGE.noAccess { return .accessViolation }
    if isWrite && protect != PAGE.readWrite && protect != PAGE.executeReadWrite { return .accessViolation }
    guard page.protect & PAGE.guardPage == 0 else {
      pages[number]!.protect &= ~PAGE.guardPage
      return .guardPageViolation
    }
    if isWrite { everWritten.insert(number) }
    if isWrite && region(number)!.watchesWrites { written.insert(number) }
    return .resolved
  }

  /// The page has just been looked at: its last word was `last`.
  mutating func noteSeen(_ number: UInt32, first: UInt32, last: UInt32) -> Bool {
    guard var page = pages[number] else { return false }
    if page.isForgettable && first == 0 && last == 0 { (page.first, page.last) = (0, 0) }
    guard page.first == first, page.last == last else { return false }
    pages[number] = page
    return true
  }
}
