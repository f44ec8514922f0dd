import Machine

/// Pages on their way from or to a page file: a view on a block of nonpaged memory. Whoever gets one moves the bytes between the frames of its MDL and the
/// slots, and reports the end. NT: MMINPAGE_SUPPORT, MMMOD_WRITER_MDL_ENTRY
///
/// | offset | what |
/// |---|---|
/// | 00 | the next block that is not in use |
/// | 04 | which block it is |
/// | 08 | the page file's number |
/// | 0C | its first slot |
/// | 10 | those who use the block: its owner and who waits for it |
/// | 14 | the page that its owner waits for, from 0; all ones if nobody does |
/// | 20 | the MDL |
package struct PagingTransfer: Equatable, Sendable {
  package static func == (a: Self, b: Self) -> Bool { a.address == b.address }

  static var bytes: UInt32 { 128 }
  /// Pages that a hard fault brings in at most. NT: MmClusterPageFileReads
  package static var largestRead: UInt32 { 8 }
  /// NT: MM_MAXIMUM_WRITE_CLUSTER
  package static var largestWrite: UInt32 { 16 }
  private static var nobody: UInt32 { .max }

  private let machine: Machine
  let address: VirtualAddress

  init(_ machine: Machine, _ address: VirtualAddress) {
    self.machine = machine
    self.address = address
  }

  var next: VirtualAddress {
    get { VirtualAddress(machine.load32(address)) }
    nonmutating set { machine.store32(address, newValue.raw) }
  }
  /// 0 ..< `PagingTransfers.count`: whoever moves the bytes keeps what he needs by this number.
  package internal(set) var index: UInt32 {
    get { machine.load32(address + 4) }
    nonmutating set { machine.store32(address + 4, newValue) }
  }
  package internal(set) var file: UInt32 {
    get { machine.load32(address + 8) }
    nonmutating set { machine.store32(address + 8, newValue) }
  }
  package internal(set) var firstSlot: UInt32 {
    get { machine.load32(address + 0xC) }
    nonmutating set { machine.store32(address + 0xC, newValue) }
  }
  var users: UInt32 {
    get { machine.load32(address + 0x10) }
    nonmutating set { machine.store32(address + 0x10, newValue) }
  }
  var awaited: PageFrameNumber? { holdsPages ? mdl[awaitedPage] : nil }
  /// Which of its pages `awaited` is, from 0.
  private(set) var awaitedPage: UInt32 {
    get { machine.load32(address + 0x14) }
    nonmutating set { machine.store32(address + 0x14, newValue) }
  }
  /// It was read for someone who is not done with it yet: until he is, its frames stay.
  var holdsPages: Bool { awaitedPage != Self.nobody }
  func forgetPages() { awaitedPage = Self.nobody }

  fileprivate func holds(_ frame: PageFrameNumber) -> Bool { holdsPages && (0..<pageCount).contains { mdl[$0] == frame } }

  /// Describes the frames. The pages follow one another in the page file, wherever they are in memory.
  package var mdl: Mdl { Mdl(machine, address + 0x20) }
  package var pageCount: UInt32 { mdl.pageCount }
  package var isRead: Bool { mdl.flags.contains(.ioPageRead) }

  /// One user, and an MDL for `pages` frames, to be filled in.
  func begin(_ slots: Slots, _ flags: MdlFlags, awaiting page: UInt32? = nil) {
    file = slots.file
    firstSlot = slots.first
    users = 1
    awaitedPage = page ?? Self.nobody
    _ = Mdl(machine, mdl.address, for: VirtualAddress(0), bytes: slots.count << 12)
    mdl.flags = flags.union(.pagesLocked)
  }
}

/// The blocks that are not in use: nothing is allocated to move a page. Guarded by the lock of the PFN database.
package struct PagingTransfers {
  package static var count: UInt32 { pageSize / PagingTransfer.bytes }
  /// So many are for writing: one is filled while the disk is at the other.
  private static var forWriting: UInt32 { 2 }
  private var firstRead = VirtualAddress(0)
  private var firstWrite = VirtualAddress(0)

  /// Where all of them are, in use or not; 0 as long as there is no memory for them.
  private var page = VirtualAddress(0)
  var isPrepared: Bool { page.raw != 0 }

  /// `page` is nonpaged.
  mutating func prepare(_ machine: Machine, _ page: VirtualAddress) {
    self.page = page
    for index in 0..<Self.count {
      let transfer = block(index, machine)
      transfer.index = index
      transfer.forgetPages()
      giveBack(transfer)
    }
  }

  private func block(_ index: UInt32, _ machine: Machine) -> PagingTransfer { PagingTransfer(machine, page + index * PagingTransfer.bytes) }

  /// A transfer holds the frame for its owner.
  func isHeld(_ frame: PageFrameNumber, _ machine: Machine) -> Bool {
    for index in 0..<Self.count where isPrepared && block(index, machine).holds(frame) { return true }
    return false
  }

  mutating func takeRead(_ machine: Machine) -> PagingTransfer? { Self.take(&firstRead, machine) }
  mutating func takeWrite(_ machine: Machine) -> PagingTransfer? { Self.take(&firstWrite, machine) }

  private static func take(_ first: inout VirtualAddress, _ machine: Machine) -> PagingTransfer? {
    guard first.raw != 0 else { return nil }
    let transfer = PagingTransfer(machine, first)
    first = transfer.next
    return transfer
  }

  mutating func giveBack(_ transfer: PagingTransfer) {
    if transfer.index < Self.forWriting {
      transfer.next = firstWrite
      firstWrite = transfer.address
    } else {
      transfer.next = firstRead
      firstRead = transfer.address
    }
  }
}

extension PfnDatabase {
  /// `page` is nonpaged. False if there are blocks already.
  mutating func prepareTransfers(_ page: VirtualAddress) -> Bool {
    guard !transfers.isPrepared else { return false }
    transfers.prepare(machine, page)
    return true
  }
}
