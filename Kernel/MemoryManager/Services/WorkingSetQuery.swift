import Machine

extension MemoryManager {
  /// Calls `body` with each resident page of the process, in the order of the working set list: page number, protection (5 bits), share count.
  /// The format is NT's: bits 0-4 protection, 5-7 share count, 8 shared, 12-31 page number. Returns how many pages there are; `body` is called
  /// for the first `capacity` only. NT: NtQueryVirtualMemory, MemoryWorkingSetInformation
  package func workingSetList(_ space: AddressSpace, capacity: UInt32, _ body: (UInt32) -> Void) -> UInt32 {
    space.memory.withLock { memory in
      var left = capacity
      for index in 0..<memory.workingSet.capacity where left > 0 && memory.workingSet[index].isValid {
        body(workingSetWord(memory.workingSet[index].address))
        left -= 1
      }
      return memory.workingSet.size
    }
  }

  private func workingSetWord(_ address: VirtualAddress) -> UInt32 {
    let frame = machine[address.pte].frame
    let protection = pfnDatabase.withLock { $0.entry(frame).original.softwareProtection }
    return address.raw | protection.raw
  }

  /// What is known of one page: bit 0 resident, 1-3 share count, 4-14 protection (PAGE_ constant), 15 shared, 22 locked, 23 large page; 0 if it
  /// is not resident. NT: MEMORY_WORKING_SET_EX_BLOCK
  package func workingSetAttributes(_ space: AddressSpace, _ address: VirtualAddress) -> UInt32 {
    guard address <= space.highestAddress else { return 0 }
    return space.memory.withLock { memory in
      let pde = machine[address.pde]
      guard pde.isValid else { return 0 }
      if pde.isLarge { return 1 | (memory.vads.find(address.page)?.protection.win32 ?? 0) << 4 | 1 << 22 | 1 << 23 }
      let pte = machine[address.pte]
      guard pte.isValid else { return 0 }
      let (protection, index) = pfnDatabase.withLock { ($0.entry(pte.frame).original.softwareProtection, $0.entry(pte.frame).workingSetIndex) }
      let isLocked = memory.workingSet[index].isLocked
      return 1 | protection.win32 << 4 | (isLocked ? 1 << 22 : 0)
    }
  }
}
