import Machine
import Testing

@testable import MemoryManager

@Suite struct PageFileTableTests {
  private let bed = TestBed(frames: 4096)
  private var limit: UInt32 { bed.mm.commitment.withLock { $0.limit } }
  private func files<Result>(_ body: (inout PageFileTable) -> Result) -> Result { bed.database { body(&$0.pageFiles) } }
  private func add(_ size: UInt32, maximum: UInt32? = nil) throws(Status) -> UInt32 {
    try bed.mm.addPageFile(size: size, maximum: maximum ?? size, minimum: size)
  }

  @Test func noFiles() {
    #expect(files { $0.count } == 0 && files { $0.allocate(upTo: 16) } == nil && files { $0[0] == nil })
    #expect(files { $0.size() } == 0 && files { $0.free() } == 0 && files { $0.used() } == 0)
  }

  @Test func upToSixteen() throws {
    let before = limit
    for number in 0..<16 as Range<UInt32> { #expect(try add(10 + number) == number) }
    #expect(throws: Status.tooManyPagingFiles) { try add(10) }
    #expect(files { $0.count } == 16 && files { $0[15]?.size } == 25 && files { $0[15]?.number } == 15 && files { $0[16] == nil })
    #expect(limit - before == (9...24).reduce(0, +) && files { $0.size() } == (10...25).reduce(0, +))
    #expect(bed.violation == nil)
  }

  @Test(arguments: [(1, 10, 0), (0, 0, 0), (10, 9, 5), (10, 20, 11), (10, (1 << 20) + 1, 10)] as [(UInt32, UInt32, UInt32)])
  func sizesThatMakeNoSense(size: UInt32, maximum: UInt32, minimum: UInt32) {
    let before = limit
    #expect(throws: Status.invalidParameter) { try bed.mm.addPageFile(size: size, maximum: maximum, minimum: minimum) }
    #expect(limit == before && files { $0.count } == 0)
  }

  @Test func noPoolForIt() throws {
    while bed.allocate(.nonpaged, 16 * pageSize) != nil {}
    while bed.allocate(.nonpaged, pageSize) != nil {}
    let before = limit
    #expect(throws: Status.insufficientResources) { try add(100, maximum: 1 << 20) }
    #expect(limit == before && files { $0.count } == 0)
  }

  /// Every file has room in the end, the emptiest first.
  @Test func allocateAndRelease() throws {
    for size in [20, 50, 30] as [UInt32] { _ = try add(size) }
    #expect(files { $0.allocate(upTo: 16) } == Slots(file: 1, first: 1, count: 16))
    #expect(files { $0.allocate(upTo: 16) } == Slots(file: 1, first: 17, count: 16))
    #expect(files { $0.allocate(upTo: 16) } == Slots(file: 2, first: 1, count: 16))
    var taken: [Pte] = []
    while let slots = files({ $0.allocate(upTo: 16) }) {
      taken += (0..<slots.count).map { .pageFile(file: slots.file, offset: slots.first + $0, .readWrite) }
    }
    #expect(taken.count == 49 && files { $0.free() } == 0 && files { $0.used() } == 97)
    files { table in for pte in taken { table.release(pte) } }
    #expect(files { $0.free() } == 49 && files { $0[1]?.used } == 32 && files { $0.checkInvariants() } == nil)
    files { $0.retire(.pageFile(file: 1, offset: 32, .readWrite)) }
    #expect(files { $0[1]?.retired } == 1 && files { $0.checkInvariants() } == nil)
  }

  @Test func growing() throws {
    _ = try add(10, maximum: 50)
    let before = limit
    try bed.mm.extendPageFile(0, by: 30)
    #expect(limit == before + 30 && files { $0.size() } == 40 && files { $0.free() } == 39)
    #expect(throws: Status.invalidParameter2) { try bed.mm.extendPageFile(0, by: 11) }
    #expect(throws: Status.invalidParameter2) { try bed.mm.extendPageFile(0, by: .max) }
    #expect(throws: Status.invalidParameter1) { try bed.mm.extendPageFile(1, by: 1) }
    try bed.mm.extendPageFile(0, by: 10)
    #expect(limit == before + 40 && files { $0.size() } == 50)
  }

  /// What can be promised grows with it.
  @Test func aPageFileRaisesTheLimit() throws {
    bed.promiseEverything()
    #expect(bed.mm.commitment.withLock { !$0.charge(1) })
    #expect(throws: Status.insufficientResources) { try add(100_000) }
    bed.mm.commitment.withLock { $0.raiseLimit(by: 10) }
    _ = try add(1000)
    #expect(bed.mm.commitment.withLock { $0.charge(900) })
  }

  @Test func aPteOfAFileThatIsNotThere() async {
    await #expect(processExitsWith: .failure) {
      let bed = TestBed(frames: 2048)
      bed.database { $0.pageFiles.release(.pageFile(file: 3, offset: 1, .readWrite)) }
    }
  }
}
