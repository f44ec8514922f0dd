import Machine

/// The blocks of one pool page: cutting, giving back, joining. It touches this page and nothing else; the page must be resident.
///
/// Offsets and sizes are at most 512 units, so their sums cannot overflow and are not checked for it.
///
/// Blocks follow each other without a gap from the start of the page to its end. A free block holds, behind its header, the offsets of
/// the next (low half) and the previous free block of the page.
package struct PoolBlocks {
  static var unitsPerPage: UInt32 { 512 }
  /// Header and room for the links.
  static var smallest: UInt32 { 2 }
  /// What nine bits can say. Behind a block of this size the page's last unit is a header of its own that is never free.
  static var longest: UInt32 { 511 }
  private let machine: Machine
  private let base: VirtualAddress
  private(set) var state: PoolPage.State

  package init(_ machine: Machine, base: VirtualAddress, state: PoolPage.State) {
    self.machine = machine
    self.base = base
    self.state = state
  }

  /// Makes the page one free block.
  init(fresh machine: Machine, base: VirtualAddress) {
    self.init(machine, base: base, state: PoolPage.State(.blocks, largest: Self.unitsPerPage, firstFree: 0))
    // 512 units do not fit the nine bits of a size: a page that is one free block is known by its PoolPage alone.
    setHeader(0, PoolHeader(previousSize: 0, size: 0, type: nil))
    setLinks(0, PoolPage.noBlock | PoolPage.noBlock << 16)
  }

  private func address(_ offset: UInt32) -> VirtualAddress { base + offset &<< 3 }
  private func header(_ offset: UInt32) -> PoolHeader { PoolHeader(raw: machine.loadShared32(address(offset))) }
  private func setHeader(_ offset: UInt32, _ header: PoolHeader) { machine.storeShared32(address(offset), header.raw) }
  private func links(_ offset: UInt32) -> UInt32 { machine.load32(address(offset) + 8) }
  private func setLinks(_ offset: UInt32, _ links: UInt32) { machine.store32(address(offset) + 8, links) }
  private func size(_ header: PoolHeader) -> UInt32 { header.size == 0 ? Self.unitsPerPage : header.size }

  // MARK: Cutting

  /// A block of `units` from the smallest free block that holds it; the page has one. Its header still wants tag and owner.
  mutating func allocate(_ units: UInt32, type: PoolType) -> UInt32 {
    var (best, bestSize) = (PoolPage.noBlock, UInt32.max)
    var (largest, second) = (UInt32(0), UInt32(0))
    var offset = state.firstFree
    while offset != PoolPage.noBlock {
      let size = size(header(offset))
      if size >= units && size < bestSize { (best, bestSize) = (offset, size) }
      if size > largest { (largest, second) = (size, largest) } else { second = max(second, size) }
      offset = links(offset) & 0xFFFF
    }
    // The lists promised a block: someone wrote over the headers of this page's free ones.
    if best == PoolPage.noBlock { Stop.badPoolHeader.now(3, base.raw, state.raw, units) }
    let rest = cut(best, bestSize, units, type: type)
    largest = bestSize == largest ? max(second, rest) : largest
    state = PoolPage.State(.blocks, largest: largest, firstFree: state.firstFree, inUse: state.inUse &+ 1)
    return rest == 0 ? best : best &+ rest
  }

  /// Takes the end of the free block, so that what is left stays where it is linked; returns how much is left.
  private mutating func cut(_ offset: UInt32, _ size: UInt32, _ units: UInt32, type: PoolType) -> UInt32 {
    let old = header(offset)
    guard size >= units &+ Self.smallest else {
      unlink(offset)
      setHeader(offset, PoolHeader(previousSize: old.previousSize, size: min(size, Self.longest), type: type))
      if size > Self.longest { setHeader(Self.longest, PoolHeader(previousSize: Self.longest, size: 1, type: type)) }
      return 0
    }
    let rest = size &- units
    setHeader(offset, PoolHeader(previousSize: old.previousSize, size: rest, type: nil))
    setHeader(offset &+ rest, PoolHeader(previousSize: rest, size: units, type: type))
    setPreviousSize(offset &+ size, units)
    return rest
  }

  // MARK: Giving back

  /// What is wrong with a header, as NT's bug check 0x19 numbers it.
  enum Damage: UInt32, Error {
    case neighboursDisagree = 5
    case wrongPreviousSize = 6
    case sizeZero = 8
    case sizeWrong = 9
  }

  /// A block and what stands before and behind it in the page; nil where the page begins or ends.
  struct Neighbours {
    let header: PoolHeader
    let preceding: PoolHeader?
    let following: PoolHeader?
  }

  /// Checks that the header at `offset` fits the page and its neighbours.
  @inline(__always)
  func neighbours(_ offset: UInt32) throws(Damage) -> Neighbours {
    let header = header(offset)
    let (size, before) = (header.size, header.previousSize)
    let next = offset &+ size
    guard size >= Self.smallest, next <= Self.unitsPerPage else { throw size == 0 ? .sizeZero : .sizeWrong }
    guard before <= offset, (before == 0) == (offset == 0) else { throw .wrongPreviousSize }
    let following = next < Self.unitsPerPage ? self.header(next) : nil
    let preceding = before > 0 ? self.header(offset &- before) : nil
    if let following, following.previousSize != size { throw .neighboursDisagree }
    if let preceding, preceding.size != before { throw .neighboursDisagree }
    return Neighbours(header: header, preceding: preceding, following: following)
  }

  /// Makes the block at `offset` free and joins it with free neighbours; changes nothing if its header is damaged.
  mutating func free(_ offset: UInt32) throws(Damage) {
    let neighbours = try neighbours(offset)
    join(offset, neighbours)
  }

  @inline(__always)
  private mutating func join(_ offset: UInt32, _ neighbours: Neighbours) {
    let (size, before) = (neighbours.header.size, neighbours.header.previousSize)
    var (start, length, first) = (offset, size, before)
    if let following = neighbours.following, following.isFree {
      length &+= following.size
      unlink(offset &+ size)
    }
    if let preceding = neighbours.preceding, preceding.isFree {
      start = offset &- before
      length &+= before
      first = preceding.previousSize
    } else {
      link(offset)
    }
    setHeader(start, PoolHeader(previousSize: first, size: length & 0x1FF, type: nil))
    setPreviousSize(start &+ length, length)
    state = PoolPage.State(.blocks, largest: max(state.largest, length), firstFree: state.firstFree, inUse: state.inUse &- 1)
  }

  private func setPreviousSize(_ offset: UInt32, _ size: UInt32) {
    guard offset < Self.unitsPerPage else { return }
    var header = header(offset)
    header.previousSize = size
    setHeader(offset, header)
  }

  // MARK: The page's free list

  private mutating func link(_ offset: UInt32) {
    let first = state.firstFree
    setLinks(offset, first | PoolPage.noBlock << 16)
    if first != PoolPage.noBlock { setLinks(first, links(first) & 0xFFFF | offset << 16) }
    setFirst(offset)
  }

  private mutating func unlink(_ offset: UInt32) {
    let links = links(offset)
    let (next, previous) = (links & 0xFFFF, links >> 16)
    if next != PoolPage.noBlock { setLinks(next, self.links(next) & 0xFFFF | previous << 16) }
    if previous != PoolPage.noBlock { setLinks(previous, self.links(previous) & 0xFFFF_0000 | next) } else { setFirst(next) }
  }

  private mutating func setFirst(_ offset: UInt32) {
    state = PoolPage.State(.blocks, largest: state.largest, firstFree: offset, inUse: state.inUse)
  }

  // MARK: Looking

  /// Calls `body` with offset and header of each block, in order; false if the headers do not make sense from some block on.
  package func forEachBlock(_ body: (UInt32, PoolHeader) -> Void) -> Bool {
    if state.largest == Self.unitsPerPage { return true }
    var (offset, before) = (UInt32(0), UInt32(0))
    while offset < Self.unitsPerPage {
      let header = header(offset)
      let isPadding = offset == Self.longest && header.size == 1
      guard header.size >= Self.smallest || isPadding else { return false }
      guard header.previousSize == before, offset + header.size <= Self.unitsPerPage else { return false }
      if !isPadding { body(offset, header) }
      before = header.size
      offset += header.size
    }
    return true
  }

  /// Headers follow each other, the free list holds each free block once, the largest and the blocks in use are as noted.
  func checkInvariants() -> Bool {
    var (free, inUse, largest) = (UInt32(0), UInt32(0), UInt32(0))
    let isWhole = forEachBlock { _, header in
      if header.isFree {
        free += 1
        largest = max(largest, header.size)
      } else {
        inUse += 1
      }
    }
    guard isWhole else { return false }
    if state.largest == Self.unitsPerPage { return state.inUse == 0 && state.firstFree == 0 }
    var offset = state.firstFree
    while offset != PoolPage.noBlock {
      guard offset < Self.unitsPerPage, header(offset).isFree, free > 0 else { return false }
      free -= 1
      offset = links(offset) & 0xFFFF
    }
    return free == 0 && inUse == state.inUse && largest == state.largest
  }
}
