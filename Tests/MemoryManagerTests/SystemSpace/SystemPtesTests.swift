import Machine
import Testing

@testable import MemoryManager

/// Address space handed out by the page: reservations, misuse, growth and the TLB.
@Suite struct SystemPtesTests {
  private let bed = TestBed(frames: 2048)
  private func index(_ pte: PteAddress) -> UInt32 { pte.mapped.page - SystemRegion.systemPtes.start.page }
  private var total: UInt32 { bed.mm.systemPtes.withLock { $0.total } }
  private var free: UInt32 { bed.mm.systemPtes.withLock { $0.freePages } }

  @Test(arguments: [1, 2, 15, 16, 17, 100, 1024, 1025] as [UInt32])
  func reservingAndReleasing(count: UInt32) throws {
    let pte = try #require(bed.reserve(count))
    #expect(SystemRegion(of: pte.mapped) == .systemPtes && SystemRegion(of: pte.mapped + (count << 12 - 1)) == .systemPtes)
    for page in 0..<count { #expect(bed.machine[pte + page] == .zero) }
    #expect(bed.mm.systemPtes.withLock { $0.reservedCount(pte) } == count && bed.mm.systemPtes.withLock { $0.inUse } == count)
    #expect(bed.release(pte, count) == nil && free == total)
    #expect(bed.violation == nil)
    // The same address space again.
    #expect(bed.reserve(count) == pte)
  }

  @Test func noneAndTooMany() {
    #expect(bed.reserve(0) == nil)
    let (counts, charged) = (bed.counts, bed.charged)
    #expect(bed.reserve(1 << 20) == nil && bed.reserve(.max) == nil)
    #expect(bed.mm.systemPtes.withLock { $0.failures } == 2)
    // What can never be met takes no memory for growing either.
    #expect(bed.counts == counts && bed.charged == charged)
    #expect(bed.violation == nil)
  }

  @Test func tooManyWithAnAlignmentFail() async {
    await #expect(processExitsWith: .success) {
      let bed = TestBed(frames: 900)
      for count in [1 << 20, UInt32.max, .max - 1] as [UInt32] {
        for alignment in [2, 1 << 10, 1 << 31] as [UInt32] {
          #expect(bed.mm.reserveSystemPtes(count, alignment: alignment, .system) == nil)
        }
      }
      #expect(bed.violation == nil)
    }
  }

  @Test(arguments: [1, 2, 4, 16, 64, 1024] as [UInt32])
  func alignment(pages: UInt32) throws {
    _ = bed.reserve(3)
    for count in [1, 5, 16, 40] as [UInt32] {
      let pte = try #require(bed.mm.reserveSystemPtes(count, alignment: pages, .system))
      #expect(pte.mapped.page % pages == 0)
      #expect(bed.release(pte, count) == nil)
    }
    for wrong in [0, 3, 6, 12] as [UInt32] { #expect(bed.mm.reserveSystemPtes(1, alignment: wrong, .system) == nil) }
    #expect(bed.violation == nil)
  }

  // MARK: Misuse

  @Test func releasingWhatIsNotReserved() throws {
    let pte = try #require(bed.reserve(8))
    #expect(bed.release(pte + 1, 7) == .notReserved)
    #expect(bed.release(pte + 8, 1) == .notReserved)
    #expect(bed.release(VirtualAddress(0).pte, 1) == .notReserved)
    #expect(bed.release(VirtualAddress(0xE100_0000).pte, 1) == .notReserved)
    #expect(bed.release(VirtualAddress(0xF000_0000).pte, 1) == .notReserved)
    #expect(bed.release(VirtualAddress(0xFFFF_F000).pte, 1) == .notReserved)
    #expect(bed.release(pte, 8) == nil)
  }
  @Test(arguments: [1, 8, 16, 17, 40] as [UInt32])
  func releasingTwice(count: UInt32) throws {
    let (before, pte) = (try #require(bed.reserve(count)), try #require(bed.reserve(count)))
    let behind = try #require(bed.reserve(count))
    for each in [before, pte, behind] { #expect(bed.release(each, count) == nil) }
    for each in [pte, before, behind] { try #require(bed.release(each, count) == .notReserved) }
    #expect(bed.violation == nil && free == total)
  }
  @Test func releasingTheWrongCount() throws {
    let pte = try #require(bed.reserve(8))
    for count in [0, 1, 7, 9, 1000] as [UInt32] { #expect(bed.release(pte, count) == .wrongCount) }
    #expect(bed.release(pte, 8) == nil)
  }
  @Test func releasingWhatIsStillMapped() throws {
    let pte = try #require(bed.reserve(8))
    bed.machine[pte + 7] = .device(PageFrameNumber(0xB8))
    #expect(bed.release(pte, 8) == .stillMapped)
    bed.machine[pte + 7] = .zero
    #expect(bed.release(pte, 8) == nil)
  }

  // MARK: The TLB

  /// Whoever gets the address space next does not see the last owner's page through a stale translation.
  @Test(arguments: [1, 16, 17, 40] as [UInt32])
  func noStaleTranslationSurvives(count: UInt32) throws {
    let old = PageFrameNumber(0x300)
    let pte = try #require(bed.reserve(count))
    for page in 0..<count {
      bed.machine[pte + page] = .kernel(old + page)
      bed.machine.store32(pte.mapped + page << 12, 0xAAAA)
      bed.machine[pte + page] = .zero
    }
    #expect(bed.release(pte, count) == nil)
    let again = try #require(bed.reserve(count))
    #expect(again == pte)
    for page in 0..<count {
      bed.machine[again + page] = .kernel(old + (count + page))
      bed.machine.store32(again.mapped + page << 12, 0xBBBB)
    }
    for page in 0..<count {
      #expect(bed.machine.loadPhysical((old + page).address) == 0xAAAA)
      #expect(bed.machine.loadPhysical((old + (count + page)).address) == 0xBBBB)
      bed.machine[again + page] = .zero
    }
  }

  // MARK: Growth and the limit

  @Test func growsToItsLimitAndRecovers() throws {
    let limit = bed.mm.systemPtes.withLock { $0.limit }
    var held: [PteAddress] = []
    while let pte = bed.reserve(16) { held.append(pte) }
    #expect(total == limit && UInt32(held.count) == limit / 16)
    #expect(bed.mm.systemPtes.withLock { $0.failures } == 1 && bed.violation == nil)
    for pte in held { #expect(bed.release(pte, 16) == nil) }
    // All of it at once: what is kept aside by length is joined again.
    let all = try #require(bed.reserve(limit))
    #expect(index(all) == 0 && bed.release(all, limit) == nil && bed.violation == nil)
  }

  @Test func growingWithoutMemoryFails() {
    bed.promiseEverything()
    let before = bed.counts
    for count in [1, 16, 2048] as [UInt32] { #expect(bed.reserve(count) == nil) }
    #expect(bed.counts == before && bed.violation == nil)
  }

  @Test(arguments: Seeds.first(4))
  func randomAgainstAModel(seed: UInt64) throws {
    var random = Random(seed: seed)
    let bed = TestBed(frames: 1024, options: "SystemPages=2000")
    var owned: [(PteAddress, UInt32)] = []
    var isTaken = Array(repeating: false, count: 2000)
    for step in 0..<Seeds.steps(4000) {
      if owned.isEmpty || random.next(100) < 52 {
        let count = random.oneIn(8) ? random.next(17...300) : random.next(1...16)
        let alignment = random.oneIn(5) ? UInt32(1) << random.next(7) : 1
        let pte = alignment == 1 ? bed.reserve(count) : bed.mm.reserveSystemPtes(count, alignment: alignment, .system)
        guard let pte else {
          let room = longestFree(isTaken)
          try #require(room < count + alignment - 1, "seed \(seed) step \(step)")
          continue
        }
        let first = Int(index(pte))
        try #require(first + Int(count) <= 2000 && pte.mapped.page % alignment == 0, "seed \(seed) step \(step)")
        for page in first..<first + Int(count) {
          try #require(!isTaken[page], "seed \(seed) step \(step)")
          isTaken[page] = true
        }
        owned.append((pte, count))
      } else if let (pte, count) = random.take(&owned) {
        try #require(bed.release(pte, count) == nil, "seed \(seed) step \(step)")
        try #require(bed.release(pte, count) == .notReserved, "seed \(seed) step \(step)")
        for page in Int(index(pte))..<Int(index(pte) + count) { isTaken[page] = false }
      }
      let used = UInt32(isTaken.count { $0 })
      try #require(bed.mm.systemPtes.withLock { $0.inUse } == used, "seed \(seed) step \(step)")
      if step % 16 == 0 { try #require(bed.mm.checkRuns() == nil, "seed \(seed) step \(step)") }
    }
    #expect(bed.violation == nil)
  }

  private func longestFree(_ isTaken: [Bool]) -> UInt32 {
    var (longest, length) = (UInt32(0), UInt32(0))
    for taken in isTaken {
      length = taken ? 0 : length + 1
      longest = max(longest, length)
    }
    return longest
  }
}
