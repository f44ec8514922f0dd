import Machine

/// How much each tag has allocated and freed, by pool: a hash table of nonpaged memory. NT: POOL_TRACKER_TABLE
///
/// Counting takes no lock: an entry's tag is written once, and its counters are added to in one locked instruction each.
package struct PoolTags: ~Copyable, Guarded {
  package static var rank: LockRank { .lookaside }
  package static var count: UInt32 { 512 }
  private static var bytesPerEntry: UInt32 { 32 }
  package static var bytes: UInt32 { count * bytesPerEntry }
  /// Where tags are counted for which the table has no room.
  package static var overflow: PoolTag { PoolTag(raw: 0x6C66_764F) }

  /// What one tag has done in one pool.
  package struct Usage: Equatable {
    package var allocations: UInt32
    package var frees: UInt32
    package var bytes: UInt32
  }

  let machine: Machine
  package init(machine: Machine) { self.machine = machine }

  private static func place(_ index: UInt32) -> VirtualAddress { SystemLayout.poolTags + index &* bytesPerEntry }
  private static func hash(_ tag: PoolTag) -> UInt32 { (tag.raw &* 0x9E37_79B1) >> 23 }

  /// The entry that counts `tag` if it is where its hash says, as most are.
  @inline(__always)
  static func findAtOnce(_ tag: PoolTag, _ machine: Machine) -> VirtualAddress? {
    let place = place(hash(tag))
    return machine.loadShared32(place) == tag.raw ? place : nil
  }

  /// The entry that counts `tag`, or nil if it has none yet. Entry 0 is the overflow's.
  static func find(_ tag: PoolTag, _ machine: Machine) -> VirtualAddress? {
    var index = hash(tag)
    for _ in 0..<count {
      let found = machine.loadShared32(place(index))
      if found == tag.raw { return place(index) }
      if found == 0 && index != 0 { return nil }
      index = (index + 1) & (count - 1)
    }
    return nil
  }

  /// The entry that counted an allocation with `tag`: its own, or the overflow's.
  static func counters(_ tag: PoolTag, _ machine: Machine) -> VirtualAddress {
    findAtOnce(tag, machine) ?? find(tag, machine) ?? place(0)
  }

  /// The entry for `tag`, made if there is none; the overflow's if there is no room.
  package mutating func insert(_ tag: PoolTag) -> VirtualAddress {
    var index = Self.hash(tag)
    for _ in 0..<Self.count {
      let place = Self.place(index)
      let found = machine.loadShared32(place)
      if found == tag.raw { return place }
      if found == 0 && index != 0 {
        machine.storeShared32(place, tag.raw)
        return place
      }
      index = (index + 1) & (Self.count - 1)
    }
    machine.storeShared32(Self.place(0), Self.overflow.raw)
    return Self.place(0)
  }

  @inline(__always)
  static func countAllocation(_ place: VirtualAddress, _ type: PoolType, bytes: UInt32, _ machine: Machine) {
    let counters = place + (4 + type.rawValue * 12)
    machine.add32(counters, 1)
    machine.add32(counters + 8, bytes)
  }
  @inline(__always)
  static func countFree(_ place: VirtualAddress, _ type: PoolType, bytes: UInt32, _ machine: Machine) {
    let counters = place + (4 + type.rawValue * 12)
    machine.add32(counters + 4, 1)
    machine.add32(counters + 8, 0 &- bytes)
  }

  /// The tag in entry `index` and its usage; nil if the entry is empty.
  package func entry(_ index: UInt32, _ type: PoolType) -> (tag: PoolTag, usage: Usage)? {
    let place = Self.place(index)
    let tag = machine.loadShared32(place)
    guard tag != 0 else { return nil }
    let counters = place + (4 + type.rawValue * 12)
    let usage = Usage(
      allocations: machine.load32(counters), frees: machine.load32(counters + 4), bytes: machine.load32(counters + 8))
    return (PoolTag(raw: tag), usage)
  }
}
