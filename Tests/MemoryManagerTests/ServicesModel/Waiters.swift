import Machine

@testable import MemoryManager

/// Threads that wait for the disk while others go on, in their process and elsewhere.
extension ServicesActor {
  struct Waiter {
    let process: Process
    let access: Access
    let transfer: PagingTransfer
    /// It is he who had the page read; others found that someone did.
    let isOwner: Bool
  }
  /// So few that there is always something left to read a page of the system with.
  private static let mostWaiters = 20

  /// A thread does it now, or waits until it can.
  func begin(_ access: Access) throws {
    if try perform(access) { return }
    guard let disk else { return }
    switch bed.resolutions.last {
    case .pageIn(let transfer):
      disk.start(transfer)
      waiters.append(Waiter(process: process, access: access, transfer: transfer, isOwner: true))
    case .collided(let transfer): waiters.append(Waiter(process: process, access: access, transfer: transfer, isOwner: false))
    default: disk.makeRoom()
    }
    while waiters.count > Self.mostWaiters {
      disk.endOne()
      try resume(disk)
    }
  }

  /// One of the threads whose read has ended goes on: it tries again, or is told that the page cannot be read.
  func resume(_ disk: PagingDisk) throws {
    let ready = waiters.indices.filter { disk.result(waiters[$0].transfer) != nil }
    guard !ready.isEmpty else { return }
    let waiter = waiters.remove(at: ready[Int(random.next(UInt32(ready.count)))])
    attach(subjects.firstIndex { $0.process === waiter.process }!)
    guard waiter.isOwner else {
      bed.mm.leave(waiter.transfer)
      return try begin(waiter.access)
    }
    if disk.result(waiter.transfer)! {
      disk.completed = waiter.transfer
      defer { disk.completed = nil }
      try begin(waiter.access)
    }
    bed.mm.release(waiter.transfer)
  }

  /// The process ends: nobody wants to know any more what has been read.
  func endThreads(of process: Process) {
    guard let disk else { return }
    for waiter in waiters where waiter.process === process {
      _ = disk.wait(waiter.transfer)
      if waiter.isOwner { bed.mm.release(waiter.transfer) } else { bed.mm.leave(waiter.transfer) }
    }
    waiters.removeAll { $0.process === process }
  }

  /// What the disk and the system's threads do meanwhile.
  func page(_ disk: PagingDisk) throws {
    switch random.next(100) {
    case 0..<30: disk.endOne()
    case 30..<60: try resume(disk)
    case 60..<72: _ = disk.startWrite()
    case 72..<82: disk.runSystemThreads()
    case 82..<86: bed.reuseStandby()
    case 86..<89: _ = process.run { bed.mm.trimPageTables(process.space, all: random.oneIn(2)) }
    case 89..<91: swapOut(disk, completely: false)
    case 91..<93: process.space.memory.withLock { $0.workingSet.pagePriority = random.next(8) }
    case 93: swapOut(disk, completely: true)
    case 94: try? bed.mm.extendPageFile(random.next(2), by: random.next(100))
    default: try touchMany()
    }
  }

  /// The process goes out, a part of it or `completely`, to its page directory if nobody has locked a page; sooner or later someone needs it.
  private func swapOut(_ disk: PagingDisk, completely: Bool) {
    bed.machine.switchDirectory(to: system)
    let space = process.space
    for _ in 0..<(completely ? 3 : random.next(1...3)) {
      bed.mm.outSwap(space)
      while completely || random.next(8) != 0, disk.startWrite() { disk.endOne() }
      if completely { disk.endAll() }
      if completely || random.next(4) != 0 { bed.reuseStandby() }
    }
    if space.isOut { swapped += 1 }
    attach(random.oneIn(2) ? attached : Int(random.next(UInt32(subjects.count))))
  }

  /// A program goes through a part of its memory.
  private func touchMany() throws {
    guard let region = region() else { return }
    let (current, first, count) = (process, region.start + random.next(region.end - region.start + 1), random.next(1...150))
    for page in first...min(first + count, region.end) {
      try begin(someAccess(page))
      guard process === current else { return }
    }
  }
}
