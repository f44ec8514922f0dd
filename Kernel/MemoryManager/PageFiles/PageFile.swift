import Machine

/// A page file and its slots, a page each: a view on nonpaged memory. All sizes are in pages. NT: MMPAGING_FILE (Windows XP)
///
/// | offset | what |
/// |---|---|
/// | 00 | how many slots the file has now, the unused first one among them |
/// | 04 | how many it may grow to |
/// | 08 | how many it was asked to have at least |
/// | 0C | how many are free |
/// | 10 | how many hold a page |
/// | 14 | how many ever did at once |
/// | 18 | where the next search begins |
/// | 28 | the bitmap, which is behind the fields |
/// | 38 | the number of the file |
/// | 44 | not NT's: how many slots could not be written or read, and are in use for ever |
package struct PageFile {
  /// Without the bitmap.
  package static var headerBytes: UInt32 { 0x48 }
  /// What a PTE has room for.
  package static var largestSize: UInt32 { 1 << 20 }
  /// The first slot has none: in the first file it would be the PTE of a page that no one has touched.
  package static var smallestSize: UInt32 { 2 }
  private let machine: Machine
  package let address: VirtualAddress

  /// The page file that was initialized at `address`.
  @inline(__always)
  package init(_ machine: Machine, _ address: VirtualAddress) {
    self.machine = machine
    self.address = address
  }

  /// What a page file that may grow to `maximum` needs.
  package static func bytes(maximum: UInt32) -> UInt32 { headerBytes + SlotBitmap.bytes(slots: maximum) }

  /// `minimum <= size <= maximum`
  package func initialize(size: UInt32, maximum: UInt32, minimum: UInt32) {
    machine.zero(address, bytes: Self.headerBytes)
    machine.store32(address, size)
    machine.store32(address + 4, maximum)
    machine.store32(address + 8, minimum)
    machine.store32(address + 0x28, bitmap.address.raw)
    bitmap.initialize(capacity: maximum)
    bitmap.addFree(1..<size)
    free = size - 1
    hint = 1
  }

  // MARK: Fields

  package var size: UInt32 { machine.load32(address) }
  package var maximum: UInt32 { machine.load32(address + 4) }
  package var minimum: UInt32 { machine.load32(address + 8) }
  package private(set) var free: UInt32 {
    get { machine.load32(address + 0xC) }
    nonmutating set { machine.store32(address + 0xC, newValue) }
  }
  package private(set) var used: UInt32 {
    get { machine.load32(address + 0x10) }
    nonmutating set { machine.store32(address + 0x10, newValue) }
  }
  package private(set) var peak: UInt32 {
    get { machine.load32(address + 0x14) }
    nonmutating set { machine.store32(address + 0x14, newValue) }
  }
  package internal(set) var hint: UInt32 {
    get { machine.load32(address + 0x18) }
    nonmutating set { machine.store32(address + 0x18, newValue) }
  }
  package internal(set) var number: UInt32 {
    get { machine.load32(address + 0x38) }
    nonmutating set { machine.store32(address + 0x38, newValue) }
  }
  package private(set) var retired: UInt32 {
    get { machine.load32(address + 0x44) }
    nonmutating set { machine.store32(address + 0x44, newValue) }
  }
  @inline(__always) package var bitmap: SlotBitmap { SlotBitmap(machine, address + Self.headerBytes) }

  // MARK: Slots

  /// Takes a run of 1 to `wanted` slots, at most 16. nil if none is free. NT: MiFindFreePageFileSpace in MiGatherPagefilePages
  package func allocate(upTo wanted: UInt32) -> (first: UInt32, count: UInt32)? {
    guard let run = bitmap.allocate(upTo: wanted, from: hint) else { return nil }
    free &-= run.count
    used &+= run.count
    peak = max(peak, used)
    hint = run.first &+ run.count
    return run
  }

  /// The page in the slot is needed no more. A slot that holds none means that PTEs and slots no longer agree. NT: MiReleasePageFileSpace
  @inline(__always)
  package func release(_ slot: UInt32) {
    guard slot &- 1 < size &- 1, bitmap.release(slot) else { stop(slot) }
    free &+= 1
    used &-= 1
  }

  /// A slot that was taken could not be written, or read: no page comes there any more.
  package func retire(_ slot: UInt32) {
    guard slot &- 1 < size &- 1, !bitmap.isFree(slot) else { stop(slot) }
    used &-= 1
    retired &+= 1
  }

  /// `pages` more slots; with them the file has no more than its maximum. NT: MiAttemptPageFileExtension
  package func grow(by pages: UInt32) {
    let old = size
    bitmap.addFree(old..<old + pages)
    machine.store32(address, old + pages)
    free += pages
  }

  @inline(never)
  private func stop(_ slot: UInt32) -> Never { Stop.memoryManagement.now(0x41792, address.raw, number, slot) }

  package func checkInvariants() -> Violation? {
    let found = bitmap.countFree()
    guard found == free, free &+ used &+ retired &+ 1 == size else {
      return Violation(.pageFile, at: number, expected: free, found: found ?? .max)
    }
    return nil
  }
}
