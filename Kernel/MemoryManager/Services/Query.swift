import Machine

/// What is known of the pages from an address on that are alike. NT: MEMORY_BASIC_INFORMATION, 28 bytes
package struct MemoryBasicInformation: Equatable {
  /// NT: State
  package enum State: UInt32, Sendable {
    case committed = 0x1000
    case reserved = 0x2000
    case free = 0x1_0000
  }
  package static var bytes: UInt32 { 28 }
  private static var privateMemory: UInt32 { 0x2_0000 }

  package var base: UInt32
  package var allocationBase: UInt32 = 0
  /// PAGE_ constants here and below; 0 if there is nothing to say.
  package var allocationProtect: UInt32 = 0
  /// In bytes.
  package var regionSize: UInt32
  package var state: State
  package var protect: UInt32
  /// NT: MEM_PRIVATE; 0 for free memory.
  package var type: UInt32 = 0

  init(free pages: ClosedRange<UInt32>) {
    base = pages.lowerBound << 12
    regionSize = pages.count32 << 12
    state = .free
    protect = 0x01
  }

  init(_ vad: Vad, pages: ClosedRange<UInt32>, committed protection: Protection?) {
    base = pages.lowerBound << 12
    allocationBase = vad.start << 12
    allocationProtect = vad.protection.win32
    regionSize = pages.count32 << 12
    state = protection == nil ? .reserved : .committed
    protect = protection?.win32 ?? 0
    type = Self.privateMemory
  }

  /// The last 64 KB of user space, which no one can have: read-only as a whole for the sake of the page that the system shares with all.
  init(aboveRanges page: UInt32, highest: VirtualAddress) {
    base = page << 12
    allocationBase = (highest.raw - MemoryManager.pagesAboveRanges << 12) + 1
    allocationProtect = 0x02
    regionSize = highest.raw + 1 - base
    state = .reserved
    protect = 0x01
    type = Self.privateMemory
  }
}

/// How the range that an address is in was reserved, whatever has been committed of it. NT: part of MEMORY_REGION_INFORMATION
package struct MemoryRegionInformation: Equatable {
  package let allocationBase: UInt32
  package let allocationProtect: UInt32
  package let regionSize: UInt32
}

extension MemoryManager {
  /// What the page at `address` and those behind it that are alike are; nil above the highest address of the process. NT: NtQueryVirtualMemory,
  /// MemoryBasicInformation
  package func queryVirtualMemory(_ space: AddressSpace, _ address: VirtualAddress) throws(Restart) -> MemoryBasicInformation? {
    guard address <= space.highestAddress else { return nil }
    let lastRangePage = space.highestAddress.page - Self.pagesAboveRanges
    guard address.page <= lastRangePage else { return MemoryBasicInformation(aboveRanges: address.page, highest: space.highestAddress) }
    return try space.memory.withLock { memory throws(Restart) in
      guard let vad = memory.vads.find(address.page) else {
        let next = memory.vads.firstAtOrAfter(address.page)
        return MemoryBasicInformation(free: address.page...(next?.start ?? lastRangePage + 1) - 1)
      }
      try requireTables(address.page...address.page)
      let protection = committedProtection(address.page, vad)
      let last = try lastAlike(address.page, protection, vad)
      return MemoryBasicInformation(vad, pages: address.page...last, committed: protection)
    }
  }

  /// Nil for an address in no range. NT: NtQueryVirtualMemory, MemoryRegionInformation
  package func queryRegion(_ space: AddressSpace, _ address: VirtualAddress) -> MemoryRegionInformation? {
    space.memory.withLock { memory in
      guard let vad = memory.vads.find(address.page) else { return nil }
      return MemoryRegionInformation(
        allocationBase: vad.firstAddress.raw, allocationProtect: vad.protection.win32, regionSize: vad.pageCount << 12)
    }
  }

  /// Nil for a page that is reserved only. NT: MiQueryAddressState
  private func committedProtection(_ page: UInt32, _ vad: Vad) -> Protection? {
    let address = VirtualAddress(page << 12)
    guard vad.kind != .largePages else { return vad.protection }
    guard machine[address.pde].isValid else { return vad.isCommitted ? vad.protection : nil }
    return isCommitted(machine[address.pte], vad) ? protection(of: address, vad) : nil
  }

  /// Stretches without a page table are passed over 4 MB at a time.
  private func lastAlike(_ page: UInt32, _ protection: Protection?, _ vad: Vad) throws(Restart) -> UInt32 {
    if vad.kind == .largePages { return vad.end }
    let untouched = vad.isCommitted ? vad.protection : nil
    var page = page
    while page < vad.end {
      let next = page + 1
      try requireTables(next...next)
      if machine[VirtualAddress(next << 12).pde].isValid {
        guard committedProtection(next, vad) == protection else { return page }
        page = next
      } else {
        guard untouched == protection else { return page }
        page = min(vad.end, next | (pagesPerTable - 1))
      }
    }
    return page
  }
}
