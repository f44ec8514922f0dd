import Machine

/// What the pool knows of one of its pages without touching it: 8 bytes of nonpaged memory a page.
///
/// A page cut into blocks hangs on the list of its largest free block, so that one look at the lists finds the fullest page that will
/// do; and since free blocks are linked inside their page only, no operation touches any other page. (NT links free blocks of all pages on one
/// list a size; an operation then touches up to six pages, each of which may be out.)
package struct PoolPage {
  package enum Kind: UInt32 {
    case none = 0
    case blocks = 1
    case large = 2
  }
  package static var bytes: UInt32 { 8 }
  /// The end of a list of pages.
  package static var noPage: UInt32 { 0xFFFF }
  /// The end of a page's list of free blocks.
  package static var noBlock: UInt32 { 0x3FF }

  private let machine: Machine
  private let place: VirtualAddress

  package init(_ machine: Machine, table: VirtualAddress, index: UInt32) {
    self.machine = machine
    place = table + index << 3
  }

  // Dword 0: of a page of blocks the list links, of the first page of a large block its tag.

  package var links: UInt32 {
    get { machine.load32(place) }
    nonmutating set { machine.store32(place, newValue) }
  }
  package var next: UInt32 {
    get { links & 0xFFFF }
    nonmutating set { links = links & 0xFFFF_0000 | newValue }
  }
  package var previous: UInt32 {
    get { links >> 16 }
    nonmutating set { links = links & 0xFFFF | newValue << 16 }
  }
  package var tag: PoolTag {
    get { PoolTag(raw: links) }
    nonmutating set { links = newValue.raw }
  }

  // Dword 1: bits 0-9 largest free block (units of 8 bytes), 10-19 first free block (its offset in units), 20-28 blocks in use, 30-31 kind.

  package struct State {
    package var raw: UInt32
    package init(raw: UInt32) { self.raw = raw }
    package init(_ kind: Kind, largest: UInt32 = 0, firstFree: UInt32 = PoolPage.noBlock, inUse: UInt32 = 0) {
      raw = largest | firstFree << 10 | inUse << 20 | kind.rawValue << 30
    }
    package var kind: Kind { Kind(rawValue: raw >> 30) ?? .none }
    package var largest: UInt32 { raw & 0x3FF }
    package var firstFree: UInt32 { raw >> 10 & 0x3FF }
    package var inUse: UInt32 { raw >> 20 & 0x1FF }
  }
  package var state: State {
    get { State(raw: machine.loadShared32(place + 4)) }
    nonmutating set { machine.storeShared32(place + 4, newValue.raw) }
  }
}
