import Machine

/// Which slots of a page file are in use: a view on nonpaged memory. NT: RTL_BITMAP
///
/// Three levels of bits, so that taking and giving back take the same time however big and however full the file is: a bit for each slot, set while it
/// is in use; a bit for each word of the first level, set while one of its slots is free; a bit for each word of the second, set while it is not zero.
///
/// | offset | what |
/// |---|---|
/// | 00 | how many slots it has bits for |
/// | 04 | the address of the first level, which follows |
/// | 08 | the first level, the second and the third, one behind the other |
package struct SlotBitmap {
  package static var headerBytes: UInt32 { 8 }
  /// The longest run that is looked for: with any start in a word it ends in the next.
  package static var longestRun: UInt32 { 16 }
  /// So many free runs that are too short are looked at before the longest of them has to do.
  private static var runsLookedAt: UInt32 { 32 }
  let machine: Machine
  package let address: VirtualAddress

  /// The bitmap that was initialized at `address`.
  @inline(__always)
  package init(_ machine: Machine, _ address: VirtualAddress) {
    self.machine = machine
    self.address = address
  }

  /// What a bitmap for `slots` slots needs.
  package static func bytes(slots: UInt32) -> UInt32 { headerBytes + (words(slots) + words(words(slots)) + words(words(words(slots)))) << 2 }
  /// The words that hold so many bits.
  static func words(_ bits: UInt32) -> UInt32 { (bits + 31) >> 5 }

  package var capacity: UInt32 { machine.load32(address) }
  /// The address of the first level.
  package var buffer: VirtualAddress { VirtualAddress(machine.load32(address + 4)) }

  /// Makes a bitmap for `capacity` slots. None of them exists yet: all are in use. NT: RtlInitializeBitMap, RtlSetAllBits
  package func initialize(capacity: UInt32) {
    machine.store32(address, capacity)
    machine.store32(address + 4, (address + Self.headerBytes).raw)
    let words = Self.words(capacity)
    for word in 0..<words { machine.store32(firstLevel(word), .max) }
    machine.zero(secondLevel(0), bytes: (Self.words(words) + Self.words(Self.words(words))) << 2)
  }

  // MARK: The levels

  func firstLevel(_ word: UInt32) -> VirtualAddress { address + (Self.headerBytes &+ word << 2) }
  func secondLevel(_ word: UInt32) -> VirtualAddress { firstLevel(Self.words(capacity) &+ word) }
  func thirdLevel(_ word: UInt32) -> VirtualAddress { secondLevel(Self.words(Self.words(capacity)) &+ word) }

  /// A word of the first level has become one with, or one without, a free slot.
  @inline(never)
  private func note(_ word: UInt32, hasFree: Bool) {
    let second = secondLevel(word >> 5)
    let old = machine.load32(second)
    let new = hasFree ? old | 1 << (word & 31) : old & ~(1 << (word & 31))
    machine.store32(second, new)
    guard (old == 0) != (new == 0) else { return }
    let (third, bit) = (thirdLevel(word >> 10), UInt32(1) << (word >> 5 & 31))
    let top = machine.load32(third)
    machine.store32(third, hasFree ? top | bit : top & ~bit)
  }

  // MARK: One slot

  /// `slot` is one of those it has bits for.
  package func isFree(_ slot: UInt32) -> Bool { machine.load32(firstLevel(slot >> 5)) & 1 << (slot & 31) == 0 }

  /// Gives a slot back; false, and nothing happens, if it was free.
  @inline(__always)
  package func release(_ slot: UInt32) -> Bool {
    let place = firstLevel(slot >> 5)
    let (word, bit) = (machine.load32(place), UInt32(1) << (slot & 31))
    guard word & bit != 0 else { return false }
    machine.store32(place, word & ~bit)
    if word == .max { note(slot >> 5, hasFree: true) }
    return true
  }

  // MARK: Runs

  /// `range` exists from now on, and is free.
  package func addFree(_ range: Range<UInt32>) {
    var slot = range.lowerBound
    while slot < range.upperBound {
      let count = min(32 - slot & 31, range.upperBound - slot)
      let place = firstLevel(slot >> 5)
      machine.store32(place, machine.load32(place) & ~Self.mask(slot, count))
      note(slot >> 5, hasFree: true)
      slot += count
    }
  }

  /// Takes a run of 1 to `wanted` (at most `longestRun`) free slots: from `hint` on, and then from the start, the first that is long enough, or if a
  /// bounded number of runs is too short, the longest of them. nil if no slot is free. NT: RtlFindClearBitsAndSet
  package func allocate(upTo wanted: UInt32, from hint: UInt32) -> (first: UInt32, count: UInt32)? {
    guard let best = findRun(min(wanted, Self.longestRun), from: hint), best.count > 0 else { return nil }
    take(best.first, best.count)
    return best
  }

  private func findRun(_ wanted: UInt32, from hint: UInt32) -> (first: UInt32, count: UInt32)? {
    var (slot, hasWrapped) = (hint, false)
    var best = (first: UInt32(0), count: UInt32(0))
    for _ in 0..<Self.runsLookedAt {
      if let first = nextFree(slot) {
        let count = freeLength(first, atMost: wanted)
        if count > best.count { best = (first, count) }
        if count == wanted { break }
        slot = first &+ count
      } else {
        if hasWrapped || hint == 0 { break }
        (slot, hasWrapped) = (0, true)
      }
    }
    return best
  }

  /// How many slots from the free one `first` on are free.
  private func freeLength(_ first: UInt32, atMost wanted: UInt32) -> UInt32 {
    let word = first >> 5
    let rest = 32 - first & 31
    let count = UInt32(truncatingIfNeeded: (machine.load32(firstLevel(word)) >> (first & 31)).trailingZeroBitCount)
    guard count >= rest else { return min(count, wanted) }
    guard rest < wanted, word &+ 1 < Self.words(capacity) else { return min(rest, wanted) }
    return min(rest &+ UInt32(truncatingIfNeeded: machine.load32(firstLevel(word &+ 1)).trailingZeroBitCount), wanted)
  }

  private func take(_ first: UInt32, _ count: UInt32) {
    let here = min(32 - first & 31, count)
    takeInWord(first, here)
    if count > here { takeInWord(first &+ here, count &- here) }
  }

  /// All of them are bits of one word.
  private func takeInWord(_ first: UInt32, _ count: UInt32) {
    let place = firstLevel(first >> 5)
    let word = machine.load32(place) | Self.mask(first, count)
    machine.store32(place, word)
    if word == .max { note(first >> 5, hasFree: false) }
  }

  private static func mask(_ first: UInt32, _ count: UInt32) -> UInt32 { (UInt32.max >> (32 - count)) << (first & 31) }

  // MARK: Searching

  /// The first free slot from `slot` on.
  private func nextFree(_ slot: UInt32) -> UInt32? {
    guard slot < capacity else { return nil }
    let here = ~machine.load32(firstLevel(slot >> 5)) & UInt32.max << (slot & 31)
    if here != 0 { return Self.bit(of: here, in: slot >> 5) }
    guard let word = nextWord((slot >> 5) &+ 1) else { return nil }
    return Self.bit(of: ~machine.load32(firstLevel(word)), in: word)
  }

  /// The first word of the first level from `word` on with a free slot.
  private func nextWord(_ word: UInt32) -> UInt32? {
    guard word < Self.words(capacity) else { return nil }
    let here = machine.load32(secondLevel(word >> 5)) & UInt32.max << (word & 31)
    if here != 0 { return Self.bit(of: here, in: word >> 5) }
    guard let group = nextGroup((word >> 5) &+ 1) else { return nil }
    return Self.bit(of: machine.load32(secondLevel(group)), in: group)
  }

  /// The first word of the second level from `group` on that is not zero. The largest page file has 32 words in the third.
  private func nextGroup(_ group: UInt32) -> UInt32? {
    let words = Self.words(Self.words(Self.words(capacity)))
    var (word, mask) = (group >> 5, UInt32.max << (group & 31))
    while word < words {
      let bits = machine.load32(thirdLevel(word)) & mask
      if bits != 0 { return Self.bit(of: bits, in: word) }
      (word, mask) = (word &+ 1, .max)
    }
    return nil
  }

  /// The number of the lowest of `bits`, which are those of `word`.
  private static func bit(of bits: UInt32, in word: UInt32) -> UInt32 { word << 5 | UInt32(truncatingIfNeeded: bits.trailingZeroBitCount) }

  // MARK: Checking

  /// How many of the slots are free; nil if the levels do not agree.
  package func countFree() -> UInt32? {
    let words = Self.words(capacity)
    var free: UInt32 = 0
    for word in 0..<words {
      let bits = ~machine.load32(firstLevel(word))
      free += UInt32(truncatingIfNeeded: bits.nonzeroBitCount)
      guard (bits != 0) == (machine.load32(secondLevel(word >> 5)) & 1 << (word & 31) != 0) else { return nil }
    }
    for group in 0..<Self.words(words) {
      let isUsed = machine.load32(secondLevel(group)) != 0
      guard isUsed == (machine.load32(thirdLevel(group >> 5)) & 1 << (group & 31) != 0) else { return nil }
    }
    return free
  }
}
