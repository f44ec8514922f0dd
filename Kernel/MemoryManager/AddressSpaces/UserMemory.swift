import Machine

/// What page faults of a process look at: the ranges that are in use, the page tables, and the resident pages. NT: what WorkingSetLock guards
///
/// The ranges are changed by those who also hold the lock of `AddressCreation`.
package struct UserMemory: ~Copyable, Guarded {
  package static var rank: LockRank { .workingSet }

  package var workingSet: WorkingSet
  package var vads: VadTree
  package let pageTables: UserPageTables

  init(machine: Machine, lastPage: UInt32) {
    workingSet = WorkingSet(
      machine: machine, list: SystemLayout.workingSetEntries, minimum: Self.defaultMinimum, maximum: Self.defaultMaximum)
    vads = VadTree(machine: machine, lowest: Self.lowestPage, highest: lastPage)
    pageTables = UserPageTables(machine: machine)
  }

  /// NT: MM_LOWEST_USER_ADDRESS; what lies below is given only to those who ask for it by address.
  private static var lowestPage: UInt32 { 0x10 }
  /// NT: PsMinimumWorkingSet
  package static var defaultMinimum: UInt32 { 50 }
  /// NT: PsMaximumWorkingSet
  package static var defaultMaximum: UInt32 { 345 }
}
