import Machine

@testable import MemoryManager

extension PfnDatabase {
  /// As if the PTE that the frame's entry names were deleted.
  mutating func delete(_ frame: PageFrameNumber) { delete(.kernel(frame), mappedBy: entry(frame).pte) }
}
