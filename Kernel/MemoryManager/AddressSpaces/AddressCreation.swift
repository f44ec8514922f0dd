import Machine

/// What has been promised to a process. Its lock is held while the layout of the address space changes. NT: AddressCreationLock, and what it
/// and the quota block guard
package struct AddressCreation: ~Copyable, Guarded {
  package static var rank: LockRank { .addressSpace }

  /// Pages of address space in use. NT: VirtualSize
  package private(set) var virtualPages: UInt32 = 0
  package private(set) var peakVirtualPages: UInt32 = 0
  /// Pages charged against the commitment: committed pages, page tables, and what every process needs. NT: CommitCharge
  package private(set) var commitCharge: UInt32
  /// NT: CommitChargePeak
  package private(set) var peakCommitCharge: UInt32
  /// The most pages the process may be charged. NT: CommitChargeLimit
  package var commitLimit = UInt32.max
  /// The process has ended: nothing can be allocated any more. NT: VmDeleted
  package var isDeleted = false
  /// The node of the range that was released last, for the next one: most programs take and release in turn. Not in NT.
  /// Its address, 0 if there is none.
  private var spare: UInt32 = 0

  init(commitCharge: UInt32) {
    self.commitCharge = commitCharge
    peakCommitCharge = commitCharge
  }

  mutating func takeSpare() -> VirtualAddress? {
    guard spare != 0 else { return nil }
    defer { spare = 0 }
    return VirtualAddress(spare)
  }
  /// False if there is one already.
  mutating func keepSpare(_ node: VirtualAddress) -> Bool {
    guard spare == 0 else { return false }
    spare = node.raw
    return true
  }

  mutating func note(addedPages pages: UInt32) {
    virtualPages += pages
    peakVirtualPages = max(peakVirtualPages, virtualPages)
  }
  mutating func note(removedPages pages: UInt32) { virtualPages -= pages }

  mutating func note(charged pages: UInt32) {
    commitCharge += pages
    peakCommitCharge = max(peakCommitCharge, commitCharge)
  }
  mutating func note(givenBack pages: UInt32) { commitCharge -= pages }
}

extension MemoryManager {
  /// Promises the process `pages` more, `resident` of which cannot be paged out. NT: MiChargeCommitment, PsChargeProcessPageFileQuota
  @inline(__always)
  func chargeCommitment(_ pages: UInt32, resident: UInt32 = 0, _ creation: inout AddressCreation) -> Status {
    guard pages > 0 else { return .success }
    guard creation.commitCharge <= creation.commitLimit, pages <= creation.commitLimit - creation.commitCharge else { return .pagefileQuota }
    let status = commitment.withLock { $0.charge(pages, resident: resident) }
    if status == .success { creation.note(charged: pages) }
    return status
  }

  /// NT: MiReturnCommitment, PsReturnProcessPageFileQuota
  @inline(__always)
  func giveBackCommitment(_ pages: UInt32, resident: UInt32 = 0, _ creation: inout AddressCreation) {
    guard pages > 0 else { return }
    commitment.withLock { $0.giveBack(pages, resident: resident) }
    creation.note(givenBack: pages)
  }
}
