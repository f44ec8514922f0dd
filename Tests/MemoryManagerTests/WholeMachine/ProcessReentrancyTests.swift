import Foundation
import Machine
import Testing

@testable import MemoryManager

extension ReentrancyTests {
  /// Threads that each work in an address space of their own, while others trim, zero and take pages from all of them.
  @Suite(.serialized) struct Processes {
    private static let steps = Seeds.steps(1000)

    @Test func programsWhileOthersTrim() {
      let bed = TestBed(frames: 1300, hasTlb: false)
      DispatchQueue.concurrentPerform(iterations: 4) { thread in
        var random = Random(seed: UInt64(thread) + 1)
        switch thread {
        case 0: Self.manage(bed, &random)
        default: for _ in 0..<3 { Self.live(bed, thread, &random) }
        }
      }
      #expect(bed.violation == nil)
      #expect(bed.mm.addressSpaces.withLock { $0.count } == 0)
    }

    /// What the system's threads do.
    private static func manage(_ bed: TestBed, _ random: inout Random) {
      for _ in 0..<steps * 2 {
        bed.mm.workingSetManagerStep(periodic: random.oneIn(3))
        _ = bed.mm.zeroPageStep()
        if random.oneIn(20) { bed.trimEverybody(random.next(40)) }
        if random.oneIn(20) { bed.reuseStandby() }
      }
    }

    /// A process from its beginning to its end: each page holds what was written last, whoever took it away meanwhile.
    private static func live(_ bed: TestBed, _ thread: Int, _ random: inout Random) {
      guard let process = Process(bed) else { return }
      var pages: [UInt32: UInt32] = [:]
      process.run {
        let base: UInt32 = 0x50_0000
        #expect(process.allocate(base, 0x4_0000, MEM.reserve | MEM.commit).status == .success)
        for step in 0..<UInt32(steps) {
          let page = random.next(64)
          let address = base + page << 12
          switch random.next(12) {
          case 0:
            #expect(process.free(address, 0x1000, MEM.decommit).status == .success)
            #expect(process.allocate(address, 0x1000, MEM.commit).status == .success)
            pages[page] = 0
          case 1:
            _ = process.lock(address, 0x1000)
            #expect(process.query(address)?.state == .committed)
            _ = process.unlock(address, 0x1000)
          case 2:
            #expect(process.protect(address, 0x1000, PAGE.readOnly).status.isSuccess)
            #expect(!process.write(address, 1))
            #expect(process.protect(address, 0x1000, PAGE.readWrite).status.isSuccess)
          case 3: _ = process.trim(random.next(10), age: 1)
          case 4...7:
            let value = UInt32(thread) << 24 | step
            #expect(process.write(address, value))
            pages[page] = value
          default:
            let found = process.read(address)
            #expect(found == pages[page] ?? 0)
          }
        }
      }
      process.end()
    }
  }
}

extension TestBed {
  /// As if memory were short: some pages of each process that are not in use.
  func trimEverybody(_ count: UInt32) {
    mm.trimmingPass.withLock { _ in
      mm.inEachAddressSpace { space in _ = mm.trim(space, count, age: 1) }
    }
  }
}
