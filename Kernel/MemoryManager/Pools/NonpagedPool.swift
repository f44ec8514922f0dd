import Machine

/// The pool whose pages are always there: an initial stretch behind the PFN database, then the expansion area. NT: NonPagedPoolDescriptor
package struct NonpagedPool: ~Copyable, Guarded {
  package static var rank: LockRank { .nonpagedPool }
  /// Index of the first page of the expansion area; the initial stretch ends one before, so that no run spans both.
  package static var firstExpansion: UInt32 { 16384 }
  /// The most pages that the expansion area may have: indices are 16 bits.
  package static var expansionLimit: UInt32 { 49_000 }

  package var pool: Pool
  /// The pages of the initial stretch.
  package var initial: PageRuns

  package init(machine: Machine) {
    pool = Pool(machine: machine, type: .nonpaged, table: SystemLayout.nonpagedPoolPages)
    initial = PageRuns(machine: machine, table: SystemLayout.nonpagedPoolRuns)
  }

  package static func address(_ index: UInt32) -> VirtualAddress {
    index < firstExpansion
      ? SystemLayout.nonpagedPool + index << 12 : SystemRegion.nonpagedPoolExpansion.start + (index - firstExpansion) << 12
  }
  /// The index of the page that `address`, which is in nonpaged pool, lies in.
  package static func index(_ address: VirtualAddress) -> UInt32 {
    address < SystemLayout.nonpagedPoolEnd
      ? (address - SystemLayout.nonpagedPool) >> 12 : (address - SystemRegion.nonpagedPoolExpansion.start) >> 12 + firstExpansion
  }
}
