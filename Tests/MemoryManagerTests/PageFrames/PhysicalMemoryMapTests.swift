import Machine
import Testing

@testable import MemoryManager

/// What the loader reports, made orderly, with every byte accounted for.
@Suite struct PhysicalMemoryMapTests {
  private func map(_ ranges: [MemoryRange], maximum: UInt64? = nil) -> PhysicalMemoryMap {
    PhysicalMemoryMap(LoaderRanges(ranges), maximum: maximum)
  }
  private func ram(_ base: UInt64, _ length: UInt64) -> MemoryRange { MemoryRange(base: base, length: length) }
  private func hole(_ base: UInt64, _ length: UInt64) -> MemoryRange { MemoryRange(base: base, length: length, isUsable: false) }
  private func runs(_ map: PhysicalMemoryMap) -> [[UInt32]] { (0..<map.runCount).map { [map[run: $0].start.raw, map[run: $0].count] } }

  @Test func nothing() {
    let map = map([])
    #expect(map.runCount == 0 && map.frames == 0 && map.endFrame.raw == 0 && map.reportedBytes == 0)
    #expect(!map.contains(PageFrameNumber(0)))
  }

  @Test func aPc() {
    let map = map([ram(0, 0x9FC00), hole(0x9FC00, 0x400), hole(0xF0000, 0x10000), ram(0x10_0000, 0x3EE_0000), hole(0x3FE_0000, 0x2_0000)])
    #expect(runs(map) == [[0, 0x9F], [0x100, 0x3EE0]])
    #expect(map.roundingBytes == 0xC00 && map.endFrame.raw == 0x3FE0)
    #expect(map.reportedBytes == 0x9FC00 + 0x3EE_0000)
    #expect(map.contains(PageFrameNumber(0x9E)) && !map.contains(PageFrameNumber(0x9F)) && map.contains(PageFrameNumber(0x3FDF)))
    #expect(!map.contains(PageFrameNumber(0x3FE0)) && !map.contains(.none))
  }

  @Test func unsortedOverlappingAndTouchingRangesJoin() {
    let map = map([ram(0x5000, 0x2000), ram(0x1000, 0x1000), ram(0x2000, 0x1000), ram(0x6000, 0x4000), ram(0x1000, 0x800)])
    #expect(runs(map) == [[1, 2], [5, 5]])
    #expect(map.reportedBytes == 0x7000)
  }

  @Test func piecesOfAPageThatTouchMakeAPage() {
    #expect(runs(map([ram(0x1800, 0x800), ram(0x1000, 0x800)])) == [[1, 1]])
  }

  @Test func tinyRangesAreRoundedAwayAndCounted() {
    let map = map([ram(0x1001, 0xFFF), ram(0x3000, 0xFFF), ram(0x4FFF, 2), ram(0x10_0800, 0x1000)])
    #expect(map.frames == 0 && map.runCount == 0)
    #expect(map.roundingBytes == 0xFFF + 0xFFF + 2 + 0x1000)
    #expect(map.reportedBytes == map.roundingBytes)
  }

  @Test func zeroLengthIsNothing() {
    let map = map([ram(0x5000, 0), hole(0x1000, 0), ram(.max, 0)])
    #expect(map.runCount == 0 && map.reportedBytes == 0)
  }

  @Test func reservedWinsWhicheverComesFirst() {
    for ranges in [[ram(0, 0x10000), hole(0x4000, 0x1800)], [hole(0x4000, 0x1800), ram(0, 0x10000)]] {
      let map = map(ranges)
      #expect(runs(map) == [[0, 4], [6, 10]])
      #expect(map.reportedBytes == 0x10000 - 0x1800 && map.roundingBytes == 0x800)
    }
    #expect(map([ram(0x1000, 0x1000), hole(0, 0x8000)]).reportedBytes == 0)
  }

  @Test func aboveFourGigabytes() {
    let map = map([ram(1 << 32, 1 << 30), ram(0x10_0000, 0x10_0000)])
    #expect(map.frames == 0x100 && map.unaddressableBytes == 1 << 30 && map.reportedBytes == 1 << 30 + 0x10_0000)
  }

  @Test func acrossFourGigabytes() {
    let map = map([ram(0xFFFF_0000, 0x2_0000)])
    #expect(runs(map) == [[0xFFFF0, 0x10]])
    #expect(map.unaddressableBytes == 0x1_0000 && map.endFrame.raw == 0x10_0000)
  }

  @Test func allOfFourGigabytes() {
    let map = map([ram(0, 1 << 32)])
    #expect(map.frames == 1 << 20 && map.contains(PageFrameNumber(0xFFFFF)) && !map.contains(PageFrameNumber(0x10_0000)))
  }

  @Test func lengthsThatWrapAreCut() {
    let map = map([ram(0x1_0000_0000, .max), ram(0x1000, 0x1000)])
    #expect(runs(map) == [[1, 1]])
    #expect(map.unaddressableBytes == UInt64.max - 0x1_0000_0000)
    #expect(self.map([ram(0, .max)]).frames == 1 << 20)
    #expect(self.map([ram(0, .max), hole(0x1000, .max)]).frames == 1)
  }

  /// Two lengths that wrap and find no room: their bytes add up without stopping the machine.
  @Test func lengthsThatWrapWithoutRoomAreCounted() async {
    await #expect(processExitsWith: .success) {
      var ranges = LoaderRanges()
      for index in 0..<UInt64(64) { ranges.add(base: index << 13, length: 0x1000, isUsable: true) }
      for _ in 0..<3 { ranges.add(base: 1 << 33, length: .max, isUsable: true) }
      #expect(PhysicalMemoryMap(ranges, maximum: nil).frames == 64)
    }
  }

  @Test func maxmem() {
    let ranges = [ram(0, 0x9F000), ram(0x10_0000, 0x7F0_0000), ram(1 << 32, 0x1000)]
    let map = map(ranges, maximum: 32 << 20)
    #expect(map.endFrame.raw == 0x2000 && map.frames == 0x9F + 0x1F00)
    #expect(map.excludedBytes == 0x600_0000 && map.unaddressableBytes == 0x1000)
    #expect(map.reportedBytes == 0x9F000 + 0x7F0_0000 + 0x1000)
    #expect(self.map(ranges, maximum: 4096 << 20).excludedBytes == 0)
    #expect(self.map([ram(0x300_0000, 0x1000)], maximum: 16 << 20).excludedBytes == 0x1000)
    #expect(self.map([ram(0xFF_F800, 0x1000)], maximum: 16 << 20).excludedBytes == 0x800)
  }

  @Test func moreThanSixtyFourRangesAreDroppedNotForgotten() {
    let ranges = (0..<UInt64(80)).map { ram($0 << 14, 0x2000) }
    let map = map(ranges)
    #expect(map.runCount == 64 && map.droppedBytes == 16 * 0x2000)
    #expect(map.reportedBytes == 80 * 0x2000)
    // The 65th touches one that is there: it needs no room.
    #expect(self.map(Array(ranges.prefix(64)) + [ram(0x2000, 0x2000)]).frames == 64 * 2 + 2)
  }

  @Test func cutsThatNeedMoreRoomThanThereIsAreCounted() {
    let ranges = (0..<UInt64(64)).map { ram($0 << 16, 0x8000) } + [hole(0x2000, 0x1000)]
    let map = map(ranges)
    #expect(map.runCount == 64)
    #expect(map.reportedBytes == 64 * 0x8000 - 0x1000)
    #expect(map.droppedBytes > 0)
  }

  /// More reserved ranges than there is room for: RAM between them may be lost, but is then counted as dropped.
  @Test func moreThanSixtyFourReservedRanges() {
    let holes = (0..<UInt64(80)).map { hole($0 << 14, 0x1000) }
    let map = map([ram(0, 0x20_0000)] + holes)
    for index in 0..<map.runCount {
      let run = map[run: index]
      for page in 0..<run.count { #expect((run.start.raw + page) % 4 != 0 || run.start.raw + page >= 80 * 4) }
    }
    // What was dropped behind the last range there was room for is counted whole, holes included.
    #expect(map.droppedBytes > 0)
    #expect(map.reportedBytes >= 0x20_0000 - 80 * 0x1000 && map.reportedBytes <= 0x20_0000)
  }

  // MARK: Against a plain model

  /// Ranges in units of 256 bytes over 2 MB around 4 GB and around zero, against a set of such units.
  @Test(arguments: Seeds.first(40), [0, 0xFFF0_0000] as [UInt64])
  func randomRangesAgainstAModel(seed: UInt64, origin: UInt64) {
    var random = Random(seed: seed &+ origin)
    let (unit, units) = (UInt64(256), UInt32(8192))
    var ranges: [MemoryRange] = []
    for _ in 0..<random.next(1...40) {
      let start = random.oneIn(2) ? random.next(units) & ~15 : random.next(units)
      let length = min(random.oneIn(4) ? random.next(6) : random.next(600), units - start)
      ranges.append(MemoryRange(base: origin + UInt64(start) * unit, length: UInt64(length) * unit, isUsable: !random.oneIn(3)))
    }
    var isRam = Array(repeating: false, count: Int(units))
    for wanted in [true, false] {
      for range in ranges where range.isUsable == wanted {
        let first = Int((range.base - origin) / unit)
        for index in first..<first + Int(range.length / unit) { isRam[index] = wanted }
      }
    }
    let map = map(ranges)
    var frames = 0
    for page in stride(from: 0, to: Int(units), by: 16) {
      let frame = (origin + UInt64(page) * unit) >> 12
      let isWhole = isRam[page..<page + 16].allSatisfy { $0 } && frame < 1 << 20
      #expect(map.contains(PageFrameNumber(UInt32(truncatingIfNeeded: frame))) == isWhole, "seed \(seed): \(ranges)")
      frames += isWhole ? 1 : 0
    }
    #expect(map.frames == UInt32(frames) && map.droppedBytes == 0, "seed \(seed)")
    #expect(map.reportedBytes == UInt64(isRam.count { $0 }) * unit, "seed \(seed): \(ranges)")
  }
}
