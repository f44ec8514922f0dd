import Machine

/// The resident pages of one address space, in the order they came, with an age for each. NT: MMSUPPORT and MMWSL
///
/// Adding and removing a page are constant time: free entries are linked, and a page's PFN entry knows its index.
package struct WorkingSet: ~Copyable, Guarded {
  package static var rank: LockRank { .workingSet }
  private static var none: UInt32 { 0x0FFF_FFFF }
  /// Entries that a search for a page to replace looks at, at most. NT: MM_WORKING_SET_LIST_SEARCH
  private static var replacementSearch: UInt32 { 17 }

  let machine: Machine
  /// The entries: an array in address space of its own, as many pages as have been needed. NT: Wsle
  package let list: VirtualAddress
  private var firstFree = WorkingSet.none
  /// Entries that exist, used or free. NT: LastInitializedWsle
  package private(set) var capacity: UInt32 = 0
  /// Resident pages. NT: WorkingSetSize
  package private(set) var size: UInt32 = 0
  package private(set) var peak: UInt32 = 0
  /// Trimming stops here as long as others have more. NT: MinimumWorkingSetSize
  package var minimum: UInt32
  /// From here on a page that comes replaces another, unless memory is plentiful. NT: MaximumWorkingSetSize
  package var maximum: UInt32
  /// Pages locked in the working set or in memory; they count once.
  package private(set) var locked: UInt32 = 0
  /// Entries that the last sweep found not accessed for a while: what trimming could take without harm. NT: Claim
  package private(set) var claim: UInt32 = 0
  /// Pages of this age or older are no longer there, as far as the running trimming pass knows.
  private var trimmedDownTo = WorkingSetEntry.oldest + 1
  /// Where the next ageing or trimming sweep goes on. NT: NextAgingSlot
  private var hand: UInt32 = 0

  /// Of the pages that leave it, 0...7 (5 is normal): pages of lower priority are reused before. NT: MemoryPriority
  package var pagePriority: UInt32 = 5

  package var counters = FaultCounters()

  /// `list` is where the entries will be; the page of the first is there when `grow` is called.
  package init(machine: Machine, list: VirtualAddress, minimum: UInt32 = 0, maximum: UInt32 = .max) {
    self.machine = machine
    self.list = list
    self.minimum = minimum
    self.maximum = maximum
  }

  private func place(_ index: UInt32) -> VirtualAddress { list + index << 2 }
  package subscript(index: UInt32) -> WorkingSetEntry {
    get { WorkingSetEntry(raw: machine.load32(place(index))) }
    set { machine.store32(place(index), newValue.raw) }
  }

  package var isFull: Bool { firstFree == Self.none }
  /// Where the next page of entries goes.
  var nextListPage: VirtualAddress { place(capacity) }

  /// The page at `nextListPage` is there now, and filled with entries to its end.
  mutating func grow() {
    let end = capacity + (pageSize - nextListPage.pageOffset) >> 2
    for index in capacity..<end {
      self[index] = WorkingSetEntry(nextFree: index + 1 == end ? firstFree : index + 1)
    }
    firstFree = capacity
    capacity = end
  }

  /// Pages of address space that the list takes, from the one that holds its first entry on.
  var listPages: UInt32 { capacity == 0 ? 0 : (place(capacity - 1)).page - list.page + 1 }

  /// No page is resident any more: of the list only the first page stays. Returns how many pages are to be given back.
  mutating func shrink() -> UInt32 {
    let pages = listPages
    claim = 0
    guard pages > 1 else { return 0 }
    capacity = 0
    firstFree = Self.none
    grow()
    return pages - 1
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
  @inline(__always)
  mutating func remove(_ index: UInt32) {
    if self[index].isLocked { locked &-= 1 }
    self[index] = WorkingSetEntry(nextFree: firstFree)
    firstFree = index
    size &-= 1
  }

  // MARK: Locking

  /// False if it was locked so already.
  mutating func lock(_ index: UInt32, _ lock: PageLock) -> Bool {
    var entry = self[index]
    guard !entry.isLocked(lock) else { return false }
    if !entry.isLocked { locked += 1 }
    entry.lock(lock)
    self[index] = entry
    return true
  }

  mutating func unlock(_ index: UInt32, _ lock: PageLock) {
    var entry = self[index]
    entry.unlock(lock)
    if !entry.isLocked { locked -= 1 }
    self[index] = entry
  }

  // MARK: Ageing

  /// Looks at up to `count` entries from where the last sweep ended: a page found accessed becomes young, any other a sweep older.
  /// NT: MiAgeWorkingSet
  mutating func age(_ count: UInt32) {
    claim = 0
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
        if entry.age > 1 { claim += 1 }
      }
      self[index] = entry
    }
  }

  /// The next entry at least `age` old within one turn of the hand. NT: the victim search of MiTrimWorkingSet
  mutating func nextVictim(age: UInt32) -> UInt32? {
    for _ in 0..<capacity {
      let index = nextIndex()
      if self[index].isRemovable && self[index].age >= age { return index }
    }
    return nil
  }

  /// A page to take out for one that comes: of the next few, the first that has not been accessed since it was last looked at, else the oldest
  /// of them. Looking at a page makes it not accessed, so that the hand comes round to the pages nobody uses. Nil if all of them are locked.
  /// NT: MiReplaceWorkingSetEntry
  mutating func nextReplaced() -> UInt32? {
    var (best, bestAge, looked) = (nil as UInt32?, 0 as UInt32, 0 as UInt32)
    for _ in 0..<capacity where looked < Self.replacementSearch {
      let index = nextIndex()
      guard self[index].isRemovable else { continue }
      looked += 1
      guard wasAccessed(index) else { return index }
      if best == nil || self[index].age > bestAge { (best, bestAge) = (index, self[index].age) }
    }
    return best
  }

  private mutating func wasAccessed(_ index: UInt32) -> Bool {
    let entry = self[index]
    let pte = machine[entry.address.pte]
    guard pte.isAccessed else { return false }
    machine[entry.address.pte] = pte.notAccessed
    machine.invalidate(entry.address)
    return true
  }

  private mutating func nextIndex() -> UInt32 {
    let index = hand < capacity ? hand : 0
    hand = index + 1
    return index
  }

  // MARK: Trimming

  mutating func beginTrimming() { trimmedDownTo = WorkingSetEntry.oldest + 1 }
  mutating func noteTrimmed(downTo age: UInt32) { trimmedDownTo = age }

  /// How many pages above the minimum there are to choose from, when pages of `age` or older are to go; old pages count twice.
  func excess(age: UInt32) -> UInt32 {
    guard age < trimmedDownTo, size > minimum else { return 0 }
    return size - minimum + claim
  }

  // MARK: Checking

  /// Every free entry is linked once, the used ones are `size`, and the locked ones are counted.
  package func checkInvariants() -> Bool {
    var (used, free, held) = (UInt32(0), UInt32(0), UInt32(0))
    for index in 0..<capacity where self[index].isValid {
      used += 1
      if self[index].isLocked { held += 1 }
    }
    var index = firstFree
    while index != Self.none {
      guard index < capacity, !self[index].isValid, free < capacity else { return false }
      free += 1
      index = self[index].nextFree
    }
    return used == size && used + free == capacity && held == locked
  }
}
