import Machine

@testable import MemoryManager

extension ProcessModel {
  /// Whether these can be the pages written to, no more than `capacity`; forgotten if `resets`.
  mutating func judgeWritten(_ found: [UInt32], _ region: MemoryRegion, resets: Bool, capacity: UInt32) -> Bool {
    let isFull = found.count == Int(capacity)
    guard found.count <= Int(capacity), zip(found, found.dropFirst()).allSatisfy(<) else { return false }
    let seen = region.pages.prefix { !isFull || $0 <= found.last! }
    for page in seen where written.contains(page) && !found.contains(page) { return false }
    for page in found where !(region.pages.contains(page) && (written.contains(page) || everWritten.contains(page))) { return false }
    if resets { written.subtract(found) } else { written.formUnion(found) }
    return true
  }

  mutating func resetWritten(_ region: MemoryRegion) -> Status {
    guard isWatched(region) else { return .invalidParameter }
    written.subtract(region.pages)
    return .success
  }

  func isWatched(_ region: MemoryRegion) -> Bool {
    guard let vad = self.region(region.pages.lowerBound) else { return false }
    return vad.watchesWrites && region.pages.upperBound <= vad.end
  }
}
