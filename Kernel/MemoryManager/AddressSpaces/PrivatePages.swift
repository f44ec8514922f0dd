import Machine

extension MemoryManager {
  /// Pages that the process has and shares with no one, be they in its working set, on their way out or paged out; the process is in force. They
  /// are counted table by table; a table that is out is not brought in for it, and each of its entries counts. NT: NumberOfPrivatePages
  package func privatePages(_ space: AddressSpace) -> UInt32 {
    space.memory.withLock { memory in
      var sum: UInt32 = 0
      for table in 0...space.highestAddress.raw >> 22 {
        let first = VirtualAddress(table << 22)
        let pde = machine[first.pde]
        if pde.isValid {
          sum += pde.isLarge ? pagesPerTable : privatePages(inTableOf: first)
        } else if pde != .zero {
          sum += memory.pageTables.used(first)
        }
      }
      return sum
    }
  }

  private func privatePages(inTableOf first: VirtualAddress) -> UInt32 {
    var count: UInt32 = 0
    for page in 0..<pagesPerTable {
      switch machine[(first + page << 12).pte].state {
      case .valid, .transition, .pageFile: count += 1
      case .unknown, .prototype, .demandZero: break
      }
    }
    return count
  }
}
