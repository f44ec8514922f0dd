import Machine

/// Which pages of a stretch of address space are handed out: runs of consecutive pages, by their index.
///
/// Free runs hang on lists by length: one list for each length up to 16, then one for each power of two. A run of up to 16 pages is
/// found, split, given back and joined with both neighbours in constant time; so is a longer one while any run of the next power of
/// two is free, and only if there is none are the runs of its own list tried one after the other.
///
/// The bookkeeping is a table of 8 bytes a page in memory that is there for the first `grown` pages:
/// dword 0 of a run's first page is its length and what it is, dword 0 of a free run's last page its length again;
/// dword 1 of a free run's first page links the list.
package struct PageRuns: ~Copyable {
  private enum Kind: UInt32 {
    case inside = 0
    case free = 1
    case allocated = 2
    case freeEnd = 3
    case cached = 4
  }
  private static var bins: UInt32 { 28 }
  private static var exactBins: UInt32 { 16 }
  private static var none: UInt32 { 0xFFFF }
  package static var bytesPerPage: UInt32 { 8 }

  let machine: Machine
  package let table: VirtualAddress
  /// Pages that have their part of the table.
  package private(set) var grown: UInt32 = 0
  package private(set) var freePages: UInt32 = 0
  package private(set) var freeRuns: UInt32 = 0
  private var heads = InlineArray<28, UInt16>(repeating: 0xFFFF)
  private var occupied: UInt32 = 0

  package init(machine: Machine, table: VirtualAddress) {
    self.machine = machine
    self.table = table
  }

  // MARK: Interface

  /// The next `pages` pages exist now, and are free. Their part of the table must be there, zeroed.
  package mutating func grow(_ pages: UInt32) {
    let start = grown
    grown += pages
    giveBack(start, pages)
  }

  /// The first page of a run of `pages`, or nil if no run is long enough.
  package mutating func allocate(_ pages: UInt32) -> UInt32? {
    guard let start = find(pages) else { return nil }
    let length = length(start)
    remove(start, length)
    setAllocated(start, pages)
    if length > pages { insert(start + pages, length - pages) }
    return start
  }

  /// A run whose first page is a multiple of `alignment` when counted from `origin`. What is cut off on either side stays free.
  package mutating func allocate(_ pages: UInt32, alignment: UInt32, origin: UInt32) -> UInt32? {
    guard let start = find(pages + alignment - 1) else { return nil }
    let length = length(start)
    let aligned = ((origin + start + alignment - 1) & ~(alignment - 1)) - origin
    remove(start, length)
    setAllocated(aligned, pages)
    if aligned > start { insert(start, aligned - start) }
    if start + length > aligned + pages { insert(aligned + pages, start + length - aligned - pages) }
    return aligned
  }

  /// The length of the allocated run that starts at `start`; nil if none does.
  @inline(__always)
  package func allocatedLength(_ start: UInt32) -> UInt32? {
    guard start < grown, word(start) & 7 == Kind.allocated.rawValue else { return nil }
    return word(start) >> 3
  }

  /// Gives back an allocated run; false, and nothing happens, if none starts there.
  package mutating func release(_ start: UInt32) -> Bool {
    guard let length = allocatedLength(start) else { return false }
    giveBack(start, length)
    return true
  }

  // MARK: Runs kept aside by the owner, linked in a stack of its own

  @inline(__always)
  package func cache(_ start: UInt32, length: UInt32, next: UInt32) {
    setWord(start, length << 3 | Kind.cached.rawValue)
    machine.store32(link(start), next)
  }
  /// Makes a cached run allocated again and returns the one below it on the stack.
  @inline(__always)
  package func uncache(_ start: UInt32, length: UInt32) -> UInt32 {
    setWord(start, length << 3 | Kind.allocated.rawValue)
    return machine.load32(link(start))
  }

  // MARK: The table

  private func place(_ page: UInt32) -> VirtualAddress { table + page << 3 }
  private func link(_ page: UInt32) -> VirtualAddress { table + (page << 3 + 4) }
  private func word(_ page: UInt32) -> UInt32 { machine.load32(place(page)) }
  private func setWord(_ page: UInt32, _ value: UInt32) { machine.store32(place(page), value) }
  private func length(_ start: UInt32) -> UInt32 { word(start) >> 3 }

  /// First and last page are what the neighbours look at.
  private func setAllocated(_ start: UInt32, _ pages: UInt32) {
    setWord(start + pages - 1, Kind.inside.rawValue)
    setWord(start, pages << 3 | Kind.allocated.rawValue)
  }

  private mutating func giveBack(_ start: UInt32, _ pages: UInt32) {
    var first = start
    var length = pages
    // A second release must not find what the first one found.
    setWord(start, Kind.inside.rawValue)
    let behind = start + pages
    if behind < grown, word(behind) & 7 == Kind.free.rawValue {
      let more = self.length(behind)
      remove(behind, more)
      length += more
    }
    if start > 0, let before = freeLength(endingAt: start - 1) {
      first -= before
      remove(first, before)
      length += before
    }
    insert(first, length)
  }

  private func freeLength(endingAt page: UInt32) -> UInt32? {
    let word = word(page)
    switch word & 7 {
    case Kind.freeEnd.rawValue: return word >> 3
    case Kind.free.rawValue where word >> 3 == 1: return 1
    default: return nil
    }
  }

  // MARK: The lists

  private static func bin(_ pages: UInt32) -> UInt32 {
    pages <= exactBins ? pages - 1 : exactBins - 4 + (31 - UInt32(truncatingIfNeeded: pages.leadingZeroBitCount))
  }

  private mutating func find(_ pages: UInt32) -> UInt32? {
    guard pages > 0 else { return nil }
    let bin = Self.bin(pages)
    guard bin < Self.bins else { return nil }
    let first = UInt32(heads[Int(bin)])
    if first != Self.none && length(first) >= pages { return first }
    let above = occupied & ~(1 << bin | (1 << bin &- 1))
    if above != 0 { return UInt32(heads[above.trailingZeroBitCount]) }
    var start = first
    while start != Self.none {
      if length(start) >= pages { return start }
      start = machine.load32(link(start)) & 0xFFFF
    }
    return nil
  }

  private mutating func insert(_ start: UInt32, _ pages: UInt32) {
    let bin = Self.bin(pages)
    let next = UInt32(heads[Int(bin)])
    if pages > 1 { setWord(start + pages - 1, pages << 3 | Kind.freeEnd.rawValue) }
    setWord(start, pages << 3 | Kind.free.rawValue)
    machine.store32(link(start), next | Self.none << 16)
    if next != Self.none { machine.store32(link(next), machine.load32(link(next)) & 0xFFFF | start << 16) }
    heads[Int(bin)] = UInt16(truncatingIfNeeded: start)
    occupied |= 1 << bin
    freePages += pages
    freeRuns += 1
  }

  private mutating func remove(_ start: UInt32, _ pages: UInt32) {
    let bin = Self.bin(pages)
    let links = machine.load32(link(start))
    let (next, previous) = (links & 0xFFFF, links >> 16)
    if next != Self.none { machine.store32(link(next), machine.load32(link(next)) & 0xFFFF | previous << 16) }
    if previous != Self.none {
      machine.store32(link(previous), machine.load32(link(previous)) & 0xFFFF_0000 | next)
    } else {
      heads[Int(bin)] = UInt16(truncatingIfNeeded: next)
      if next == Self.none { occupied &= ~(1 << bin) }
    }
    freePages -= pages
    freeRuns -= 1
  }

  // MARK: Checking

  /// Walks the table from end to end: runs follow each other without a gap, no two free runs touch, and counts are right.
  package func checkInvariants() -> Bool {
    var page: UInt32 = 0
    var (pages, runs) = (UInt32(0), UInt32(0))
    var lastWasFree = false
    while page < grown {
      let length = length(page)
      let kind = word(page) & 7
      guard length > 0, page + length <= grown, kind != Kind.inside.rawValue, kind != Kind.freeEnd.rawValue else { return false }
      let isFree = kind == Kind.free.rawValue
      if isFree {
        guard !lastWasFree, length == 1 || word(page + length - 1) == length << 3 | Kind.freeEnd.rawValue else { return false }
        pages += length
        runs += 1
      }
      lastWasFree = isFree
      page += length
    }
    return page == grown && pages == freePages && runs == freeRuns
  }
}
