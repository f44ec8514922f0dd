import Machine

/// One pool: its pages, cut into blocks or handed out whole. NT: POOL_DESCRIPTOR
///
/// Under the lock only pages that are resident are touched; an operation that meets one that is not says so and changes nothing.
/// The two pools are one type: what differs is where pages come from, which is `PoolSpace`.
package struct Pool: ~Copyable {
  let machine: Machine
  package let type: PoolType
  /// What is known of each page, by its index in the pool.
  let table: VirtualAddress
  private var lists: PoolPageLists
  /// Pages that are one free block and stay with the pool, so that the next allocation need not get one.
  private var spares = InlineArray<8, UInt16>(repeating: 0)
  private var spareCount = 0

  package internal(set) var pages: UInt32 = 0
  package internal(set) var peakPages: UInt32 = 0
  /// Allocations that returned nil. NT: the pool failures of !vm
  package internal(set) var failures: UInt32 = 0

  init(machine: Machine, type: PoolType, table: VirtualAddress) {
    self.machine = machine
    self.type = type
    self.table = table
    lists = PoolPageLists(machine: machine, table: table)
  }

  func page(_ index: UInt32) -> PoolPage { PoolPage(machine, table: table, index: index) }
  func isResident(_ address: VirtualAddress) -> Bool { type == .nonpaged || machine[address.pte].isValid }

  // MARK: Blocks

  enum BlockResult {
    case block(VirtualAddress)
    case notResident(VirtualAddress)
    case needsPage
  }

  /// A block of `units` (of 8 bytes, header included); its tag is not set. NT: ExAllocatePoolWithTag's search of ListHeads
  mutating func allocateBlock(_ units: UInt32, base: (UInt32) -> VirtualAddress) -> BlockResult {
    guard let index = lists.find(units) else { return .needsPage }
    let address = base(index)
    guard isResident(address) else { return .notResident(address) }
    let page = page(index)
    let old = page.state
    var blocks = PoolBlocks(machine, base: address, state: old)
    let offset = blocks.allocate(units, type: type)
    page.state = blocks.state
    moveBetweenLists(index, from: old.largest, to: blocks.state.largest)
    return .block(address + offset << 3)
  }

  enum FreeResult: Equatable {
    case done
    case notResident
    /// The page is not cut into blocks.
    case notBlocks
    /// The page has no block left and is on no list: it is the caller's to give back or keep.
    case emptied
    case damaged(UInt32)
  }

  /// Gives back the block whose header is at `header`, in the page of blocks `index`.
  mutating func freeBlock(_ header: VirtualAddress, index: UInt32) -> FreeResult {
    guard isResident(header) else { return .notResident }
    let page = page(index)
    let old = page.state
    guard old.kind == .blocks else { return .notBlocks }
    var blocks = PoolBlocks(machine, base: header.pageBase, state: old)
    do { try blocks.free(header.pageOffset >> 3) } catch { return .damaged(error.rawValue) }
    page.state = blocks.state
    guard blocks.state.inUse > 0 else {
      lists.remove(index, largest: old.largest)
      return .emptied
    }
    moveBetweenLists(index, from: old.largest, to: blocks.state.largest)
    return .done
  }

  @inline(__always)
  private mutating func moveBetweenLists(_ index: UInt32, from old: UInt32, to new: UInt32) {
    guard old != new else { return }
    lists.remove(index, largest: old)
    lists.insert(index, largest: new)
  }

  /// A page that is mapped and resident becomes one free block. False if it is not resident any more.
  mutating func adopt(_ index: UInt32, at address: VirtualAddress) -> Bool {
    guard isResident(address) else { return false }
    let blocks = PoolBlocks(fresh: machine, base: address)
    page(index).state = blocks.state
    lists.insert(index, largest: blocks.state.largest)
    return true
  }

  // MARK: Whole pages

  mutating func noteLarge(_ index: UInt32, tag: PoolTag) {
    page(index).tag = tag
    page(index).state = PoolPage.State(.large)
  }
  private func noteNone(_ index: UInt32) { page(index).state = PoolPage.State(.none) }

  enum LargeRelease {
    case released(PoolTag)
    case otherTag(PoolTag)
    /// No large block starts there.
    case none
  }

  /// The large block at `index` has no owner any more, if it has this tag (any, if nil). Its pages are the caller's to give back.
  mutating func releaseLarge(_ index: UInt32, tag: PoolTag?) -> LargeRelease {
    let page = page(index)
    guard page.state.kind == .large else { return .none }
    let found = page.tag
    if let tag, tag != found { return .otherTag(found) }
    noteNone(index)
    return .released(found)
  }

  /// Keeps a mapped page that no one uses; false if enough are kept.
  mutating func keepSpare(_ index: UInt32) -> Bool {
    noteNone(index)
    guard spareCount < 8 else { return false }
    spares[spareCount] = UInt16(truncatingIfNeeded: index)
    spareCount &+= 1
    return true
  }
  mutating func takeSpare() -> UInt32? {
    guard spareCount > 0 else { return nil }
    spareCount &-= 1
    return UInt32(spares[spareCount])
  }

  mutating func notePages(added: UInt32) {
    pages += added
    peakPages = max(peakPages, pages)
  }
  mutating func notePages(removed: UInt32) { pages -= removed }
}
