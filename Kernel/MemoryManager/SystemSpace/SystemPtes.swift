import Machine

/// Which of the two stretches of system PTEs. NT: MMSYSTEM_PTE_POOL_TYPE
package enum SystemPteType: UInt32, Sendable { case system, nonpagedPoolExpansion }

/// Address space of the system handed out by the page, for stacks, I/O mappings, contiguous memory and the growth of nonpaged pool.
/// NT: MiReserveSystemPtes, MiReleaseSystemPtes
///
/// Runs of 1 to 16 PTEs that are given back are kept on a stack for each length and handed out again from there: constant time, a
/// handful of instructions. What does not fit there is joined with its neighbours at once; when a reservation finds no room, all
/// that is kept aside is joined first.
package struct SystemPtes: ~Copyable, Guarded {
  package static var rank: LockRank { .systemPtes }
  private static var none: UInt32 { 0xFFFF }
  package static var longestCached: UInt32 { 16 }
  /// Pages that may be kept aside in all stacks together.
  private static var cachedLimit: UInt32 { 512 }

  let machine: Machine
  package let start: VirtualAddress
  /// The most pages that this stretch may grow to.
  package let limit: UInt32
  package private(set) var runs: PageRuns
  /// The topmost cached run of each length; 32 of them, so that five bits of a length are always an index.
  private var stacks = InlineArray<32, UInt16>(repeating: 0xFFFF)
  package private(set) var cachedPages: UInt32 = 0
  /// Reservations for which there was no room.
  package private(set) var failures: UInt32 = 0

  package init(machine: Machine, start: VirtualAddress, table: VirtualAddress, limit: UInt32) {
    self.machine = machine
    self.start = start
    self.limit = limit
    runs = PageRuns(machine: machine, table: table)
  }

  package var total: UInt32 { runs.grown }
  package var freePages: UInt32 { runs.freePages + cachedPages }
  package var inUse: UInt32 { total - freePages }
  package var end: VirtualAddress { start + runs.grown << 12 }
  package func contains(_ address: VirtualAddress) -> Bool { start <= address && address < end }

  /// Room for `count` pages whose PTEs are zero, or nil if the stretch must grow first.
  @inline(__always)
  package mutating func reserve(_ count: UInt32) -> PteAddress? {
    if count <= Self.longestCached {
      let top = UInt32(stacks[Int(count & 31)])
      if top != Self.none {
        stacks[Int(count & 31)] = UInt16(truncatingIfNeeded: runs.uncache(top, length: count))
        cachedPages &-= count
        return pte(top)
      }
    }
    return reserveFromRuns(count)
  }

  private mutating func reserveFromRuns(_ count: UInt32) -> PteAddress? {
    if let index = runs.allocate(count) { return pte(index) }
    guard cachedPages > 0 else { return nil }
    joinCached()
    guard let index = runs.allocate(count) else { return nil }
    return pte(index)
  }

  /// As `reserve`, with the first address a multiple of `alignment` pages (a power of two).
  package mutating func reserve(_ count: UInt32, alignment: UInt32) -> PteAddress? {
    if let index = runs.allocate(count, alignment: alignment, origin: start.page) { return pte(index) }
    joinCached()
    guard let index = runs.allocate(count, alignment: alignment, origin: start.page) else { return nil }
    return pte(index)
  }

  package mutating func noteFailure() { failures += 1 }

  /// Why a release was refused: nothing was changed. NT: bug check 0xDA
  package enum Misuse: UInt32, Equatable {
    case notReserved = 0x303
    case stillMapped = 0x103
    case wrongCount = 0x305
  }

  /// Gives back a run that was reserved with `count` pages and that has been unmapped. Its TLB entries are flushed before anyone can get it again.
  @inline(__always)
  package mutating func release(_ first: PteAddress, _ count: UInt32) -> Misuse? {
    let index = first.mapped.page &- start.page
    guard let length = runs.allocatedLength(index) else { return .notReserved }
    guard length == count else { return .wrongCount }
    var pte = first
    let end = first + count
    while pte < end {
      guard machine[pte] == .zero else { return .stillMapped }
      machine.invalidate(pte.mapped)
      pte = pte + 1
    }
    if count <= Self.longestCached && cachedPages < Self.cachedLimit {
      runs.cache(index, length: count, next: UInt32(stacks[Int(count & 31)]))
      stacks[Int(count & 31)] = UInt16(truncatingIfNeeded: index)
      cachedPages &+= count
      return nil
    }
    _ = runs.release(index)
    return nil
  }

  /// The pages reserved at `first`; nil if no reservation starts there.
  package func reservedCount(_ first: PteAddress) -> UInt32? { runs.allocatedLength(first.mapped.page &- start.page) }

  package mutating func grow(_ pages: UInt32) { runs.grow(pages) }

  private mutating func joinCached() {
    for count in 1...Self.longestCached {
      while true {
        let top = UInt32(stacks[Int(count)])
        if top == Self.none { break }
        stacks[Int(count)] = UInt16(truncatingIfNeeded: runs.uncache(top, length: count))
        _ = runs.release(top)
      }
    }
    cachedPages = 0
  }

  private func pte(_ index: UInt32) -> PteAddress { (start + index << 12).pte }

  package func checkInvariants() -> Bool { runs.checkInvariants() }
}
