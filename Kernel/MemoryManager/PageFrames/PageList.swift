import Machine

/// A doubly linked list of frames, threaded through their PFN entries. NT: MMPFNLIST
///
/// Every operation is constant time. The `previous` link of the first frame is not kept: it is the list that knows who is first.
package struct PageList {
  package let location: PageLocation
  package private(set) var count: UInt32 = 0
  package private(set) var first = PageFrameNumber.none
  package private(set) var last = PageFrameNumber.none

  package init(_ location: PageLocation) { self.location = location }

  package mutating func insertFirst(_ frame: PageFrameNumber, _ machine: Machine) {
    let entry = PfnEntry(machine, frame)
    entry.next = first
    if first == .none { last = frame } else { PfnEntry(machine, first).previous = frame }
    first = frame
    count &+= 1
  }

  package mutating func insertLast(_ frame: PageFrameNumber, _ machine: Machine) {
    let entry = PfnEntry(machine, frame)
    entry.next = .none
    entry.previous = last
    if last == .none { first = frame } else { PfnEntry(machine, last).next = frame }
    last = frame
    count &+= 1
  }

  package mutating func removeFirst(_ machine: Machine) -> PageFrameNumber? {
    let frame = first
    guard frame != .none else { return nil }
    first = PfnEntry(machine, frame).next
    if first == .none { last = .none }
    count &-= 1
    return frame
  }

  package mutating func remove(_ frame: PageFrameNumber, _ machine: Machine) {
    let entry = PfnEntry(machine, frame)
    let next = entry.next
    if frame == first { first = next } else { PfnEntry(machine, entry.previous).next = next }
    if frame == last {
      last = first == .none ? .none : entry.previous
    } else {
      PfnEntry(machine, next).previous = entry.previous
    }
    count &-= 1
  }
}
