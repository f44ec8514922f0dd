import Machine

/// The resident pages of one address space, in the order they came, with an age for each. NT: MMSUPPORT and MMWSL
///
/// Adding and removing a page are constant time: free entries are linked, and a page's PFN entry knows its index.
package struct WorkingSet: ~Copyable, Guarded {
  package static var rank: LockRank { .workingSet }
  private static var none: UInt32 { 0x0FFF_FFFF }
  package static var entriesPerPage: UInt32 { 1024 }

  let machine: Machine
  /// The entries: an array in address space of its own, as many pages as have been needed. NT: Wsle
  let list: VirtualAddress
  private var firstFree = WorkingSet.none
  /// Entries that exist, used or free. NT: LastInitializedWsle
  package private(set) var capacity: UInt32 = 0
  /// Resident pages. NT: WorkingSetSize
  package private(set) var size: UInt32 = 0
  package private(set) var peak: UInt32 = 0
  /// Where the next ageing or trimming sweep goes on. NT: NextAgingSlot
  private var hand: UInt32 = 0

  package var faults: UInt32 = 0
  package var demandZeroFaults: UInt32 = 0
  package var transitionFaults: UInt32 = 0
  /// Pages taken out by trimming.
  package var trimmed: UInt32 = 0

  package init(machine: Machine, list: VirtualAddress) {
    self.machine = machine
    self.list = list
  }

  private func place(_ index: UInt32) -> VirtualAddress { list + index << 2 }
  package subscript(index: UInt32) -> WorkingSetEntry {
    get { WorkingSetEntry(raw: machine.load32(place(index))) }
    set { machine.store32(place(index), newValue.raw) }
  }

  package var isFull: Bool { firstFree == Self.none }
  /// Where the next page of entries goes.
  var nextListPage: VirtualAddress { place(capacity) }

  /// The page at `nextListPage` is there now.
  mutating func grow() {
    for index in capacity..<capacity + Self.entriesPerPage {
      self[index] = WorkingSetEntry(nextFree: index + 1 == capacity + Self.entriesPerPage ? firstFree : index + 1)
    }
    firstFree = capacity
    capacity += Self.entriesPerPage
  }

  /// The page at `address` is resident from now on; returns its index. The set is not full. NT: MiAllocateWsle
  @inline(__always)
  mutating func insert(_ address: VirtualAddress) -> UInt32 {
    let index = firstFree
    firstFree = self[index].nextFree
    self[index] = WorkingSetEntry(address)
    size &+= 1
    if size > peak { peak = size }
    return index
  }

  /// NT: MiReleaseWsle
  mutating func remove(_ index: UInt32) {
    self[index] = WorkingSetEntry(nextFree: firstFree)
    firstFree = index
    size &-= 1
  }

  // MARK: Ageing

  /// Looks at up to `count` entries from where the last sweep ended: a page found accessed becomes young, any other a sweep older.
  /// NT: MiAgeWorkingSet
  mutating func age(_ count: UInt32) {
    for _ in 0..<min(count, capacity) {
      let index = nextIndex()
      var entry = self[index]
      guard entry.isValid else { continue }
      let pte = entry.address.pte
      if machine[pte].isAccessed {
        machine[pte] = machine[pte].notAccessed
        machine.invalidate(entry.address)
        entry.age = 0
      } else {
        entry.age = min(entry.age + 1, WorkingSetEntry.oldest)
      }
      self[index] = entry
    }
  }

  /// The next entry at least `age` old within one turn of the hand. NT: the victim search of MiTrimWorkingSet
  mutating func nextVictim(age: UInt32) -> UInt32? {
    for _ in 0..<capacity {
      let index = nextIndex()
      if self[index].isValid && self[index].age >= age { return index }
    }
    return nil
  }

  private mutating func nextIndex() -> UInt32 {
    let index = hand < capacity ? hand : 0
    hand = index + 1
    return index
  }

  // MARK: Checking

  /// Every free entry is linked once, and the used ones are `size`.
  package func checkInvariants() -> Bool {
    var (used, free) = (UInt32(0), UInt32(0))
    for index in 0..<capacity where self[index].isValid { used += 1 }
    var index = firstFree
    while index != Self.none {
      guard index < capacity, !self[index].isValid, free < capacity else { return false }
      free += 1
      index = self[index].nextFree
    }
    return used == size && used + free == capacity
  }
}
