import Machine
import Testing

@testable import MemoryManager

/// The disk that page files are on: transfers end when the test says so, in any order, and some of them fail.
final class PagingDisk: Pager {
  typealias Slot = PageContents.Slot

  unowned let bed: TestBed
  var random: Random
  /// One read in so many fails; 0 is never.
  var readFailures: UInt32 = 0
  /// One write in so many finds the disk out of order; and one finds a slot that can never be written.
  var writeFailures: UInt32 = 0
  /// Page faults of programs that need a page from the disk end at once, and the test goes on as another thread.
  var isDeferring = false
  /// What such a fault has waited for, when it is tried again.
  var completed: PagingTransfer?
  private(set) var pending: [PagingTransfer] = []
  private(set) var badSlots: Set<Slot> = []
  private let contents = PageContents()
  private var succeeded: [UInt32: Bool] = [:]
  /// How many words of each page a write has moved already, by the number of the transfer.
  private var early: [UInt32: [Int]] = [:]

  init(_ bed: TestBed, seed: UInt64) {
    self.bed = bed
    random = Random(seed: seed &+ 0xD15C)
    bed.pager = self
  }

  // MARK: Transfers

  func makeBad(_ slot: Slot) { badSlots.insert(slot) }

  func start(_ transfer: PagingTransfer) {
    pending.append(transfer)
    succeeded[transfer.index] = nil
    guard transfer.isWrite else {
      for page in transfer.pages { PageContents.spoil(transfer.mdl[page], bed.machine) }
      return
    }
    // The device may have read a part of a page before a program writes to it again.
    let moved = transfer.pages.map { _ in random.oneIn(2) ? 0 : Int(random.next(UInt32(PageContents.words) + 1)) }
    for page in transfer.pages { contents.store(transfer.slot(page), from: transfer.mdl[page], bed.machine, words: 0..<moved[Int(page)]) }
    early[transfer.index] = moved
    if writeFailures != 0 && random.oneIn(writeFailures) { badSlots.insert(transfer.slot(random.next(transfer.pageCount))) }
  }

  /// One of those under way ends.
  func endOne() {
    guard let transfer = random.take(&pending) else { return }
    if transfer.isWrite { endWrite(transfer) } else { endRead(transfer) }
  }

  private func endRead(_ transfer: PagingTransfer) {
    let isGood = readFailures == 0 || !random.oneIn(readFailures)
    for page in transfer.pages where isGood {
      let isThere = contents.load(transfer.slot(page), into: transfer.mdl[page], bed.machine)
      if !isThere { Issue.record("slot \(transfer.slot(page)) is read and was never written") }
    }
    succeeded[transfer.index] = isGood
    if !isGood && transfer.pageCount == 1 { bed.mm.noteUnreadable(transfer) }
    bed.mm.endPageIn(transfer, succeeded: isGood)
  }

  private func endWrite(_ transfer: PagingTransfer) {
    let isBroken = writeFailures != 0 && random.oneIn(writeFailures)
    let isBad = transfer.pages.contains { badSlots.contains(transfer.slot($0)) }
    for page in transfer.pages {
      if isBroken || isBad {
        contents.spoil(transfer.slot(page))
      } else {
        let rest = early[transfer.index]![Int(page)]..<PageContents.words
        contents.store(transfer.slot(page), from: transfer.mdl[page], bed.machine, words: rest)
      }
    }
    bed.mm.endPageOut(transfer, isBroken ? .noDisk : isBad ? .badSlot : .written)
  }

  /// Nil while the read is under way.
  func result(_ transfer: PagingTransfer) -> Bool? { succeeded[transfer.index] }

  /// Waits for a read; others may end before it does.
  func wait(_ transfer: PagingTransfer) -> Bool {
    while true {
      if let result = result(transfer) { return result }
      endOne()
    }
  }

  // MARK: What waits for it

  func resolve(_ fault: PageFault, in space: AddressSpace?) -> Bool {
    var held: PagingTransfer?
    defer { if let held { bed.mm.release(held) } }
    while true {
      let resolution = bed.mm.accessFault(fault, in: space, after: held ?? completed)
      bed.note(resolution)
      if isDeferring && fault.mode == .user { return resolution == .resolved }
      switch resolution {
      case .resolved: return true
      case .pageIn(let transfer):
        if let held { bed.mm.release(held) }
        held = transfer
        start(transfer)
        // What the kernel cannot do without is read again.
        if !wait(transfer) && fault.mode == .user { return false }
      case .collided(let transfer):
        _ = wait(transfer)
        bed.mm.leave(transfer)
      case .noPage: makeRoom()
      case .accessViolation, .guardPageViolation, .stackOverflow, .invalidSystemAddress, .writeToReadOnly: return false
      }
    }
  }

  func settle(_ resolution: FaultResolution) -> Bool {
    switch resolution {
    case .pageIn(let transfer):
      start(transfer)
      defer { bed.mm.release(transfer) }
      return wait(transfer)
    case .collided(let transfer):
      _ = wait(transfer)
      bed.mm.leave(transfer)
    case .noPage: makeRoom()
    default: Issue.record("a service cannot go on: \(resolution)")
    }
    return true
  }

  // MARK: What the system's threads do

  /// False if there is nothing to write, nowhere to write it to, or as much as can be is being written.
  func startWrite() -> Bool {
    guard case .transfer(let transfer) = bed.mm.beginPageOut() else { return false }
    start(transfer)
    return true
  }

  /// A thread waits for a page: time passes, and others make one available.
  func makeRoom() {
    bed.mm.workingSetManagerStep(periodic: true)
    while startWrite() {}
    endOne()
  }

  /// What the system's threads were asked to do meanwhile.
  func runSystemThreads() {
    let requests = SoftwareInterrupts.take()
    if requests.contains(.wakeWorkingSetManager) { bed.mm.workingSetManagerStep(periodic: false) }
    if requests.contains(.wakeModifiedPageWriter) {
      while startWrite() { if random.oneIn(2) { endOne() } }
    }
    if requests.contains(.wakeZeroPageThread) { while random.next(4) != 0, bed.mm.zeroPageStep() {} }
    if random.oneIn(3) { endOne() }
  }

  func endAll() { while !pending.isEmpty { endOne() } }
}
