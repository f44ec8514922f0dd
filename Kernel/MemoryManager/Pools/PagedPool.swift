import Machine

/// The pool whose pages come with the first touch and go when no one uses them. NT: PagedPoolDescriptor, MM_PAGED_POOL_INFO
package struct PagedPool: ~Copyable, Guarded {
  package static var rank: LockRank { .pagedPool }
  package var pool: Pool
  package var runs: PageRuns
  /// The most pages it may have. NT: MmSizeOfPagedPoolInBytes
  package let limit: UInt32

  package init(machine: Machine, limit: UInt32) {
    pool = Pool(machine: machine, type: .paged, table: SystemLayout.pagedPoolPages)
    runs = PageRuns(machine: machine, table: SystemLayout.pagedPoolRuns)
    self.limit = limit
  }

  package static func address(_ index: UInt32) -> VirtualAddress { SystemRegion.pagedPool.start + index << 12 }
  package static func index(_ address: VirtualAddress) -> UInt32 { (address - SystemRegion.pagedPool.start) >> 12 }
}
