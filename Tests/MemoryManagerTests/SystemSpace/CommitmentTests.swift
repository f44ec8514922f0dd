import Machine
import Testing

@testable import MemoryManager

/// Nothing is promised twice, and the end of memory is a failure, not a stop.
@Suite struct CommitmentTests {
  @Test func chargesUpToTheLimit() {
    var commitment = Commitment(limit: 100, residentLimit: 90, growthReserve: 5, charged: 40)
    let results = [commitment.charge(60), commitment.charge(1), commitment.charge(.max), commitment.charge(0)]
    #expect(results == [true, false, false, true])
    #expect(commitment.charged == 100 && commitment.peak == 100 && commitment.refusals == 2)
    commitment.giveBack(30)
    #expect(commitment.charged == 70 && commitment.peak == 100)
  }

  /// With page files the limit changes, and what was promised stays promised.
  @Test func theLimitRisesAndFalls() {
    var commitment = Commitment(limit: 100, residentLimit: 90, growthReserve: 5, charged: 100)
    commitment.raiseLimit(by: 50)
    var results = [commitment.charge(50), commitment.charge(1)]
    commitment.lowerLimit(by: 20)
    #expect(commitment.limit == 130 && commitment.left == 0 && commitment.charged == 150)
    commitment.giveBack(21)
    results += [commitment.charge(2), commitment.charge(1)]
    #expect(results == [true, false, false, true])
    commitment.lowerLimit(by: 1000)
    #expect(commitment.limit == 0 && commitment.left == 0)
  }

  /// Page files are to grow by what was lacking, once, and only if that helps: no page file takes what needs RAM that there is not.
  @Test func whatPageFilesLackIsKnown() {
    var commitment = Commitment(limit: 100, residentLimit: 60, growthReserve: 5, charged: 40)
    var lacking: [UInt32] = []
    func ask(_ pages: UInt32, _ resident: UInt32, _ expected: Status) {
      #expect(commitment.charge(pages, resident: resident) == expected)
      lacking.append(commitment.takeShortage())
    }
    ask(80, 0, .commitmentLimit)
    ask(80, 20, .commitmentLimit)
    ask(80, 21, .commitmentLimit)
    ask(30, 21, .insufficientResources)
    #expect(lacking == [20, 20, 0, 0] && commitment.takeShortage() == 0)
    // A refusal that nobody had page files grow for is not made good for another one.
    _ = commitment.charge(80)
    ask(30, 21, .insufficientResources)
    #expect(lacking.last == 0)
  }

  /// The loader may have left less than what is held back.
  @Test func moreInUseThanTheLimitRefuses() async {
    await #expect(processExitsWith: .success) {
      var commitment = Commitment(limit: 100, residentLimit: 90, growthReserve: 5, charged: 120)
      let (left, result) = (commitment.left, commitment.charge(1))
      #expect(left == 0 && !result)
    }
  }

  /// Paged pool promised to the last page: every byte of it can then be touched, whatever else is asked for.
  @Test(arguments: [900, 1100, 2048, 3000] as [UInt32])
  func everyPromisedPageComes(frames: UInt32) async {
    await #expect(processExitsWith: .success) { [frames] in
      let bed = TestBed(frames: frames)
      var blocks: [VirtualAddress] = []
      while let block = bed.allocate(.paged, 16 * pageSize) { blocks.append(block) }
      while let block = bed.allocate(.paged, pageSize) { blocks.append(block) }
      while bed.allocate(.nonpaged, pageSize) != nil {}
      while (try? bed.mm.createKernelStack()) != nil {}
      for block in blocks {
        for page in 0..<UInt32(16) where bed.machine[(block + page << 12).pte] != .zero && page == 0 { bed.machine.write32(block, 1) }
      }
      for index in 0..<bed.mm.pagedPool.withLock({ $0.runs.grown }) {
        let address = PagedPool.address(index)
        if bed.machine[address.pte] != .zero { bed.machine.write32(address, index) }
      }
      #expect(bed.violation == nil)
    }
  }

  /// What lets more be promised is to be had when nothing more can be promised, for a while.
  @Test func pagesHeldBack() throws {
    let bed = TestBed(frames: 2048)
    var blocks: [VirtualAddress] = []
    while let block = bed.allocate(.paged, pageSize) { blocks.append(block) }
    var held: [VirtualAddress] = []
    while case .block(let block) = bed.mm.allocateReservePool(bytes: pageSize + 1, tag: .memoryManager) { held.append(block) }
    #expect(held.count >= 2 && held.count < 20)
    #expect(bed.allocate(.nonpaged, 2 * pageSize) == nil)
    #expect(bed.mm.commitment.withLock { $0.charged > $0.limit })
    #expect(bed.violation == nil)
    for block in held { #expect(bed.mm.freePool(block, tag: .memoryManager) == nil) }
    #expect(bed.mm.commitment.withLock { $0.charged <= $0.limit })
    for block in blocks { #expect(bed.free(block) == nil) }
    #expect(bed.violation == nil)
  }

  @Test func exhaustionAndRecovery() throws {
    for type in [PoolType.nonpaged, .paged] {
      let bed = TestBed(frames: 1000)
      for _ in 0..<3 {
        var blocks: [VirtualAddress] = []
        while let block = bed.allocate(type, 3000) {
          if type == .paged { bed.fill(block, 3000, 7) }
          blocks.append(block)
        }
        #expect(blocks.count > 300)
        #expect(bed.violation == nil)
        #expect(bed.allocate(type, 20_000) == nil && (try? bed.mm.createKernelStack()) == nil)
        for block in blocks { #expect(bed.free(block) == nil) }
        #expect(bed.violation == nil)
      }
      #expect(bed.mm.withPool(type) { pool, _ in pool.pages } <= 8)
    }
  }
}
