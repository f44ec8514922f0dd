/// The plain picture of a stretch of pages: who has which, page by page.
struct PageModel {
  private(set) var isTaken: [Bool]
  /// First page and length of each run handed out.
  private(set) var owned: [UInt32: UInt32] = [:]

  init(pages: UInt32) { isTaken = Array(repeating: false, count: Int(pages)) }

  mutating func grow(_ pages: UInt32) { isTaken += Array(repeating: false, count: Int(pages)) }

  /// False if one of the pages does not exist or belongs to someone.
  mutating func take(_ start: UInt32, _ pages: UInt32) -> Bool {
    guard Int(start) + Int(pages) <= isTaken.count else { return false }
    for page in start..<start + pages {
      if isTaken[Int(page)] { return false }
      isTaken[Int(page)] = true
    }
    owned[start] = pages
    return true
  }

  mutating func giveBack(_ start: UInt32) {
    guard let pages = owned.removeValue(forKey: start) else { return }
    for page in start..<start + pages { isTaken[Int(page)] = false }
  }

  var free: UInt32 { UInt32(isTaken.count { !$0 }) }
  var freeRuns: UInt32 { runs().count }
  var longestFree: UInt32 { runs().longest }

  private func runs() -> (count: UInt32, longest: UInt32) {
    var (count, longest, length) = (UInt32(0), UInt32(0), UInt32(0))
    for taken in isTaken + [true] {
      if !taken { length += 1 }
      if taken && length > 0 { count += 1 }
      longest = max(longest, length)
      if taken { length = 0 }
    }
    return (count, longest)
  }
}
