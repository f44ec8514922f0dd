import Machine

/// One resident page of a working set. NT: MMWSLE
///
/// Bit 0 valid, 1 locked in the working set, 2 locked in memory, 9 direct (the frame's PFN entry knows this index), 10-11 age, 12-31 virtual
/// page. A free entry has bit 0 clear and the index of the next free one in bits 4-31.
package struct WorkingSetEntry: Equatable {
  package var raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  package init(_ address: VirtualAddress) { raw = address.pageBase.raw | 1 << 9 | 1 }
  package init(nextFree: UInt32) { raw = nextFree << 4 }

  package static var oldest: UInt32 { 3 }
  package var isValid: Bool { raw & 1 != 0 }
  package var isDirect: Bool { raw & 1 << 9 != 0 }
  package var address: VirtualAddress { VirtualAddress(raw).pageBase }
  package var nextFree: UInt32 { raw >> 4 }

  /// Whether it may be taken out to make room: a page that is there and that nobody has locked.
  package var isRemovable: Bool { raw & 7 == 1 }
  package var isLocked: Bool { raw & 6 != 0 }
  package func isLocked(_ lock: PageLock) -> Bool { raw & lock.rawValue != 0 }
  package mutating func lock(_ lock: PageLock) { raw |= lock.rawValue }
  package mutating func unlock(_ lock: PageLock) { raw &= ~lock.rawValue }

  /// Sweeps since the page was last found accessed, 0 to 3.
  package var age: UInt32 {
    get { raw >> 10 & 3 }
    set { raw = raw & ~(3 << 10) | newValue << 10 }
  }
}

/// Why a page stays in a working set. The values are the entry's bits.
package enum PageLock: UInt32, Sendable {
  /// NT: LockedInWs, VM_LOCK_1
  case workingSet = 2
  /// NT: LockedInMemory, VM_LOCK_2
  case memory = 4
}
