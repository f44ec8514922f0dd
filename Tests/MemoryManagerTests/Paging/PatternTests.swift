import Machine
import Testing

@testable import MemoryManager

/// Programs that fill eight times the RAM and find what they wrote, whatever fails meanwhile.
@Suite struct PatternTests {
  private static let frames: UInt32 = 900
  private static let base: UInt32 = 0x40_0000
  enum Order: CaseIterable { case sequential, reverse, random }

  @Test(arguments: Order.allCases, [(1, false), (1, true), (3, true)] as [(UInt32, Bool)])
  func fillAndCheck(order: Order, kind: (processes: UInt32, isFailing: Bool)) throws {
    for seed in Seeds.first(1) {
      let bed = TestBed(frames: Self.frames)
      let disk = PagingDisk(bed, seed: seed)
      for _ in 0..<2 { _ = try bed.mm.addPageFile(size: Self.frames * 5, maximum: Self.frames * 5, minimum: Self.frames * 5) }
      let charged = bed.charged
      if kind.isFailing { (disk.readFailures, disk.writeFailures) = (20, 50) }
      var run = Run(bed, disk, pages: Self.frames * 8 / kind.processes, order: order, seed: seed)
      for _ in 0..<kind.processes { try run.addProcess() }
      try run.fill()
      #expect(bed.violation == nil, "seed \(seed)")
      for _ in 0..<2 { try run.check() }
      run.end()
      #expect(bed.violation == nil, "seed \(seed)")
      #expect(bed.database { $0.pageFiles.used() } == 0 && bed.charged == charged, "seed \(seed)")
      let counters = bed.database { $0.pageFiles.counters }
      #expect(counters.pagesWritten >= Self.frames * 7 && counters.pagesRead >= Self.frames * 14, "seed \(seed): \(counters)")
      #expect((counters.readErrors > 0) == kind.isFailing && (counters.writeErrors > 0) == kind.isFailing, "seed \(seed): \(counters)")
    }
  }

  /// Several processes take turns, page by page.
  private struct Run {
    let bed: TestBed
    let disk: PagingDisk
    let pages: UInt32
    let order: Order
    let seed: UInt64
    var random: Random
    var processes: [Process] = []

    init(_ bed: TestBed, _ disk: PagingDisk, pages: UInt32, order: Order, seed: UInt64) {
      (self.bed, self.disk, self.pages, self.order, self.seed) = (bed, disk, pages, order, seed)
      random = Random(seed: seed)
    }

    mutating func addProcess() throws {
      let process = try #require(Process(bed))
      #expect(process.allocate(base, pages << 12, MEM.reserve | MEM.commit).status == .success)
      processes.append(process)
    }

    private mutating func eachPage(_ body: (Process, UInt32, UInt32) throws -> Void) rethrows {
      var turns = Array(0..<pages)
      if order == .reverse { turns.reverse() }
      for turn in turns.indices where order == .random { turns.swapAt(turn, Int(random.next(pages))) }
      for (step, page) in turns.enumerated() {
        for (index, process) in processes.enumerated() { try body(process, page, Self.word(UInt32(index), page)) }
        disk.runSystemThreads()
        if step % 500 == 0 { bed.mm.workingSetManagerStep(periodic: true) }
      }
    }

    private static func word(_ process: UInt32, _ page: UInt32) -> UInt32 { (process << 24 | page) &* 0x9E37_79B1 }

    mutating func fill() throws {
      try eachPage { [disk, seed] process, page, word in
        for offset in [0, 0x7FC, 0xFFC] as [UInt32] {
          let written = disk.tryAgain { process.write(base + page << 12 + offset, word + offset) ? word : nil }
          try #require(written != nil, "seed \(seed), page \(page)")
        }
      }
    }

    mutating func check() throws {
      try eachPage { [disk, seed] process, page, word in
        for offset in [0xFFC, 0, 0x7FC] as [UInt32] {
          let found = disk.tryAgain { process.read(base + page << 12 + offset) }
          try #require(found == word + offset, "seed \(seed), page \(page)")
        }
      }
    }

    mutating func end() {
      for process in processes { process.end() }
      disk.endAll()
    }
  }
}

extension PagingDisk {
  /// A program that is told of an error that comes from the disk is patient.
  fileprivate func tryAgain<Value>(_ access: () -> Value?) -> Value? {
    while true {
      if let value = access() { return value }
      guard case .pageIn = bed.resolutions.last else { return nil }
    }
  }
}
