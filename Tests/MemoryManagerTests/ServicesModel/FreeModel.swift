import Machine

@testable import MemoryManager

extension ProcessModel {
  mutating func free(_ region: MemoryRegion, _ type: UInt32) -> Answer {
    if type != MEM.decommit && type != MEM.release { return Answer(.invalidParameter4, region) }
    if region.base > 0x7FFE_FFFF { return Answer(.invalidParameter2, region) }
    if region.size > 0x7FFE_FFFF - region.base { return Answer(.invalidParameter3, region) }
    guard let index = regionIndex(region.base >> 12) else { return Answer(.memoryNotAllocated, region) }
    let vad = regions[index]
    if region.size == 0 && region.base >> 12 != vad.start { return Answer(.freeVmNotAtBase, region) }
    let range = region.size == 0 ? vad.start...vad.end : region.pages
    if range.upperBound > vad.end { return Answer(.unableToFreeVm, region) }
    if !vad.isPaged && type == MEM.decommit { return Answer(.memoryNotAllocated, region) }
    if !vad.isPaged && range != vad.start...vad.end { return Answer(.unableToFreeVm, region) }
    for page in Array(pages.keys) where range.contains(page) { pages[page] = nil }
    if type == MEM.release { release(range, index) }
    return Answer(.success, MemoryRegion(pages: range))
  }

  /// What is left of the region in front of the hole and behind it.
  private mutating func release(_ range: ClosedRange<UInt32>, _ index: Int) {
    let old = regions.remove(at: index)
    var (front, back) = (old, old)
    front.end = range.lowerBound &- 1
    back.start = range.upperBound + 1
    if back.start <= back.end { regions.insert(back, at: index) }
    if range.lowerBound > old.start { regions.insert(front, at: index) }
    written = written.filter { !range.contains($0) }
    everWritten = everWritten.filter { !range.contains($0) }
    for table in Self.tables(range) where isFree(table << 10...table << 10 + 1023) { tables.remove(table) }
  }
}
