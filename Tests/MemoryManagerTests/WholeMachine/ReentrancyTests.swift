import Foundation
import Machine
import Testing

@testable import MemoryManager

/// Several threads, each a processor of its own, through the same manager at once: run with `--sanitize=thread --filter ReentrancyTests`.
@Suite(.serialized) struct ReentrancyTests {
  private static let threads = 4
  private static let steps = Seeds.steps(1500)

  /// Runs `body` on every thread; afterwards every rule must hold.
  private func race(_ bed: TestBed, _ body: @Sendable (_ thread: Int, inout Random) -> Void) {
    DispatchQueue.concurrentPerform(iterations: Self.threads) { thread in
      var random = Random(seed: UInt64(thread) + 1)
      body(thread, &random)
    }
    #expect(bed.violation == nil)
  }

  /// Allocates, fills, checks and frees blocks of its own.
  private static func churn(_ bed: TestBed, _ type: PoolType, _ sizes: ClosedRange<UInt32>, _ thread: Int, _ random: inout Random) {
    var mine: [(VirtualAddress, UInt32)] = []
    let tag: PoolTag = [.init(raw: 0x6161_6161), .init(raw: 0x6262_6262)][thread % 2]
    for step in 0..<UInt32(steps) {
      if mine.count < 20 && !random.oneIn(3) {
        let bytes = random.next(sizes)
        guard let block = bed.allocate(type, bytes, tag: tag) else { continue }
        bed.fill(block, bytes, step, stride: 128)
        mine.append((block, bytes))
      } else if let (block, bytes) = random.take(&mine) {
        let first = bed.machine.read32(block)
        if bytes >= 4 { #expect(bed.holds(block, bytes, first, stride: 128)) }
        let misuse = bed.free(block, tag: tag)
        #expect(misuse == nil)
      }
    }
    for (block, _) in mine { #expect(bed.free(block, tag: tag) == nil) }
  }

  @Test func smallNonpagedBlocks() {
    let bed = TestBed(frames: 2048, hasTlb: false)
    race(bed) { Self.churn(bed, .nonpaged, 4...300, $0, &$1) }
    #expect(bed.usage(PoolTag(raw: 0x6161_6161), .nonpaged)?.bytes == 0)
  }
  @Test func nonpagedBlocksAndPages() {
    let bed = TestBed(frames: 2048, options: "NonPagedPoolSize=64K", hasTlb: false)
    race(bed) { Self.churn(bed, .nonpaged, 4...12_000, $0, &$1) }
  }
  @Test func smallPagedBlocks() {
    let bed = TestBed(frames: 2048, hasTlb: false)
    race(bed) { Self.churn(bed, .paged, 4...300, $0, &$1) }
  }
  @Test func pagedBlocksAndPages() {
    let bed = TestBed(frames: 2048, hasTlb: false)
    race(bed) { Self.churn(bed, .paged, 4...12_000, $0, &$1) }
  }

  @Test func bothPoolsWithLittleMemory() {
    let bed = TestBed(frames: 900, hasTlb: false)
    race(bed) { Self.churn(bed, $0 % 2 == 0 ? .paged : .nonpaged, 100...40_000, $0, &$1) }
  }

  /// Tags that no one has used before are entered while others look theirs up.
  @Test func newTags() {
    let bed = TestBed(frames: 1024, hasTlb: false)
    race(bed) { thread, random in
      for step in 0..<UInt32(300) {
        let tag = PoolTag(raw: 0x3030_3030 + (step / 3) << 8 + (thread < 2 ? 0 : UInt32(thread)))
        guard let block = bed.allocate(.nonpaged, random.next(8...400), tag: tag) else { continue }
        #expect(bed.free(block, tag: tag) == nil)
      }
    }
    var (allocations, bytes): (UInt32, UInt32) = (0, 0)
    bed.mm.poolTags.withLock { tags in
      for index in 0..<PoolTags.count {
        guard let usage = tags.entry(index, .nonpaged)?.usage else { continue }
        #expect(usage.allocations == usage.frees)
        allocations += usage.allocations
        bytes &+= usage.bytes
      }
    }
    #expect(allocations == 300 * UInt32(Self.threads) && bytes == 0)
  }

  /// One lookaside list of a caller's own, shared by all.
  @Test func aListOfOnesOwn() {
    let bed = TestBed(frames: 1024, hasTlb: false)
    let list = OwnList(bed, .nonpaged, size: 64)
    race(bed) { thread, random in
      var mine: [VirtualAddress] = []
      for step in 0..<UInt32(Self.steps) {
        if mine.count < 12 && random.oneIn(2) {
          guard let block = list.allocate() else { continue }
          bed.fill(block, 64, step &* 4 &+ UInt32(thread), stride: 4)
          mine.append(block)
        } else if let block = random.take(&mine) {
          #expect(bed.machine.read32(block) % 4 == UInt32(thread))
          #expect(bed.holds(block, 64, bed.machine.read32(block), stride: 4))
          #expect(list.free(block) == nil)
        }
      }
      for block in mine { #expect(list.free(block) == nil) }
    }
    list.delete()
    #expect(bed.usage("Mine", .nonpaged)?.bytes == 0)
  }

  @Test func systemPtes() {
    let bed = TestBed(frames: 1024, hasTlb: false)
    race(bed) { thread, random in
      var mine: [(PteAddress, UInt32)] = []
      for _ in 0..<Self.steps * 2 {
        if mine.count < 10 && random.oneIn(2) {
          let count = random.oneIn(5) ? random.next(17...60) : random.next(1...16)
          guard let first = bed.reserve(count) else { continue }
          for page in 0..<count {
            #expect(bed.machine[first + page] == .zero)
            bed.machine[first + page] = .device(PageFrameNumber(0xFEC00 + UInt32(thread)))
          }
          mine.append((first, count))
        } else if let (first, count) = random.take(&mine) {
          for page in 0..<count {
            #expect(bed.machine[first + page].frame.raw == 0xFEC00 + UInt32(thread))
            bed.machine[first + page] = .zero
          }
          #expect(bed.release(first, count) == nil)
        }
      }
      for (first, count) in mine {
        for page in 0..<count { bed.machine[first + page] = .zero }
        #expect(bed.release(first, count) == nil)
      }
    }
    #expect(bed.mm.systemPtes.withLock { $0.inUse } == 0)
  }

  @Test func pagesTakenPutAndZeroed() {
    let bed = TestBed(frames: 1024, hasTlb: false)
    race(bed) { thread, random in
      var mine: [PageFrameNumber] = []
      for _ in 0..<Self.steps {
        switch random.next(4) {
        case 0: _ = bed.mm.zeroPageStep()
        case 1:
          let taken = bed.database { $0.removeZeroedPage() }
          if let taken { mine.append(taken.frame) }
        case 2: if let frame = bed.database({ $0.removeAnyPage() }) { mine.append(frame) }
        default: if let frame = random.take(&mine) { bed.database { $0.insertFree(frame) } }
        }
      }
      for frame in mine { bed.database { $0.insertFree(frame) } }
    }
  }

  @Test func stacksContiguousMemoryAndZeroing() {
    let bed = TestBed(frames: 1024, hasTlb: false)
    race(bed) { thread, random in
      var (stacks, contiguous): ([VirtualAddress], [VirtualAddress]) = ([], [])
      for _ in 0..<Self.steps / 4 {
        switch random.next(5) {
        case 0: if let top = try? bed.mm.createKernelStack() { stacks.append(top) }
        case 1: if let top = random.take(&stacks) { bed.mm.deleteKernelStack(top: top) }
        case 2: if let address = bed.mm.allocateContiguous(ContiguousRequest(pages: random.next(1...6))) { contiguous.append(address) }
        case 3: if let address = random.take(&contiguous) { #expect(bed.mm.freeContiguous(address) == nil) }
        default: _ = bed.mm.zeroPageStep()
        }
      }
      for top in stacks { bed.mm.deleteKernelStack(top: top) }
      for address in contiguous { #expect(bed.mm.freeContiguous(address) == nil) }
    }
  }

  /// Everything at once, and the once-a-second work besides.
  @Test func everythingAtOnce() {
    let bed = TestBed(frames: 2048, hasTlb: false)
    race(bed) { thread, random in
      switch thread {
      case 0: Self.churn(bed, .nonpaged, 4...6000, thread, &random)
      case 1: Self.churn(bed, .paged, 4...6000, thread, &random)
      case 2:
        for _ in 0..<Self.steps {
          _ = bed.mm.zeroPageStep()
          if random.oneIn(50) { bed.mm.adjustLookasideDepths() }
        }
      default:
        for _ in 0..<Self.steps / 4 {
          guard let top = try? bed.mm.createKernelStack() else { continue }
          bed.mm.deleteKernelStack(top: top)
        }
      }
    }
  }
}
