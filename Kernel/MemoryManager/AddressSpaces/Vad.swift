import Machine

/// What a range of a process's address space is, besides private memory or a view of a section. NT: MI_VAD_TYPE
package enum VadKind: UInt32, Sendable {
  case none = 0
  /// A view of physical memory.
  case device = 1
  case image = 2
  /// Physical pages are mapped into it by its owner. NT: VadAwe
  case addressWindowing = 3
  case writeWatch = 4
  case largePages = 5

  /// Of the lowest three bits. Nothing writes 6 and 7.
  @inline(__always)
  init(bits: UInt32) {
    self =
      switch bits & 7 {
      case 1: .device
      case 2: .image
      case 3: .addressWindowing
      case 4: .writeWatch
      case 5: .largePages
      default: .none
      }
  }
}

/// One range of a process's address space, reserved in one piece: a view on a node in nonpaged memory. NT: MMVAD (Windows Server 2003 SP1)
///
/// | offset | what |
/// |---|---|
/// | 00 | the parent's address; bits 0-1 the balance |
/// | 04 | left child |
/// | 08 | right child |
/// | 0C | first page number |
/// | 10 | last page number |
/// | 14 | flags: commit charge 0-18, no change 19, kind 20-22, committed 23, protection 24-28, bit 19 of the charge 29 and touched 30 (not in NT), private 31 |
/// | 18 | control area; of private memory the write watch bitmap |
/// | 1C | first prototype PTE |
/// | 20 | last contiguous prototype PTE |
/// | 24 | second flags |
/// | 28 | free pages in front of it (not in NT) |
/// | 2C | the most free pages in front of any node of its subtree (not in NT) |
///
/// Of a node that is in a tree, only the tree changes first and last page.
package struct Vad: Equatable {
  package static var bytes: UInt32 { 0x30 }
  /// The commit charge that says that there is nothing to charge. NT: MM_MAX_COMMIT
  package static var noCommitCharge: UInt32 { 0xF_FFFF }
  let machine: Machine
  package let address: VirtualAddress

  package init(_ machine: Machine, _ address: VirtualAddress) {
    self.machine = machine
    self.address = address
  }
  package static func == (a: Self, b: Self) -> Bool { a.address == b.address }

  /// A new node: neither kind nor bitmap nor section.
  func clear() {
    flags = 0
    writeWatchBitmap = VirtualAddress(0)
    machine.store32(address + 0x1C, 0)
    machine.store32(address + 0x20, 0)
    machine.store32(address + 0x24, 0)
  }

  /// Private memory from page `start` to page `end`, `charge` of them charged. The bitmap stays, and what the tree keeps in it.
  @inline(__always)
  package func initialize(
    start: UInt32, end: UInt32, protection: Protection, isCommitted: Bool = false, kind: VadKind = .none, charge: UInt32 = 0
  ) {
    self.start = start
    self.end = end
    flags = kind.rawValue << 20 | (isCommitted ? Flag.committed : 0) | protection.raw << 24 | Flag.private | Flag.packed(charge: charge)
  }

  /// The first page number. NT: StartingVpn
  package var start: UInt32 {
    get { machine.load32(address + 0x0C) }
    nonmutating set { machine.store32(address + 0x0C, newValue) }
  }
  /// The last page number. NT: EndingVpn
  package var end: UInt32 {
    get { machine.load32(address + 0x10) }
    nonmutating set { machine.store32(address + 0x10, newValue) }
  }
  package var pageCount: UInt32 { end &- start &+ 1 }
  package var firstAddress: VirtualAddress { VirtualAddress(start << 12) }
  @inline(__always)
  package func contains(_ page: UInt32) -> Bool {
    let start = start
    return page &- start <= end &- start
  }

  // MARK: Flags

  private enum Flag {
    static var charge: UInt32 { 0x7FFFF }
    static var upperCharge: UInt32 { 1 << 29 }
    static var noChange: UInt32 { 1 << 19 }
    static var committed: UInt32 { 1 << 23 }
    static var touched: UInt32 { 1 << 30 }
    static var `private`: UInt32 { 1 << 31 }

    static func packed(charge pages: UInt32) -> UInt32 { pages & charge | pages << 10 & upperCharge }
  }
  private var flags: UInt32 {
    get { machine.load32(address + 0x14) }
    nonmutating set { machine.store32(address + 0x14, newValue) }
  }
  private func set(_ flag: UInt32, _ isSet: Bool) { flags = flags & ~flag | (isSet ? flag : 0) }

  /// Pages charged against the commitment, less than `noCommitCharge`: with 3 GB of user space they can be more than 19 bits count.
  package var commitCharge: UInt32 {
    get { flags & Flag.charge | flags >> 10 & 1 << 19 }
    nonmutating set { flags = flags & ~(Flag.charge | Flag.upperCharge) | Flag.packed(charge: newValue) }
  }
  /// The owner may neither change the protection nor release it. NT: NoChange
  package var isNoChange: Bool {
    get { flags & Flag.noChange != 0 }
    nonmutating set { set(Flag.noChange, newValue) }
  }
  package var kind: VadKind {
    @inline(__always) get { VadKind(bits: flags >> 20) }
    nonmutating set { flags = flags & ~(7 << 20) | newValue.rawValue << 20 }
  }
  /// Its pages are committed, given back and trimmed one by one.
  package var isPaged: Bool {
    switch kind {
    case .none, .image, .writeWatch: true
    case .device, .addressWindowing, .largePages: false
    }
  }
  /// Pages are committed as long as nothing else is said of them. NT: MemCommit
  package var isCommitted: Bool {
    get { flags & Flag.committed != 0 }
    nonmutating set { set(Flag.committed, newValue) }
  }
  /// There may be entries for its pages, and a page table for them: as long as there cannot, the range says all of its pages. Not in NT.
  var isTouched: Bool { flags & Flag.touched != 0 }
  /// Before the first entry, or the page table for it, is made.
  @inline(__always)
  func touch() { flags |= Flag.touched }
  package var protection: Protection {
    get { Protection(raw: flags >> 24) }
    nonmutating set { flags = flags & ~(31 << 24) | newValue.raw << 24 }
  }
  package var isPrivate: Bool {
    get { flags & Flag.private != 0 }
    nonmutating set { set(Flag.private, newValue) }
  }

  /// Of private memory with write watch: one bit a page, set when the page was written to.
  package var writeWatchBitmap: VirtualAddress {
    get { VirtualAddress(machine.load32(address + 0x18)) }
    nonmutating set { machine.store32(address + 0x18, newValue.raw) }
  }
}
