import Machine

@testable import MemoryManager

/// Something that cannot be paged out.
enum Resource: CaseIterable {
  case block, pages, stack, contiguous, process

  /// Takes one and returns how to give it back; nil if it is refused.
  func take(from bed: TestBed) -> (() -> Void)? {
    switch self {
    case .block: bed.allocate(.nonpaged, 3000).map { block in { precondition(bed.free(block) == nil) } }
    case .pages: bed.allocate(.nonpaged, 5 * pageSize).map { block in { precondition(bed.free(block) == nil) } }
    case .stack: (try? bed.mm.createKernelStack()).map { top in { bed.mm.deleteKernelStack(top: top) } }
    case .contiguous:
      bed.mm.allocateContiguous(ContiguousRequest(pages: 3)).map { address in { precondition(bed.mm.freeContiguous(address) == nil) } }
    case .process: Process(bed).map { process in { process.end() } }
    }
  }

  /// Pages of RAM that one of them is charged.
  var resident: UInt32 {
    switch self {
    case .block: 1
    case .pages: 5
    case .stack, .contiguous: 3
    case .process: 3 + UserMemory.defaultMinimum
    }
  }
}

/// What is in use of memory.
struct MemoryInUse: Equatable {
  let available, charged, resident, systemPtes, expansionPtes, nonpagedPages: UInt32

  /// With nothing kept for the next caller.
  init(_ bed: TestBed) {
    _ = bed.mm.drainPools(for: .paged)
    available = bed.available
    (charged, resident) = bed.mm.commitment.withLock { ($0.charged, $0.residentCharged) }
    systemPtes = bed.mm.systemPtes.withLock { $0.inUse }
    expansionPtes = bed.mm.nonpagedExpansion.withLock { $0.inUse }
    nonpagedPages = bed.mm.nonpagedPool.withLock { $0.pool.pages }
  }
}

extension TestBed {
  /// Pages go bad until so many are available: they are charged, as all pages in use are.
  func spoilPages(leaving count: UInt32) -> [PageFrameNumber] {
    var frames: [PageFrameNumber] = []
    while available > count, mm.commitment.withLock({ $0.charge(1) }), let frame = database({ $0.removeAnyPage() }) {
      database { $0.insertBad(frame) }
      frames.append(frame)
    }
    return frames
  }

  func repairPages(_ frames: [PageFrameNumber]) {
    database { database in
      for frame in frames {
        database.unlink(frame)
        database.insertFree(frame)
      }
    }
    mm.commitment.withLock { $0.giveBack(UInt32(frames.count)) }
  }

  var residentAvailable: UInt32 { mm.commitment.withLock { $0.residentAvailable } }
  var faultReserve: UInt32 { database { $0.faultReserve } }
}
