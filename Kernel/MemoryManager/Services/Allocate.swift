import Machine

extension MemoryManager {
  /// Reserves, commits or resets memory of `space`, which is in force; `region` becomes what was done, in whole pages. NT: NtAllocateVirtualMemory
  ///
  /// The cost of reserving, and of committing what is reserved by the same call, does not depend on the size: O(log n) in the number of ranges.
  /// Committing or resetting a part of a reservation looks at each of its pages.
  package func allocateVirtualMemory(_ space: AddressSpace, _ options: AllocationOptions, _ region: inout MemoryRegion) throws(Restart) -> Status {
    try space.creation.withLock { creation throws(Restart) in
      guard !creation.isDeleted else { return .processIsTerminating }
      if options.reserves(at: region.base) { return reserve(space, options, &region, &creation) }
      guard !options.usesLargePages else { return .invalidParameter5 }
      let pages = region.pages
      let status = try options.resets ? reset(region, space) : commit(pages, options.protection, space, &creation)
      if status.isSuccess { region = MemoryRegion(pages: pages) }
      return status
    }
  }

  private func reserve(
    _ space: AddressSpace, _ options: AllocationOptions, _ region: inout MemoryRegion, _ creation: inout AddressCreation
  ) -> Status {
    // There is nothing to copy from.
    guard !options.protection.isCopyOnWrite else { return .invalidPageProtection }
    if options.usesLargePages { return reserveLargePages(space, options, &region, &creation) }
    guard let vad = allocateVad(watched: options.watchesWrites ? region.pages.count32 + 16 : 0, &creation) else { return .insufficientResources }
    let status = space.memory.withLock { memory -> Status in
      let (pages, behind, refusal) = place(region, options, space, &memory)
      if let refusal { return refusal }
      let tables = options.commits ? memory.pageTables.uncharged(pages) : 0
      let status = chargeCommitment(options.commits ? pages.count32 + tables : 0, resident: tables, &creation)
      guard status == .success else { return status }
      if options.commits { memory.pageTables.markCharged(pages) }
      describe(vad, pages, options)
      memory.vads.insert(vad, before: behind)
      creation.note(addedPages: pages.count32)
      region = MemoryRegion(pages: pages)
      return .success
    }
    if !status.isSuccess { freeVad(vad, &creation) }
    return status
  }

  @inline(__always)
  private func describe(_ vad: Vad, _ pages: ClosedRange<UInt32>, _ options: AllocationOptions) {
    vad.initialize(
      start: pages.lowerBound, end: pages.upperBound, protection: options.protection, isCommitted: options.commits,
      kind: options.watchesWrites ? .writeWatch : options.isAddressWindow ? .addressWindowing : .none, charge: options.commits ? pages.count32 : 0)
  }

  /// Where the pages go: where the program says, in multiples of 64 KB, or else where there is room; and the range that is behind them then, or
  /// none. Or why they cannot.
  @inline(__always)
  func place(
    _ region: MemoryRegion, _ options: AllocationOptions, _ space: AddressSpace, _ memory: inout UserMemory, alignment: UInt32 = 16
  ) -> (pages: ClosedRange<UInt32>, behind: Vad, refusal: Status?) {
    let none = Vad.none(machine)
    if region.base != 0 {
      let pages = (region.base & ~(alignment << 12 - 1)) >> 12...region.pages.upperBound
      guard pages.upperBound <= space.highestAddress.page - Self.pagesAboveRanges else { return (0...0, none, .invalidParameter2) }
      let behind = memory.vads.root.firstAtOrAfter(pages.lowerBound)
      guard behind.isNone || behind.start > pages.upperBound else { return (0...0, none, .conflictingAddresses) }
      return (pages, behind, nil)
    }
    let count = (region.size - 1) >> 12 + 1
    // A stretch this much longer holds an aligned one.
    let room = count + alignment - 16
    let limit = min(options.limit >> 12, memory.vads.highest)
    let gap = options.isTopDown ? memory.vads.highestGap(pages: room, below: limit) : memory.vads.lowestGap(pages: room, below: limit)
    guard let gap else { return (0...0, none, .noMemory) }
    let start = options.isTopDown ? (gap.start + room - count) & ~(alignment - 1) : (gap.start + alignment - 1) & ~(alignment - 1)
    return (start...start + count - 1, gap.behind, nil)
  }

  // MARK: The memory of a range's description

  /// A node, and if `watched` pages are to be watched a bitmap for them, all clear; nil if there is no pool. `initialize` says where it is.
  @inline(__always)
  func allocateVad(watched: UInt32 = 0, _ creation: inout AddressCreation) -> Vad? {
    guard let address = creation.takeSpare() ?? allocateVadBlock() else { return nil }
    let vad = Vad(machine, address)
    // `freeVad` must know what belongs to it, whatever the block held.
    vad.clear()
    guard watched == 0 || addWriteWatch(vad, watched) else {
      freeVad(vad, &creation)
      return nil
    }
    return vad
  }

  @inline(never)
  private func allocateVadBlock() -> VirtualAddress? {
    guard case .block(let address) = allocatePool(.nonpaged, bytes: Vad.bytes, tag: .shortVad) else { return nil }
    return address
  }

  @inline(never)
  private func addWriteWatch(_ vad: Vad, _ watched: UInt32) -> Bool {
    let bytes = ((watched + 31) >> 5) << 2
    guard case .block(let bitmap) = allocatePool(.nonpaged, bytes: bytes, tag: .writeWatch) else { return false }
    machine.zero(bitmap, bytes: bytes)
    vad.kind = .writeWatch
    vad.writeWatchBitmap = bitmap
    return true
  }

  @inline(__always)
  func freeVad(_ vad: Vad, _ creation: inout AddressCreation) {
    if vad.kind == .writeWatch { freeWriteWatch(vad) }
    if !creation.keepSpare(vad.address) { freeVadBlock(vad.address) }
  }

  @inline(never)
  private func freeWriteWatch(_ vad: Vad) { _ = freePool(vad.writeWatchBitmap, tag: .writeWatch) }

  /// The node that was kept goes back to the pool too.
  func freeSpareVad(_ creation: inout AddressCreation) { if let address = creation.takeSpare() { freeVadBlock(address) } }

  @inline(never)
  private func freeVadBlock(_ address: VirtualAddress) { _ = freePool(address, tag: .shortVad) }
}

extension PoolTag {
  /// NT: 'VadS', a private range.
  static var shortVad: PoolTag { PoolTag(raw: 0x5364_6156) }
  /// NT: 'Wrws', the bitmap of a range whose writes are watched.
  static var writeWatch: PoolTag { PoolTag(raw: 0x7377_7257) }
}

extension ClosedRange<UInt32> {
  /// Of all numbers there are 0.
  @inline(__always)
  var count32: UInt32 { upperBound &- lowerBound &+ 1 }
}
