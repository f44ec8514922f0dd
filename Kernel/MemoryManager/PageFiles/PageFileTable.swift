import Machine

/// A run of slots of one page file.
package struct Slots: Equatable {
  package let file: UInt32
  package let first: UInt32
  package let count: UInt32
}

extension Slots {
  /// `count` slots from the one on that `pte`, a page in a page file, names.
  init(from pte: Pte, count: UInt32) { self.init(file: pte.pageFileNumber, first: pte.pageFileOffset, count: count) }
}

/// What was read from and written to page files since the system started.
package struct PagingCounters: Equatable {
  package var pagesRead: UInt32 = 0
  package var reads: UInt32 = 0
  package var pagesWritten: UInt32 = 0
  package var writes: UInt32 = 0
  package var readErrors: UInt32 = 0
  package var writeErrors: UInt32 = 0
}

/// The page files by their number, which is what a PTE names. NT: MmPagingFile
package struct PageFileTable: ~Copyable {
  /// A PTE has four bits for the number.
  package static var capacity: UInt32 { 16 }
  private let machine: Machine
  private var files = InlineArray<16, UInt32>(repeating: 0)
  package private(set) var count: UInt32 = 0
  package private(set) var counters = PagingCounters()
  /// Slots that may be in use for ever, because the page table that names them cannot be read: so many at most.
  var lost: UInt32 = 0
  /// So many pages are to be written one by one: together they could not be.
  var writesAlone: UInt32 = 0
  /// So many reads are to be of one page each: several together could not be read.
  var readsAlone: UInt32 = 0
  private var unreadable = UnreadableSlots()
  /// Which frame the next search for slots that can be taken back begins with.
  var reclaimHand = PageFrameNumber(0)
  /// Frames that were looked at in vain since a page with a slot came into use: behind all of them there is none.
  var framesInVain: UInt32 = 0

  package init(machine: Machine) { self.machine = machine }

  /// nil if there is no such file.
  package subscript(number: UInt32) -> PageFile? {
    mutating get {
      guard number < count else { return nil }
      return PageFile(machine, VirtualAddress(unsafe files[unchecked: Int(truncatingIfNeeded: number)]))
    }
  }

  /// The file gets the next number; nil if there are as many as there can be.
  package mutating func add(_ file: PageFile) -> UInt32? {
    guard count < Self.capacity else { return nil }
    file.number = count
    files[Int(truncatingIfNeeded: count)] = file.address.raw
    count += 1
    return file.number
  }

  /// False if the file would have more than its maximum.
  package mutating func grow(file number: UInt32, by pages: UInt32) -> Bool {
    guard let file = self[number], pages <= file.maximum - file.size else { return false }
    file.grow(by: pages)
    return true
  }

  // MARK: Slots

  /// 1 to `wanted` slots in a row, at most 16, in the file that has the most free ones. nil if none has any. NT: MiGatherPagefilePages, its search
  package mutating func allocate(upTo wanted: UInt32) -> Slots? {
    var (best, most) = (UInt32(0), UInt32(0))
    for number in 0..<count {
      guard let free = self[number]?.free, free > most else { continue }
      (best, most) = (number, free)
    }
    guard most > 0, let run = self[best]?.allocate(upTo: wanted) else { return nil }
    return Slots(file: best, first: run.first, count: run.count)
  }

  /// The page that `pte`, in the form of a page in a page file, stands for is needed no more.
  @inline(__always)
  package mutating func release(_ pte: Pte) {
    if unreadable.remove(file: pte.pageFileNumber, slot: pte.pageFileOffset) { return retire(pte) }
    file(of: pte).release(pte.pageFileOffset)
  }

  /// The slot could not be read. False if that is known, or cannot be kept in mind; otherwise it will hold a promise no more: the commitment limit is one too
  /// high.
  mutating func noteUnreadable(file: UInt32, slot: UInt32) -> Bool { unreadable.add(file: file, slot: slot) }

  /// The slot that `pte` names could not be written, or read. It can hold a promise no more: the commitment limit is one too high.
  package mutating func retire(_ pte: Pte) { file(of: pte).retire(pte.pageFileOffset) }

  @inline(__always)
  private mutating func file(of pte: Pte) -> PageFile {
    guard let file = self[pte.pageFileNumber] else { Stop.memoryManagement.now(0x41792, 0, pte.raw, count) }
    return file
  }

  /// The next search of this file begins at `slot`.
  mutating func tryAgain(from slot: UInt32, of number: UInt32) { self[number]?.hint = slot }

  /// Modified pages will be written sooner or later.
  mutating func canTakePages() -> Bool { free() > 0 }

  /// A page is in use that has a slot too.
  @inline(__always)
  mutating func noteSpareSlot() { framesInVain = 0 }

  // MARK: Counting

  mutating func countRead(_ pages: UInt32, succeeded: Bool) {
    guard succeeded else {
      counters.readErrors &+= 1
      return
    }
    counters.reads &+= 1
    counters.pagesRead &+= pages
  }

  mutating func countWrite(_ pages: UInt32, succeeded: Bool) {
    guard succeeded else {
      counters.writeErrors &+= 1
      return
    }
    counters.writes &+= 1
    counters.pagesWritten &+= pages
  }

  // MARK: All files together

  package mutating func size() -> UInt32 { sum { $0.size } }
  package mutating func free() -> UInt32 { sum { $0.free } }
  package mutating func used() -> UInt32 { sum { $0.used } }

  private mutating func sum(_ value: (PageFile) -> UInt32) -> UInt32 {
    var sum: UInt32 = 0
    for number in 0..<count {
      if let file = self[number] { sum += value(file) }
    }
    return sum
  }

  package mutating func checkInvariants() -> Violation? {
    for number in 0..<count {
      if let violation = self[number]?.checkInvariants() { return violation }
    }
    return nil
  }
}
