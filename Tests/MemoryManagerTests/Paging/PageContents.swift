import CMachine

@testable import Machine
@testable import MemoryManager

/// What the slots of page files hold.
final class PageContents {
  struct Slot: Hashable {
    let file: UInt32
    let offset: UInt32
  }
  /// What a transfer that has not ended, or has failed, leaves in a frame.
  private static let rubbish: UInt32 = 0xBAD0_BAD0
  static let words = Int(pageSize >> 2)
  private var slots: [Slot: UnsafeMutablePointer<UInt32>] = [:]

  deinit { for place in slots.values { place.deallocate() } }

  /// Words of a frame go to the slot as a device reads them: programs may write to others meanwhile.
  func store(_ slot: Slot, from frame: PageFrameNumber, _ machine: Machine, words: Range<Int> = 0..<words) {
    let from = machine.words(of: frame)
    let place = slots[slot] ?? .allocate(capacity: Self.words)
    slots[slot] = place
    for word in words { place[word] = cpu_atomic_load(from + word) }
  }

  /// False if nothing is there.
  func load(_ slot: Slot, into frame: PageFrameNumber, _ machine: Machine) -> Bool {
    guard let from = slots[slot] else { return false }
    let place = machine.words(of: frame)
    for word in 0..<Self.words { cpu_atomic_store(place + word, from[word]) }
    return true
  }

  /// A write has failed.
  func spoil(_ slot: Slot) { slots.removeValue(forKey: slot)?.deallocate() }

  /// A read has begun.
  static func spoil(_ frame: PageFrameNumber, _ machine: Machine) {
    for word in 0..<words { cpu_atomic_store(machine.words(of: frame) + word, rubbish) }
  }
}

extension Machine {
  /// Where a frame is in the RAM of the simulated computer.
  fileprivate func words(of frame: PageFrameNumber) -> UnsafeMutablePointer<UInt32> { ram + Int(frame.raw) * PageContents.words }
}

extension PagingTransfer {
  var isWrite: Bool { mdl.flags.contains(.writeOperation) }
  var pages: Range<UInt32> { 0..<pageCount }
  func slot(_ page: UInt32) -> PageContents.Slot { PageContents.Slot(file: file, offset: firstSlot + page) }
}
