#if os(none)
  import Machine
  import MemoryManager

  /// The stack of a thread in ring 3: 1 MB of which the top is committed, and a guard page below that moves down as the stack grows.
  /// NT: INITIAL_TEB, and BaseCreateStack of its user part
  package struct UserStack: Equatable, Sendable {
    package static let bytes: UInt32 = 1 << 20
    private static let committedBytes: UInt32 = 2 * pageSize

    /// Just above the highest byte.
    package let base: VirtualAddress
    /// The lowest byte that was reserved. NT: DeallocationStack
    package var limit: VirtualAddress { VirtualAddress(base.raw - Self.bytes) }

    /// A new stack in `space`, which is in force.
    init(in space: AddressSpace) throws(Status) {
      var region = MemoryRegion(base: 0, size: Self.bytes)
      try space.allocate(.reserve, &region)
      base = VirtualAddress(region.base + region.size)
      do throws(Status) {
        try space.allocate(.commit, from: VirtualAddress(base.raw - Self.committedBytes), bytes: Self.committedBytes)
        try space.allocate(.commitGuard, from: VirtualAddress(base.raw - Self.committedBytes - pageSize), bytes: pageSize)
      } catch {
        release(in: space)
        throw error
      }
    }

    func contains(_ address: VirtualAddress) -> Bool { address - limit < Self.bytes }

    /// The guard page was touched and is a page of the stack now: the next one becomes the guard page. Throws STATUS_STACK_OVERFLOW when only
    /// one page is left, which then helps whoever handles that. NT: MiCheckForUserStackOverflow
    func grow(to touched: VirtualAddress, in space: AddressSpace) throws(Status) {
      let next = VirtualAddress(touched.pageBase.raw - pageSize)
      do throws(Status) {
        if next > limit + pageSize { return try space.allocate(.commitGuard, from: next, bytes: pageSize) }
        try space.allocate(.commit, from: limit + pageSize, bytes: pageSize)
      } catch {}
      throw .stackOverflow
    }

    func release(in space: AddressSpace) {
      var region = MemoryRegion(base: limit.raw, size: 0)
      _ = restarting(finishes: true) { () throws(Restart) in try memoryManager.freeVirtualMemory(space, .release, &region) }
    }
  }
#endif
