import Machine
import Testing

@testable import MemoryManager

/// Random operations over all of the memory manager at once, against a plain model, with every invariant checked after every step.
/// Replay a failure with SELFMAP_SEED; run longer with SELFMAP_SCALE.
@Suite struct WholeMachineTests {
  @Test(arguments: Seeds.first(6))
  func randomOperationsKeepEveryInvariant(seed: UInt64) throws {
    let frames = [900, 1000, 1100][Int(seed % 3)] as UInt32
    let bed = TestBed(frames: frames, options: seed % 2 == 0 ? "NonPagedPoolSize=128K" : "")
    var actor = Actor(bed, seed: seed)
    for step in 0..<Seeds.steps(700) {
      do { _ = try actor.step() } catch {
        Issue.record("seed \(seed) step \(step)")
        throw error
      }
      let violation = bed.violation
      try #require(violation == nil, "seed \(seed) step \(step)")
      let isDisjoint = actor.model.isDisjoint
      try #require(isDisjoint, "seed \(seed) step \(step)")
      if step % 10 == 0 { try actor.checkTags() }
    }
    try actor.freeEverything()
    try actor.checkTags()
    #expect(bed.violation == nil, "seed \(seed)")
    #expect(bed.resolutions.allSatisfy { $0 == .resolved })
  }

  /// The same with a page file on a disk that is slow and unreliable: what is paged may be more than RAM.
  @Test(arguments: Seeds.first(4))
  func randomOperationsWithAPageFile(seed: UInt64) throws {
    let bed = TestBed(frames: 900 + UInt32(seed % 3) * 100)
    let disk = PagingDisk(bed, seed: seed)
    (disk.readFailures, disk.writeFailures) = (20, 50)
    _ = try bed.mm.addPageFile(size: 1500, maximum: 1500, minimum: 1500)
    let (charged, pool) = (bed.charged, bed.poolPages)
    var actor = Actor(bed, seed: seed, disk: disk)
    for step in 0..<Seeds.steps(700) {
      do { _ = try actor.step() } catch {
        Issue.record("seed \(seed) step \(step)")
        throw error
      }
      let violation = bed.violation
      try #require(violation == nil, "seed \(seed) step \(step)")
    }
    try actor.freeEverything()
    disk.endAll()
    #expect(bed.violation == nil, "seed \(seed)")
    #expect(bed.charged - bed.poolPages <= charged - pool + 24 && bed.database { $0.pageFiles.used() } <= bed.poolPages, "seed \(seed)")
  }

  /// The same for longer, checked now and then: what only many steps bring about.
  @Test(arguments: Seeds.first(2).map { $0 &+ 100 })
  func longRuns(seed: UInt64) throws {
    let bed = TestBed(frames: 1500, options: "SystemPages=600 NonPagedPoolSize=64K")
    var actor = Actor(bed, seed: seed)
    for step in 0..<Seeds.steps(12_000) {
      do { _ = try actor.step() } catch {
        Issue.record("seed \(seed) step \(step)")
        throw error
      }
      if step % 250 == 0 {
        let violation = bed.violation
        try #require(violation == nil, "seed \(seed) step \(step)")
        try actor.checkTags()
      }
    }
    try actor.freeEverything()
    #expect(bed.violation == nil, "seed \(seed)")
    checkZeroedPages(bed)
  }

  private func checkZeroedPages(_ bed: TestBed) {
    var frame = bed.database { $0.zeroed.first }
    while frame != .none {
      #expect(bed.isZero(frame))
      frame = bed.entry(frame).next
    }
  }

  /// After everything was given back, what remains in use is what the kernel itself needs: a second round needs no more than the first.
  @Test func nothingLeaks() throws {
    let bed = TestBed(frames: 1100)
    var charged: [UInt32] = []
    for round in 0..<3 as Range<UInt64> {
      var actor = Actor(bed, seed: 7 + round)
      for _ in 0..<1500 { _ = try actor.step() }
      try actor.freeEverything()
      charged.append(bed.charged)
      #expect(bed.violation == nil)
    }
    #expect(charged[2] <= charged[1] + 24)
  }
}
