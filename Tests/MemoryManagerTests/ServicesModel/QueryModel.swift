import Machine

@testable import MemoryManager

extension ProcessModel {
  /// Nil above user space.
  func query(_ address: UInt32) -> MemoryBasicInformation? {
    let page = address >> 12
    if page > 0x7FFEF { return nil }
    if page > Self.highestPage { return MemoryBasicInformation(aboveRanges: page, highest: VirtualAddress(0x7FFE_FFFF)) }
    var answer = MemoryBasicInformation(free: page...page)
    guard let region = region(page) else {
      let next = regions.first { $0.start > page }?.start ?? Self.highestPage + 1
      answer.regionSize = (next - page) << 12
      return answer
    }
    let protect = pages[page]?.protect
    answer.allocationBase = region.start << 12
    answer.allocationProtect = region.protect
    answer.regionSize = (lastAlike(page, region, protect) - page + 1) << 12
    answer.state = protect == nil ? .reserved : .committed
    answer.protect = protect ?? 0
    answer.type = 0x2_0000
    return answer
  }

  private func lastAlike(_ page: UInt32, _ region: Region, _ protect: UInt32?) -> UInt32 {
    if pages.isEmpty { return region.end }
    var last = page
    while last < region.end && pages[last + 1]?.protect == protect { last += 1 }
    return last
  }
}
