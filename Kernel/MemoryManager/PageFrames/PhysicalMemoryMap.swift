import Machine

/// The RAM that the loader reported, made orderly: runs of whole frames in ascending order. NT: MmPhysicalMemoryBlock
///
/// Where usable and reserved ranges overlap, reserved wins. Every byte reported is accounted for: in a run, cut off by rounding to pages,
/// by /MAXMEM, not addressable, or dropped for want of room.
package struct PhysicalMemoryMap {
  private var runs = InlineArray<64, FrameRun>(repeating: .empty)
  package private(set) var runCount = 0
  /// Frames in all runs.
  package private(set) var frames: UInt32 = 0
  /// Bytes of RAM at and above 4 GB, which a processor without PAE cannot address.
  package private(set) var unaddressableBytes: UInt64 = 0
  /// Bytes that do not fill a page.
  package private(set) var roundingBytes: UInt64 = 0
  /// Bytes that /MAXMEM leaves out.
  package private(set) var excludedBytes: UInt64 = 0
  /// Bytes of ranges for which there was no room.
  package let droppedBytes: UInt64

  /// Forms the runs of what the loader reported. `maximum` is the address that /MAXMEM sets, or nil.
  package init(_ ranges: LoaderRanges, maximum: UInt64?) {
    var ranges = ranges
    ranges.subtractReserved()
    droppedBytes = ranges.droppedBytes
    let limit = min(maximum ?? Self.addressable, Self.addressable)
    for index in 0..<ranges.usable.count { addRun(ranges.usable[index], limit: limit) }
  }

  private static var addressable: UInt64 { 1 << 32 }

  package subscript(run index: Int) -> FrameRun { runs.span[index] }

  /// All RAM that the loader reported, in bytes.
  package var reportedBytes: UInt64 {
    let kept = UInt64(frames) << 12 + roundingBytes + excludedBytes + unaddressableBytes
    let (sum, overflow) = kept.addingReportingOverflow(droppedBytes)
    return overflow ? .max : sum
  }

  private mutating func addRun(_ item: IntervalSet.Interval, limit: UInt64) {
    if item.end > Self.addressable { unaddressableBytes += item.end - max(item.start, Self.addressable) }
    let reachable = min(item.end, Self.addressable)
    if reachable > limit { excludedBytes += reachable - min(reachable, max(item.start, limit)) }
    let end = min(reachable, limit)
    guard item.start < end else { return }
    let first = (item.start + 0xFFF) >> 12
    let last = end >> 12
    guard first < last else {
      roundingBytes += end - item.start
      return
    }
    let run = FrameRun(start: PageFrameNumber(UInt32(truncatingIfNeeded: first)), count: UInt32(truncatingIfNeeded: last - first))
    roundingBytes += end - item.start - UInt64(run.count) << 12
    runs[runCount] = run
    runCount += 1
    frames += run.count
  }

  /// The first frame number behind all RAM.
  package var endFrame: PageFrameNumber { runCount == 0 ? PageFrameNumber(0) : runs.span[runCount - 1].end }

  package func contains(_ frame: PageFrameNumber) -> Bool {
    let runs = runs.span
    for index in 0..<runCount where runs[index].contains(frame) { return true }
    return false
  }
}
