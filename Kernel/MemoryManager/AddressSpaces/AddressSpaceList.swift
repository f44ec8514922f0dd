import Machine

/// Every address space, oldest first: who has to be told of new page tables of the system, and whom the working set manager visits.
/// NT: MmProcessList, MmWorkingSetExpansionHead
package struct AddressSpaceList: ~Copyable, Guarded {
  package static var rank: LockRank { .addressSpaces }
  /// The system process's page directory. NT: MmSystemPageDirectory
  package let systemDirectory: PageFrameNumber
  package private(set) var first: AddressSpace?
  private var last: AddressSpace?
  package private(set) var count: UInt32 = 0
  /// What the processes that have ended had counted. NT: MmInfoCounters
  package var ended = FaultCounters()

  init(systemDirectory: PageFrameNumber) { self.systemDirectory = systemDirectory }

  package func next(_ space: AddressSpace) -> AddressSpace? { Self.space(unsafe space.identity.pointee.next) }

  private static func space(_ state: UInt) -> AddressSpace? { state == 0 ? nil : unsafe AddressSpace(at: state) }

  mutating func append(_ space: AddressSpace) {
    unsafe space.identity.pointee.next = 0
    unsafe space.identity.pointee.previous = last?.state ?? 0
    if let last { unsafe last.identity.pointee.next = space.state } else { first = space }
    last = space
    count += 1
  }

  mutating func remove(_ space: AddressSpace) {
    let next = next(space)
    let previous = Self.space(unsafe space.identity.pointee.previous)
    if let previous { unsafe previous.identity.pointee.next = next?.state ?? 0 } else { first = next }
    if let next { unsafe next.identity.pointee.previous = previous?.state ?? 0 } else { last = previous }
    count -= 1
  }
}

/// Who trims: so that no address space goes away while it is being looked at. NT: MmWorkingSetManager runs in one thread alone
package struct TrimmingPass: ~Copyable, Guarded {
  package static var rank: LockRank { .trimming }
}
