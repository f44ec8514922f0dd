import Machine
import Testing

@testable import MemoryManager

/// Consecutive frames against a look at every frame: found if and only if there are some, with every limit kept.
@Suite struct ContiguousFramesTests {
  /// Whether `start` would do.
  private func fits(_ bed: TestBed, _ start: UInt32, _ request: ContiguousRequest) -> Bool {
    let (first, last) = (UInt64(start) << 12, UInt64(start + request.pages) << 12 - 1)
    guard first >= UInt64(request.lowest.raw), last <= UInt64(request.highest.raw), first % UInt64(max(request.alignment, 4096)) == 0 else {
      return false
    }
    if request.boundary != 0 && first / UInt64(request.boundary) != last / UInt64(request.boundary) { return false }
    for frame in start..<start + request.pages {
      guard bed.database({ $0.memory.contains(PageFrameNumber(frame)) }) else { return false }
      let location = bed.location(PageFrameNumber(frame))
      guard location == .free || location == .zeroed else { return false }
    }
    return true
  }

  @Test func aboveEverythingAndNothing() {
    let bed = TestBed(frames: 1024)
    let before = bed.counts
    for pages in [0, 1024, 5000, .max] as [UInt32] {
      #expect(bed.takeContiguous(ContiguousRequest(pages: pages)) == nil)
    }
    #expect(bed.counts == before && bed.violation == nil)
  }

  @Test func theHighestAddressIsTheLastByte() {
    let bed = TestBed(frames: 1024)
    var request = ContiguousRequest(pages: 2)
    request.highest = PhysicalAddress(0x30_1FFF)
    request.lowest = PhysicalAddress(0x30_0000)
    #expect(bed.takeContiguous(request) == PageFrameNumber(0x300))
    #expect(bed.takeContiguous(request) == nil)
    request.highest = PhysicalAddress(0x2F_FFFE)
    request.lowest = PhysicalAddress(0x2F_E000)
    #expect(bed.takeContiguous(request) == nil)
  }

  @Test func theLowestAddressIsNotUndercut() {
    let bed = TestBed(frames: 1024)
    var request = ContiguousRequest(pages: 1)
    request.lowest = PhysicalAddress(0x30_0001)
    request.highest = PhysicalAddress(0x30_1FFF)
    #expect(bed.takeContiguous(request) == PageFrameNumber(0x301))
    #expect(bed.takeContiguous(request) == nil)
  }

  @Test func alignmentAndBoundary() {
    let bed = TestBed(frames: 2048)
    for alignment in [4096, 8192, 65_536, 1 << 20] as [UInt32] {
      for boundary in [0, 65_536, 1 << 20] as [UInt32] {
        var request = ContiguousRequest(pages: 9)
        (request.alignment, request.boundary) = (alignment, boundary)
        guard let start = bed.takeContiguous(request) else {
          Issue.record("none for \(alignment) \(boundary)")
          continue
        }
        #expect(start.address.raw % alignment == 0)
        #expect(boundary == 0 || start.address.raw / boundary == (start.address.raw + 9 * 4096 - 1) / boundary)
      }
    }
    var request = ContiguousRequest(pages: 17)
    request.boundary = 65_536
    #expect(bed.takeContiguous(request) == nil)
  }

  @Test(arguments: Seeds.first(6))
  func randomAgainstTheFramesThemselves(seed: UInt64) throws {
    var random = Random(seed: seed)
    let bed = TestBed(
      frames: 1200,
      memory: [
        MemoryRange(base: 0, length: 0x9F000), MemoryRange(base: 0x10_0000, length: 0x29_8000), MemoryRange(base: 0x3C_0000, length: 0xF_0000),
      ])
    // Fragmented: some frames in use, between runs of free and zeroed ones.
    var held = (0..<250).map { _ in bed.takeContiguous(ContiguousRequest(pages: 1))! }
    for _ in 0..<random.next(30...240) { if let frame = random.take(&held) { bed.database { $0.insertFree(frame) } } }
    for _ in 0..<random.next(100) { _ = bed.mm.zeroPageStep() }
    for step in 0..<Seeds.steps(60) {
      var request = ContiguousRequest(pages: random.next(1...(random.oneIn(3) ? 60 : 6)))
      request.alignment = 4096 << random.next(6)
      if random.oneIn(3) { request.boundary = 4096 << random.next(1...7) }
      if random.oneIn(3) { request.highest = PhysicalAddress(random.next(1200) << 12 + 0xFFF) }
      if random.oneIn(3) { request.lowest = PhysicalAddress(random.next(1200) << 12) }
      let before = bed.counts
      let isPossible = (0...1200 - request.pages).contains { fits(bed, $0, request) }
      let couldBe = (0...1200 - request.pages).filter { isPossible && fits(bed, $0, request) }
      let found = bed.takeContiguous(request)
      if let found {
        let isGood = couldBe.contains(found.raw)
        try #require(isGood, "\(found) seed \(seed) step \(step) \(request)")
        for page in 0..<request.pages { held.append(found + page) }
      } else {
        try #require(!isPossible, "seed \(seed) step \(step) \(request)")
        try #require(bed.counts == before, "seed \(seed) step \(step)")
      }
      for _ in 0..<random.next(12) { if let frame = random.take(&held) { bed.database { $0.insertFree(frame) } } }
    }
  }
}
