import Machine

/// One page of address space through which a frame that no one maps is zeroed or filled. NT: MiMapPageInHyperSpace, MiZeroPhysicalPage
package struct Hyperspace: ~Copyable, Guarded {
  package static var rank: LockRank { .hyperspace }
  private let machine: Machine
  private var page: VirtualAddress { SystemLayout.mappingPage }

  package init(machine: Machine) { self.machine = machine }

  /// NT: MiZeroPhysicalPage
  package mutating func zero(_ frame: PageFrameNumber) {
    map(frame)
    machine.zero(page, bytes: pageSize)
  }

  /// Reads the dword at `offset`, a multiple of 4.
  package mutating func load32(_ frame: PageFrameNumber, offset: UInt32) -> UInt32 {
    map(frame)
    return machine.load32(page + offset)
  }

  /// Writes the dword at `offset`, a multiple of 4.
  package mutating func store32(_ frame: PageFrameNumber, offset: UInt32, _ value: UInt32) {
    map(frame)
    machine.store32(page + offset, value)
  }

  /// Fills the frame from `offset` on with what is at `source`, a multiple of 4 bytes.
  mutating func copy(_ frame: PageFrameNumber, offset: UInt32, from source: VirtualAddress, bytes: UInt32) {
    map(frame)
    machine.copy(to: page + offset, from: source, bytes: bytes)
  }

  private mutating func map(_ frame: PageFrameNumber) {
    machine[page.pte] = .kernel(frame)
    machine.invalidate(page)
  }
}
