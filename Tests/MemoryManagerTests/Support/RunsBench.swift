import Machine

@testable import MemoryManager

/// Runs of pages by themselves, on a machine whose memory manager lends them the table of nonpaged pool runs: nothing else uses it here.
final class RunsBench {
  let bed = TestBed(frames: 900)
  private(set) var runs: PageRuns

  init(_ pages: UInt32 = 256) {
    runs = PageRuns(machine: bed.machine, table: SystemLayout.nonpagedPoolRuns)
    bed.machine.zero(SystemLayout.nonpagedPoolRuns, bytes: 256 * PageRuns.bytesPerPage)
    runs.grow(pages)
  }
  func allocate(_ pages: UInt32) -> UInt32? { runs.allocate(pages) }
  func allocate(_ pages: UInt32, alignment: UInt32, origin: UInt32) -> UInt32? {
    runs.allocate(pages, alignment: alignment, origin: origin)
  }
  func release(_ start: UInt32) -> Bool { runs.release(start) }
  func grow(_ pages: UInt32) { runs.grow(pages) }
  var isSound: Bool { runs.checkInvariants() }
}
