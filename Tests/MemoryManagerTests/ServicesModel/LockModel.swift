import Machine

@testable import MemoryManager

extension ProcessModel {
  /// Pages that are never locked of a working set's minimum.
  private static let fluidPages: UInt32 = 8

  /// All pages become locked, or none that was not.
  mutating func lock(_ region: MemoryRegion, _ options: UInt32) -> Answer {
    if options == 0 || options > 3 { return Answer(.invalidParameter, region) }
    if let refusal = Self.judge(region) { return Answer(refusal, region) }
    let range = region.pages
    if let refusal = refuse(range) { return Answer(refusal, region) }
    let unlocked = UInt32(range.count { (pages[$0]?.locks ?? 0) == 0 })
    if lockedPages + unlocked + Self.fluidPages > minimum { return Answer(.workingSetQuota, region) }
    for page in range {
      if let refusal = touch(page, isWrite: false).status { return Answer(refusal, region) }
    }
    var status = Status.success
    for page in range {
      if pages[page]!.locks & options == options { status = .wasLocked }
      pages[page]!.locks |= options
    }
    return Answer(status, MemoryRegion(pages: range))
  }

  private func refuse(_ range: ClosedRange<UInt32>) -> Status? {
    var page = range.lowerBound
    while page <= range.upperBound {
      guard let region = region(page) else { return .accessViolation }
      if !region.isPaged { return .incompatibleFileMap }
      page = region.end + 1
    }
    return nil
  }

  mutating func unlock(_ region: MemoryRegion, _ options: UInt32) -> Answer {
    if options == 0 || options > 3 { return Answer(.invalidParameter, region) }
    if let refusal = Self.judge(region) { return Answer(refusal, region) }
    guard region.pages.allSatisfy({ (pages[$0]?.locks ?? 0) & options == options }) else { return Answer(.notLocked, region) }
    for page in region.pages { pages[page]!.locks &= ~options }
    return Answer(.success, MemoryRegion(pages: region.pages))
  }

  /// Whether the limits of the working set can be these; they are then.
  mutating func setLimits(minimum: UInt32, maximum: UInt32, left: Left) -> Status {
    if minimum > maximum || maximum < 13 { return .badWorkingSetLimit }
    let minimum = max(minimum, 20)
    if lockedPages != 0 && lockedPages + Self.fluidPages > minimum { return .badWorkingSetLimit }
    if minimum > self.minimum && minimum - self.minimum > left.resident { return .insufficientResources }
    (self.minimum, self.maximum) = (minimum, max(minimum, maximum))
    return .success
  }
}
