import Foundation
import Machine
import Testing

@testable import MemoryManager

extension ReentrancyTests {
  /// Threads whose memory does not fit into RAM, two of them in one process, while pages are written and taken from all of them.
  @Suite(.serialized) struct Paging {
    private static let steps = Seeds.steps(1500)
    private static let base: UInt32 = 0x50_0000
    private static let pages: UInt32 = 1000

    /// With slots for all pages, some of them bad, and with so few that those of pages in use are needed, and all that can be promised is.
    @Test(arguments: [1500, 330] as [UInt32])
    func programsThatDoNotFit(slots: UInt32) throws {
      let bed = TestBed(frames: 1000, hasTlb: false)
      try bed.growSystemPtes()
      let disk = SharedPagingDisk(bed, seed: 1, hasBadSlots: slots > Self.pages)
      for _ in 0..<2 { _ = try bed.mm.addPageFile(size: slots, maximum: slots, minimum: slots) }
      let charged = bed.charged
      let shared = try #require(Process(bed))
      #expect(shared.allocate(Self.base, Self.pages << 12, MEM.reserve | MEM.commit).status == .success)
      let idle = try #require(Process(bed))
      #expect(idle.allocate(Self.base, 0x8000, MEM.reserve | MEM.commit).status == .success)
      let pages = min(Self.pages, bed.mm.commitment.withLock { $0.left } - 24)
      let left = Left(3)
      Self.atOnce(5) { thread in
        var random = Random(seed: UInt64(thread) + 1)
        switch thread {
        case 0:
          while left.any {
            Self.manage(bed, &random)
            Self.swap(idle, &random)
          }
        case 1: while left.any { if !disk.write() { usleep(100) } }
        case 2, 3:
          Self.share(shared, UInt32(thread), &random)
          left.leave()
        default:
          for _ in 0..<2 { Self.live(bed, disk, pages, &random) }
          left.leave()
        }
      }
      #expect(bed.violation == nil)
      idle.end()
      shared.end()
      #expect(bed.violation == nil && bed.charged == charged && bed.database { $0.pageFiles.used() } == 0)
      let counters = bed.database { $0.pageFiles.counters }
      #expect(counters.reads > 20 && counters.writes > 20, "\(counters)")
    }

    /// Each on a thread of its own, however few processors the host has: some end only when others have.
    private static func atOnce(_ threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
      let group = DispatchGroup()
      for thread in 0..<threads {
        group.enter()
        Thread.detachNewThread {
          body(thread)
          group.leave()
        }
      }
      group.wait()
    }

    /// What the system's threads do.
    private static func manage(_ bed: TestBed, _ random: inout Random) {
      bed.mm.workingSetManagerStep(periodic: random.oneIn(3))
      _ = bed.mm.zeroPageStep()
      if random.oneIn(10) { bed.trimEverybody(random.next(100)) }
      if random.oneIn(20) { bed.reuseStandby() }
      if random.oneIn(4) { usleep(100) }
    }

    /// Nobody else goes to this process.
    private static func swap(_ idle: Process, _ random: inout Random) {
      switch random.next(20) {
      case 0..<3: idle.bed.mm.outSwap(idle.space)
      case 3:
        let address = base + random.next(8) << 12
        let found = idle.read(address)
        #expect(found == 0 || found == address)
        #expect(idle.write(address, address))
      default: break
      }
    }

    /// One of the threads of a process: each has a word of every page.
    private static func share(_ process: Process, _ thread: UInt32, _ random: inout Random) {
      process.run {
        var words: [UInt32: UInt32] = [:]
        for step in 0..<UInt32(steps) {
          let page = random.oneIn(2) ? random.next(16) : random.next(pages)
          let address = base + page << 12 + thread << 2
          if random.oneIn(2) {
            #expect(process.write(address, step))
            words[page] = step
          } else {
            let found = process.read(address)
            #expect(found == words[page] ?? 0)
          }
          if random.oneIn(50) { _ = process.trim(random.next(100), age: 1) }
        }
      }
    }

    /// A process from its beginning to its end.
    private static func live(_ bed: TestBed, _ disk: SharedPagingDisk, _ pages: UInt32, _ random: inout Random) {
      guard let process = Process(bed) else { return }
      var words: [UInt32: UInt32] = [:]
      process.run {
        guard process.allocate(base, (pages + 8) << 12, MEM.reserve | MEM.commit).status == .success else {
          Issue.record("\(pages) pages are refused")
          return
        }
        for step in 0..<UInt32(steps) {
          let page = random.next(pages)
          let address = base + page << 12
          switch random.next(20) {
          case 0:
            #expect(process.free(address, 0x1000, MEM.decommit).status == .success)
            #expect(process.allocate(address, 0x1000, MEM.commit).status == .success)
            words[page] = 0
          case 1:
            #expect(process.lock(address, 0x1000).status == .success)
            #expect(process.unlock(address, 0x1000).status == .success)
          case 2:
            #expect(process.protect(address, 0x1000, PAGE.readOnly).status.isSuccess)
            #expect(!process.write(address, 1))
            #expect(process.protect(address, 0x1000, PAGE.readWrite).status.isSuccess)
          case 3:
            #expect(process.protect(address, 0x8000, step % 2 == 0 ? PAGE.executeReadWrite : PAGE.readWrite).status.isSuccess)
          case 4:
            process.empty()
            _ = bed.mm.trimPageTables(process.space, all: true)
            // However seldom the system's threads run.
            _ = disk.write()
            bed.reuseStandby()
          case 5...11:
            #expect(process.write(address, step))
            words[page] = step
          default:
            let found = process.read(address)
            #expect(found == words[page] ?? 0)
          }
        }
      }
      process.end()
    }
  }

  /// How many threads still have something to do.
  private final class Left: @unchecked Sendable {
    private let lock = NSLock()
    private var count: Int
    init(_ count: Int) { self.count = count }
    var any: Bool { lock.withLock { count > 0 } }
    func leave() { lock.withLock { count -= 1 } }
  }
}
