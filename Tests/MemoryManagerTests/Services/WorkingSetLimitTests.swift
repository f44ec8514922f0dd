import Machine
import Testing

@testable import MemoryManager

/// Which pages of which process stay resident.
@Suite struct WorkingSetLimitTests {
  private let bed = TestBed(frames: 3000)
  private static let base: UInt32 = 0x50_0000

  private func process(_ pages: UInt32) -> Process {
    let process = Process(bed)!
    #expect(process.allocate(Self.base, pages << 12, MEM.reserve | MEM.commit).status == .success)
    return process
  }
  private func read(_ process: Process, _ pages: Range<UInt32>) { for page in pages { #expect(process.read(Self.base + page << 12) == 0) } }
  private func write(_ process: Process, _ pages: Range<UInt32>) {
    for page in pages { #expect(process.write(Self.base + page << 12, page + 1)) }
  }
  private func holds(_ process: Process, _ pages: Range<UInt32>) {
    for page in pages { #expect(process.read(Self.base + page << 12) == page + 1) }
  }
  private func isResident(_ process: Process, _ page: UInt32) -> Bool { process.attributes(Self.base + page << 12) != 0 }
  private func counters(_ process: Process) -> FaultCounters { process.space.memory.withLock { $0.workingSet.counters } }

  // MARK: Limits

  @Test func limitsAreJudged() {
    let process = process(10)
    #expect(process.run { bed.mm.workingSetLimits(process.space) } == (50, 345))
    for (minimum, maximum) in [(30, 29), (5, 12), (0, 0)] as [(UInt32, UInt32)] {
      #expect(process.setLimits(minimum, maximum) == .badWorkingSetLimit)
    }
    #expect(process.setLimits(5000, 6000) == .insufficientResources)
    #expect(process.run { bed.mm.workingSetLimits(process.space) } == (50, 345))
    #expect(process.setLimits(10, 20) == .success)
    #expect(process.run { bed.mm.workingSetLimits(process.space) } == (20, 20))
  }

  @Test func aLowerMaximumTrimsAtOnce() {
    let process = process(100)
    write(process, 0..<100)
    #expect(process.setLimits(10, 30) == .success)
    #expect(process.residentPages == 30 && counters(process).trimmed == 70)
    holds(process, 0..<100)
    #expect(bed.violation == nil)
  }

  @Test func withMemoryToSpareAWorkingSetGrowsBeyondItsMaximum() {
    let process = process(100)
    #expect(process.setLimits(10, 20) == .success)
    write(process, 0..<100)
    #expect(process.residentPages == 100 && counters(process).replaced == 0)
  }

  @Test func atItsMaximumAPageReplacesAnother() {
    let process = process(100)
    #expect(process.setLimits(20, 30) == .success)
    bed.leaveAvailable(bed.database { $0.lowThreshold } * 4)
    write(process, 0..<100)
    #expect(process.residentPages == 30 && counters(process).replaced == 70)
    holds(process, 0..<100)
    #expect(process.residentPages == 30)
  }

  /// The page that was used since the hand last came by stays.
  @Test func whatIsUsedIsNotReplaced() {
    let process = process(100)
    #expect(process.setLimits(20, 30) == .success)
    bed.leaveAvailable(bed.database { $0.lowThreshold } * 4)
    for page in 0..<100 as Range<UInt32> {
      read(process, page..<page + 1)
      read(process, 0..<3)
    }
    for page in 0..<3 as Range<UInt32> { #expect(isResident(process, page)) }
    #expect(counters(process).transition < 15)
  }

  @Test func lockedPagesAreNotReplaced() {
    let process = process(100)
    #expect(process.setLimits(20, 30) == .success)
    #expect(process.lock(Self.base, 12 << 12).status == .success)
    bed.leaveAvailable(bed.database { $0.lowThreshold } * 4)
    read(process, 12..<100)
    #expect(process.residentPages == 30)
    for page in 0..<12 as Range<UInt32> { #expect(isResident(process, page)) }
  }

  // MARK: Trimming

  @Test func emptyingLeavesWhatIsLocked() {
    let process = process(50)
    write(process, 0..<50)
    #expect(process.lock(Self.base + 7 << 12, 1).status == .success)
    process.empty()
    #expect(process.residentPages == 1 && isResident(process, 7))
    holds(process, 0..<50)
    #expect(bed.violation == nil)
  }

  @Test func cleanPagesGoToStandbyAndOthersToModified() {
    let process = process(20)
    let (standby, modified) = bed.database { ($0.standby.count, $0.modified.count) }
    read(process, 0..<8)
    write(process, 8..<20)
    #expect(process.trim() == 20)
    // A page of zeroes that was never written is in no file: its bytes must stay.
    let now = bed.database { ($0.standby.count - standby, $0.modified.count - modified) }
    #expect(now.0 + now.1 == 20 && now.1 >= 12)
    read(process, 0..<8)
    holds(process, 8..<20)
    #expect(counters(process).transition == 20)
    #expect(bed.violation == nil)
  }

  /// Pages of zeroes lose their frames and are zeroes again.
  @Test func standbyPagesThatSomeoneElseGot() {
    let process = process(8)
    read(process, 0..<8)
    #expect(process.trim() == 8)
    bed.reuseStandby()
    #expect(bed.violation == nil)
    read(process, 0..<8)
    #expect(counters(process).transition == 0 && counters(process).demandZero == 16)
    #expect(bed.violation == nil)
  }

  /// Another processor took the frame between the fault's look at the entry and its taking the lock of the page lists.
  @Test func framesThatWereTakenMeanwhile() {
    let process = process(2)
    read(process, 0..<1)
    let address = VirtualAddress(Self.base)
    process.run {
      let frame = bed.machine[address.pte].frame
      _ = process.trim()
      bed.reuseStandby()
      let resolution = process.space.memory.withLock {
        bed.mm.resolveTransition(PageFault(address: address, access: .read), frame, .readWrite, &$0.workingSet, isUser: true)
      }
      #expect(resolution == .resolved)
    }
    #expect(bed.violation == nil)
    #expect(process.residentPages == 0 && process.read(Self.base) == 0)
  }

  // MARK: The working set manager

  private func makeLow() { bed.leaveAvailable(bed.database { $0.lowThreshold } - 1) }

  @Test func aboveItsMinimumTheBiggerGivesMore() {
    let (small, big) = (process(60), process(300))
    read(small, 0..<60)
    read(big, 0..<300)
    small.age(times: 3)
    big.age(times: 3)
    makeLow()
    bed.mm.workingSetManagerStep(periodic: false)
    #expect(bed.available >= bed.database { $0.lowThreshold })
    #expect(small.residentPages == 60 && big.residentPages < 300)
  }

  @Test func theIdlerGivesMore() {
    let (idle, busy) = (process(200), process(200))
    read(idle, 0..<200)
    read(busy, 0..<200)
    for _ in 0..<3 {
      idle.age()
      busy.age()
      read(busy, 0..<200)
    }
    makeLow()
    bed.mm.workingSetManagerStep(periodic: false)
    #expect(bed.available >= bed.database { $0.lowThreshold })
    #expect(busy.residentPages == 200 && idle.residentPages < 200)
  }

  /// Pages that nobody has used for long go before others of the same process.
  @Test func oldPagesGoFirst() {
    let process = process(200)
    read(process, 0..<200)
    for _ in 0..<3 {
      process.age()
      read(process, 0..<150)
    }
    makeLow()
    bed.mm.workingSetManagerStep(periodic: false)
    for page in 0..<150 as Range<UInt32> { #expect(isResident(process, page)) }
    #expect(process.residentPages < 200)
  }

  /// Who came first and uses all that it has may not keep it when the others get nothing: unless it could be written nowhere.
  @Test(arguments: [false, true]) func pagesInUseGoWhenThereAreNoOthers(hasPageFile: Bool) throws {
    if hasPageFile { _ = try bed.mm.addPageFile(size: 1000, maximum: 1000, minimum: 1000) }
    let process = process(200)
    write(process, 0..<200)
    makeLow()
    bed.mm.workingSetManagerStep(periodic: false)
    #expect((process.residentPages < 200) == hasPageFile)
    holds(process, 0..<200)
  }

  @Test func nobodyFallsBelowItsMinimum() {
    let processes = (0..<3).map { _ in process(120) }
    for process in processes { write(process, 0..<120) }
    makeLow()
    for _ in 0..<10 { bed.mm.workingSetManagerStep(periodic: true) }
    for process in processes {
      #expect(process.residentPages >= 50)
      holds(process, 0..<120)
    }
  }
}
