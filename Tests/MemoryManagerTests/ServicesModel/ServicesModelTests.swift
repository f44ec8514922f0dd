import Machine
import Testing

@testable import MemoryManager

/// Several processes, random service calls and accesses, against a plain model of each.
///
/// After every step the rules of the address space in force and of the page lists are checked, after every sixteenth all of them.
/// Replay a failure with SELFMAP_SEED; run longer with SELFMAP_SCALE.
@Suite struct ServicesModelTests {
  /// Without optimisation a step takes twenty times as long: `make test` builds with it.
  #if DEBUG
    private static let steps = Seeds.steps(500)
  #else
    private static let steps = Seeds.steps(84_000)
  #endif

  @Test(arguments: Seeds.first(12))
  func randomCallsDoWhatTheirDocumentationSays(seed: UInt64) throws {
    let bed = TestBed(frames: 900 + UInt32(seed % 3) * 100, options: seed % 2 == 0 ? "NonPagedPoolSize=128K" : "")
    let actor = ServicesActor(bed, seed: seed)
    for step in 0..<Self.steps {
      do { try actor.step() } catch {
        Issue.record("seed \(seed) step \(step)")
        throw error
      }
      let violation = step % 16 == 0 ? bed.violation : bed.violationInForce
      try #require(violation == nil, "seed \(seed) step \(step)")
    }
    try actor.endAll()
    #expect(bed.violation == nil, "seed \(seed)")
  }

  /// The same with page files, on a disk that answers in any order, and now and then not at all: threads wait for pages while others go on.
  @Test(arguments: Seeds.first(8))
  func randomCallsWithPageFiles(seed: UInt64) throws {
    let bed = TestBed(frames: 900 + UInt32(seed % 3) * 75, options: seed % 2 == 0 ? "NonPagedPoolSize=128K" : "")
    let disk = PagingDisk(bed, seed: seed)
    (disk.isDeferring, disk.readFailures, disk.writeFailures) = (true, 30, 60)
    _ = try bed.mm.addPageFile(size: 1200, maximum: 3000, minimum: 1200)
    _ = try bed.mm.addPageFile(size: 700, maximum: 700, minimum: 700)
    try bed.growSystemPtes()
    let (charged, pool) = (bed.charged, bed.poolPages)
    let actor = ServicesActor(bed, seed: seed, disk: disk)
    for step in 0..<Self.steps / 4 {
      do { try actor.step() } catch {
        Issue.record("seed \(seed) step \(step)")
        throw error
      }
      let violation = step % 16 == 0 ? bed.violation : bed.violationInForce
      try #require(violation == nil, "seed \(seed) step \(step)")
    }
    #expect(actor.swapped > 0 || Self.steps < 10_000, "seed \(seed)")
    try actor.endAll()
    disk.endAll()
    #expect(bed.violation == nil && bed.database { $0.pageFiles.used() } == 0, "seed \(seed)")
    #expect(bed.charged - bed.poolPages == charged - pool && bed.poolPages < pool + 20, "seed \(seed)")
  }
}
