import Foundation
import Machine

@testable import MemoryManager

/// The disk of a test bed that several threads use at once: each moves the pages of its own transfers, and wakes those who wait for them.
final class SharedPagingDisk: Pager, @unchecked Sendable {
  private unowned let bed: TestBed
  private let condition = NSCondition()
  private var random: Random
  /// Some slots turn out never to be written: what can be promised becomes less with each.
  private let hasBadSlots: Bool
  private let contents = PageContents()
  /// By the number of the transfer.
  private var hasEnded = Array(repeating: false, count: Int(PagingTransfers.count))

  init(_ bed: TestBed, seed: UInt64, hasBadSlots: Bool = true) {
    self.bed = bed
    self.hasBadSlots = hasBadSlots
    random = Random(seed: seed)
    bed.pager = self
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }
  /// The device is at it, and others go on.
  private func pause() {
    let time = locked { random.oneIn(3) ? random.next(200) : 0 }
    if time > 0 { usleep(time) }
  }

  // MARK: Reading

  /// As often as it takes.
  private func read(_ transfer: PagingTransfer) -> Bool {
    locked { hasEnded[Int(transfer.index)] = false }
    for page in transfer.pages { PageContents.spoil(transfer.mdl[page], bed.machine) }
    pause()
    let succeeded = locked {
      guard !random.oneIn(20) else { return false }
      for page in transfer.pages { precondition(contents.load(transfer.slot(page), into: transfer.mdl[page], bed.machine)) }
      return true
    }
    bed.mm.endPageIn(transfer, succeeded: succeeded)
    locked {
      hasEnded[Int(transfer.index)] = true
      condition.broadcast()
    }
    return succeeded
  }

  private func wait(_ transfer: PagingTransfer) {
    locked { while !hasEnded[Int(transfer.index)] { condition.wait() } }
    bed.mm.leave(transfer)
  }

  func resolve(_ fault: PageFault, in space: AddressSpace?) -> Bool {
    var held: PagingTransfer?
    defer { if let held { bed.mm.release(held) } }
    while true {
      switch bed.mm.accessFault(fault, in: space, after: held) {
      case .resolved: return true
      case .pageIn(let transfer):
        if let held { bed.mm.release(held) }
        held = transfer
        _ = read(transfer)
      case .collided(let transfer): wait(transfer)
      case .noPage: usleep(50)
      case .accessViolation, .guardPageViolation, .stackOverflow, .invalidSystemAddress, .writeToReadOnly: return false
      }
    }
  }

  func settle(_ resolution: FaultResolution) -> Bool {
    switch resolution {
    case .pageIn(let transfer):
      _ = read(transfer)
      bed.mm.release(transfer)
    case .collided(let transfer): wait(transfer)
    default: usleep(50)
    }
    return true
  }

  // MARK: Writing

  /// What the modified page writer does; false if there is nothing to write, or nowhere to write it to.
  func write() -> Bool {
    guard case .transfer(let transfer) = bed.mm.beginPageOut() else { return false }
    let half = PageContents.words / 2
    locked { for page in transfer.pages { contents.store(transfer.slot(page), from: transfer.mdl[page], bed.machine, words: 0..<half) } }
    pause()
    let result: PageOutResult = locked {
      for page in transfer.pages { contents.store(transfer.slot(page), from: transfer.mdl[page], bed.machine, words: half..<half * 2) }
      return hasBadSlots && random.oneIn(40) ? .badSlot : random.oneIn(40) ? .noDisk : .written
    }
    bed.mm.endPageOut(transfer, result)
    return true
  }
}
