import Machine

@testable import MemoryManager

/// The arguments of an allocation.
struct Allocation {
  var region: MemoryRegion
  var type: UInt32
  var protect = PAGE.readWrite
  var zeroBits: UInt32 = 0

  func has(_ flag: UInt32) -> Bool { type & flag != 0 }
}

extension ProcessModel {
  /// What the process gets; `left` is what the system can promise.
  mutating func allocate(_ call: Allocation, left: Left) -> Answer {
    if let refusal = Self.judge(call) { return Answer(refusal, call.region) }
    let result: Result<ClosedRange<UInt32>, Status> =
      if call.has(MEM.reset) {
        reset(call.region)
      } else if call.has(MEM.reserve) || call.region.base == 0 {
        reserve(call, left)
      } else if call.has(MEM.largePages) {
        .failure(.invalidParameter5)
      } else {
        commit(call, left)
      }
    switch result {
    case .success(let pages): return Answer(.success, MemoryRegion(pages: pages))
    case .failure(let status): return Answer(status, call.region)
    }
  }

  private static func judge(_ call: Allocation) -> Status? {
    let known = MEM.commit | MEM.reserve | MEM.reset | MEM.topDown | MEM.writeWatch | MEM.physical | MEM.largePages
    if call.zeroBits > 21 { return .invalidParameter3 }
    if call.type & ~known != 0 || call.type & (MEM.commit | MEM.reserve | MEM.reset) == 0 { return .invalidParameter5 }
    if call.has(MEM.reset) && call.type != MEM.reset { return .invalidParameter5 }
    if call.has(MEM.largePages) && (!call.has(MEM.commit) || call.has(MEM.physical | MEM.writeWatch)) { return .invalidParameter5 }
    if call.has(MEM.writeWatch) && !call.has(MEM.reserve) { return .invalidParameter5 }
    if call.has(MEM.physical) {
      if call.type & ~MEM.topDown != MEM.physical | MEM.reserve { return .invalidParameter5 }
      if call.protect != PAGE.readWrite { return .invalidParameter6 }
    }
    if !isProtection(call.protect) { return .invalidPageProtection }
    let end: UInt32 = (highestPage + 1) << 12
    if call.region.base >= end { return .invalidParameter2 }
    return call.region.size == 0 || call.region.size > end - call.region.base ? .invalidParameter4 : nil
  }

  // MARK: Reserving

  private mutating func reserve(_ call: Allocation, _ left: Left) -> Result<ClosedRange<UInt32>, Status> {
    if Self.isCopyOnWrite(call.protect) { return .failure(.invalidPageProtection) }
    if call.has(MEM.largePages) { return reserveLarge(call, left) }
    let place = place(call)
    guard case .success(let pages) = place else { return place }
    let missing = uncharged(pages)
    if call.has(MEM.commit), let refusal = refuse(UInt32(pages.count) + missing, resident: missing, left: left) { return .failure(refusal) }
    add(
      Region(
        start: pages.lowerBound, end: pages.upperBound, protect: call.protect, watchesWrites: call.has(MEM.writeWatch),
        isPaged: !call.has(MEM.physical)))
    if call.has(MEM.commit) {
      tables.formUnion(Self.tables(pages))
      for page in pages { self.pages[page] = Page(protect: call.protect) }
    }
    return .success(pages)
  }

  /// The machines of these tests have nowhere 4 MB in a row.
  private func reserveLarge(_ call: Allocation, _ left: Left) -> Result<ClosedRange<UInt32>, Status> {
    if call.region.base % 0x40_0000 != 0 { return .failure(.invalidParameter2) }
    if call.region.size % 0x40_0000 != 0 { return .failure(.invalidParameter4) }
    if call.protect & 0xFF == PAGE.noAccess || call.protect & PAGE.guardPage != 0 { return .failure(.invalidPageProtection) }
    if case .failure(let status) = place(call) { return .failure(status) }
    return .failure(refuse(call.region.size >> 12, left: left) ?? .insufficientResources)
  }

  private func place(_ call: Allocation) -> Result<ClosedRange<UInt32>, Status> {
    if call.region.base != 0 {
      let pages = call.region.base >> 12 & ~15...call.region.pages.upperBound
      return isFree(pages) ? .success(pages) : .failure(.conflictingAddresses)
    }
    let count = (call.region.size + 0xFFF) >> 12
    let last = min(Self.highestPage, (UInt32.max >> call.zeroBits) >> 12)
    let granule: UInt32 = call.has(MEM.largePages) ? 1024 : 16
    guard let start = call.has(MEM.topDown) ? highest(count, last, granule) : lowest(count, last, granule) else { return .failure(.noMemory) }
    return .success(start...start + count - 1)
  }

  private func lowest(_ count: UInt32, _ last: UInt32, _ granule: UInt32) -> UInt32? {
    var start = max(Self.lowestPage, granule)
    for region in regions where region.end >= start {
      if start + count <= region.start { break }
      start = (region.end + granule) & ~(granule - 1)
    }
    return start + count - 1 <= last ? start : nil
  }

  private func highest(_ count: UInt32, _ last: UInt32, _ granule: UInt32) -> UInt32? {
    var end = last + 1
    for region in regions.reversed() {
      if let start = fit(count, below: end, granule), start > region.end { return start }
      end = min(end, region.start)
    }
    return fit(count, below: end, granule)
  }
  private func fit(_ count: UInt32, below end: UInt32, _ granule: UInt32) -> UInt32? {
    guard end >= count else { return nil }
    let start = (end - count) & ~(granule - 1)
    return start >= Self.lowestPage ? start : nil
  }

  mutating func add(_ region: Region) {
    regions.insert(region, at: regions.firstIndex { $0.start > region.start } ?? regions.count)
  }

  // MARK: Committing and resetting

  private mutating func commit(_ call: Allocation, _ left: Left) -> Result<ClosedRange<UInt32>, Status> {
    let pages = call.region.pages
    guard let region = region(pages.lowerBound), pages.upperBound <= region.end, region.isPaged else { return .failure(.conflictingAddresses) }
    if Self.isCopyOnWrite(call.protect) { return .failure(.invalidPageProtection) }
    let missing = UInt32(pages.count { self.pages[$0] == nil })
    if let refusal = refuse(missing + uncharged(pages), resident: uncharged(pages), left: left) { return .failure(refusal) }
    tables.formUnion(Self.tables(pages))
    for page in pages {
      if self.pages[page] == nil { self.pages[page] = Page(protect: call.protect) } else { _ = setProtection(page, call.protect) }
    }
    return .success(pages)
  }

  /// Only pages that lie in the region as a whole are meant.
  private mutating func reset(_ region: MemoryRegion) -> Result<ClosedRange<UInt32>, Status> {
    guard let range = self.region(region.pages.lowerBound), region.pages.upperBound <= range.end, range.isPaged else {
      return .failure(.conflictingAddresses)
    }
    for page in region.pages where page << 12 >= region.base && (page + 1) << 12 <= region.base + region.size {
      pages[page]?.isForgettable = true
    }
    return .success(region.pages)
  }
}
