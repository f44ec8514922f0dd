import Machine

/// Which list a frame is on, or why on none. NT: MMLISTS
package enum PageLocation: UInt32, Sendable {
  case zeroed = 0
  case free = 1
  case standby = 2
  case modified = 3
  case modifiedNoWrite = 4
  case bad = 5
  case active = 6
  /// On no list: being zeroed, read or written.
  case transition = 7

  package static let count: UInt32 = 8
  /// Of the lowest three bits, which always are one of the eight: nothing to check.
  @inline(__always)
  init(bits: UInt32) {
    self =
      switch bits & 7 {
      case 0: .zeroed
      case 1: .free
      case 2: .standby
      case 3: .modified
      case 4: .modifiedNoWrite
      case 5: .bad
      case 6: .active
      default: .transition
      }
  }
  package var name: StaticString {
    switch self {
    case .zeroed: "Zeroed"
    case .free: "Free"
    case .standby: "Standby"
    case .modified: "Modified"
    case .modifiedNoWrite: "ModifiedNoWrite"
    case .bad: "Bad"
    case .active: "Active"
    case .transition: "Transition"
    }
  }
}

/// One frame's entry in the PFN database: a view on 24 bytes. NT: MMPFN (Windows XP)
///
/// | offset | what |
/// |---|---|
/// | 00 | next frame on the list, or the working set index of an active page, or the transfer that reads the page |
/// | 04 | the PTE that maps it; bit 0 set when the page is to be freed with its last reference |
/// | 08 | previous frame on the list, or the share count |
/// | 0C | flags (16 bits), reference count (16 bits) |
/// | 10 | what the PTE becomes when the frame is reused |
/// | 14 | bits 0-25 the frame of the page table that holds the PTE |
package struct PfnEntry {
  package static var bytes: UInt32 { 24 }
  private let machine: Machine
  package let address: VirtualAddress

  package init(_ machine: Machine, _ frame: PageFrameNumber) {
    self.machine = machine
    address = SystemLayout.pfnDatabase + frame.raw &* Self.bytes
  }

  package var next: PageFrameNumber {
    get { PageFrameNumber(machine.load32(address)) }
    nonmutating set { machine.store32(address, newValue.raw) }
  }
  package var workingSetIndex: UInt32 {
    get { machine.load32(address) }
    nonmutating set { machine.store32(address, newValue) }
  }
  /// While the page is being read. NT: u1.Event
  package var transfer: VirtualAddress {
    get { VirtualAddress(machine.load32(address)) }
    nonmutating set { machine.store32(address, newValue.raw) }
  }
  package var pte: PteAddress {
    get { PteAddress(raw: machine.load32(address + 4) & ~1) }
    nonmutating set { machine.store32(address + 4, newValue.raw) }
  }
  package var isDeleted: Bool { machine.load32(address + 4) & 1 != 0 }
  /// The frame goes to the free list, not to standby or modified, with its last reference. NT: MI_SET_PFN_DELETED
  package func markDeleted() { machine.store32(address + 4, machine.load32(address + 4) | 1) }

  package var previous: PageFrameNumber {
    get { PageFrameNumber(machine.load32(address + 8)) }
    nonmutating set { machine.store32(address + 8, newValue.raw) }
  }
  package var shareCount: UInt32 {
    get { machine.load32(address + 8) }
    nonmutating set { machine.store32(address + 8, newValue) }
  }

  package var state: PfnState {
    get { PfnState(raw: machine.load32(address + 0xC)) }
    nonmutating set { machine.store32(address + 0xC, newValue.raw) }
  }
  package var original: Pte {
    get { Pte(raw: machine.load32(address + 0x10)) }
    nonmutating set { machine.store32(address + 0x10, newValue.raw) }
  }
  package var container: PageFrameNumber {
    get { PageFrameNumber(machine.load32(address + 0x14) & 0x03FF_FFFF) }
    nonmutating set { machine.store32(address + 0x14, newValue.raw) }
  }
}

/// The third dword of an entry: flags and reference count in one value, so that both change in one store. NT: MMPFNENTRY
///
/// Bit 0 modified, 1 being read, 2 being written, 4-6 priority (in XP the page's colour), 8-10 location, 16-31 references.
package struct PfnState: Equatable {
  package var raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  package init(_ location: PageLocation, references: UInt32 = 0, isModified: Bool = false, priority: UInt32 = 0) {
    raw = location.rawValue << 8 | references << 16 | (isModified ? 1 : 0) | priority << 4
  }
  package var location: PageLocation {
    get { PageLocation(bits: raw >> 8) }
    set { raw = raw & ~(7 << 8) | newValue.rawValue << 8 }
  }
  package var references: UInt32 {
    get { raw >> 16 }
    set { raw = raw & 0xFFFF | newValue << 16 }
  }
  package var isModified: Bool {
    get { raw & 1 != 0 }
    set { raw = raw & ~1 | (newValue ? 1 : 0) }
  }
  /// NT: ReadInProgress
  package var isReading: Bool {
    get { raw & 2 != 0 }
    set { raw = raw & ~2 | (newValue ? 2 : 0) }
  }
  /// NT: WriteInProgress
  package var isWriting: Bool {
    get { raw & 4 != 0 }
    set { raw = raw & ~4 | (newValue ? 4 : 0) }
  }
  /// 0...7: which of the standby lists the page goes to.
  package var priority: UInt32 {
    get { raw >> 4 & 7 }
    set { raw = raw & ~(7 << 4) | newValue << 4 }
  }
}
