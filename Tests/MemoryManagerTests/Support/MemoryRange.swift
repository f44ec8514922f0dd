@testable import MemoryManager

/// One range of the loader's memory map.
struct MemoryRange: Sendable, CustomStringConvertible {
  var base: UInt64
  var length: UInt64
  var isUsable = true
  var description: String { "\(isUsable ? "RAM" : "reserved") \(String(base, radix: 16))+\(String(length, radix: 16))" }

  /// A PC with RAM up to frame `frames`.
  static func pc(_ frames: UInt32) -> [MemoryRange] {
    [MemoryRange(base: 0, length: 0x9FC00), MemoryRange(base: 0x10_0000, length: UInt64(frames - 0x100) << 12)]
  }
}

extension LoaderRanges {
  init(_ ranges: [MemoryRange]) {
    self.init()
    for range in ranges { add(base: range.base, length: range.length, isUsable: range.isUsable) }
  }
}
