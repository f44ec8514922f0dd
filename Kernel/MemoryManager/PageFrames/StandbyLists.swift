import Machine

/// Clean pages that can still be found by their PTEs: a list for each page priority. The page of the lowest priority that came first goes first.
/// NT: MmStandbyPageListByPriority
package struct StandbyLists: ~Copyable {
  package static var priorities: UInt32 { 8 }
  private var lists = InlineArray<8, PageList>(repeating: PageList(.standby))
  /// A bit for each list that has pages.
  private var occupied: UInt32 = 0
  /// Pages on all of them.
  package private(set) var count: UInt32 = 0

  package init() {}

  package subscript(priority: UInt32) -> PageList { lists[Int(priority)] }

  mutating func insertFirst(_ frame: PageFrameNumber, _ priority: UInt32, _ machine: Machine) {
    lists[Int(priority)].insertFirst(frame, machine)
    note(priority)
  }

  mutating func insertLast(_ frame: PageFrameNumber, _ priority: UInt32, _ machine: Machine) {
    lists[Int(priority)].insertLast(frame, machine)
    note(priority)
  }

  private mutating func note(_ priority: UInt32) {
    occupied |= 1 << priority
    count &+= 1
  }

  mutating func removeFirst(_ machine: Machine) -> PageFrameNumber? {
    guard occupied != 0 else { return nil }
    let priority = UInt32(occupied.trailingZeroBitCount)
    let frame = lists[Int(priority)].removeFirst(machine)
    noteRemoved(priority)
    return frame
  }

  mutating func remove(_ frame: PageFrameNumber, _ priority: UInt32, _ machine: Machine) {
    lists[Int(priority)].remove(frame, machine)
    noteRemoved(priority)
  }

  private mutating func noteRemoved(_ priority: UInt32) {
    if lists[Int(priority)].count == 0 { occupied &= ~(1 << priority) }
    count &-= 1
  }
}
