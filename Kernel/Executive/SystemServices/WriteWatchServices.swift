#if os(none)
  import Machine
  import MemoryManager

  /// Addresses that are handed over at once; those of a process of its own lie on the kernel stack meanwhile.
  private let addressesAtOnce: UInt32 = 256
  private let resetFlag: UInt32 = 1

  /// What is wrong with a value is always STATUS_INVALID_PARAMETER: from version to version NT numbers the parameters differently.
  @c(NtGetWriteWatch) public func ntGetWriteWatch(
    _ process: UInt32, _ flags: UInt32, _ base: UInt32, _ size: UInt32, _ addresses: UInt32, _ count: UInt32, _ granularity: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      guard flags & ~resetFlag == 0 else { throw .invalidParameter }
      let region = try watchedRegion(base, size)
      let (count, granularity) = (UserDword(count), UserDword(granularity))
      let capacity = try count.probeForWrite()
      guard capacity > 0, capacity <= UInt32.max >> 2 else { throw .invalidParameter }
      let addresses = UserBuffer(addresses, bytes: capacity << 2)
      try addresses.probeForWrite(alignment: 4)
      try granularity.probeForWrite()
      let found = try getWriteWatch(process, region, resets: flags == resetFlag, addresses)
      count.handBack(found)
      granularity.handBack(pageSize)
      return .success
    }
  }

  @c(NtResetWriteWatch) public func ntResetWriteWatch(_ process: UInt32, _ base: UInt32, _ size: UInt32) -> UInt32 {
    service { () throws(Status) in
      let region = try watchedRegion(base, size)
      return try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space in
        restarting { () throws(Restart) in try memoryManager.resetWriteWatch(space, region) }
      }
    }
  }

  /// The region is not empty and lies where ranges can be.
  private func watchedRegion(_ base: UInt32, _ size: UInt32) throws(Status) -> MemoryRegion {
    let highest = MemoryManager.highestRangeAddress.raw
    guard base <= highest, size > 0, size <= highest - base + 1 else { throw .invalidParameter }
    return MemoryRegion(base: base, size: size)
  }

  /// In pieces of so many pages that what they can give has room here. Returns how many addresses there are in the caller's buffer.
  private func getWriteWatch(_ process: UInt32, _ region: MemoryRegion, resets: Bool, _ addresses: UserBuffer) throws(Status) -> UInt32 {
    try getWriteWatchPart(process, region, resets: false, capacity: 0) { _ in }
    let (capacity, end) = (addresses.bytes >> 2, region.base + (region.size - 1))
    var position = region.base & ~(pageSize - 1)
    var found: UInt32 = 0
    var part = InlineArray<256, UInt32>(repeating: 0)
    while found < capacity {
      let size = min(end - position + 1, addressesAtOnce << 12)
      var count: UInt32 = 0
      try getWriteWatchPart(
        process, MemoryRegion(base: position, size: size), resets: resets, capacity: min(addressesAtOnce, capacity - found)
      ) { page in
        part[Int(count)] = page.raw
        count += 1
      }
      for index in 0..<count { try addresses.dword(at: (found + index) << 2).write(part[Int(index)]) }
      found += count
      position += size
      if position > end { break }
    }
    return found
  }

  private func getWriteWatchPart(
    _ process: UInt32, _ region: MemoryRegion, resets: Bool, capacity: UInt32, _ body: (VirtualAddress) -> Void
  ) throws(Status) {
    let status = try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space in
      restarting { () throws(Restart) in try memoryManager.getWriteWatch(space, region, resets: resets, capacity: capacity, body) }
    }
    guard status.isSuccess else { throw status }
  }
#endif
