import Machine

/// Page tables of processes that name no page in memory leave it themselves: their entries in the page directory are then as those of any page.
extension MemoryManager {
  /// Every page table there is that maps some of `pages` is in memory from now on, as long as the lock of the working set is held.
  /// True if there are all of them. NT: MiMakePdeExistAndMakeValid
  @inline(__always) @discardableResult
  func requireTables(_ pages: ClosedRange<UInt32>) throws(Restart) -> Bool {
    let (first, last) = (VirtualAddress(pages.lowerBound << 12).pde, VirtualAddress(pages.upperBound << 12).pde)
    if first == last && machine[first].isValid { return true }
    return try requireTables(from: first, through: last)
  }

  @inline(never)
  private func requireTables(from first: PteAddress, through last: PteAddress) throws(Restart) -> Bool {
    var (place, areAllThere) = (first, true)
    while true {
      let pde = machine[place]
      if !pde.isValid {
        if pde == .zero { areAllThere = false } else { try bringInTable(place) }
      }
      if place == last { return areAllThere }
      place = place + 1
    }
  }

  /// The entry at `place` names a page table on a list, being read, or in a page file.
  @inline(never)
  func bringInTable(_ place: PteAddress) throws(Restart) {
    let out = pfnDatabase.withLock { database -> FaultResolution? in
      switch machine[place].state {
      case .transition(let frame, _): return database.reactivateTable(frame, at: place)
      case .pageFile: return database.beginPageIn(place, priority: 5).map { .pageIn($0) } ?? .noPage
      case .valid, .unknown, .demandZero, .prototype: Stop.memoryManagement.now(0x41790, place.raw, machine[place].raw)
      }
    }
    if let out { throw Restart(out) }
  }

  /// The process ends, and one of its page tables cannot be read: the first that is out is given up, and with it the slots that it names. As they can
  /// hold nothing any more, that much less can be promised: as many pages as the table had entries, for which of them named a slot nobody knows.
  package func abandonTable(_ space: AddressSpace) {
    space.memory.withLock { memory in
      for table in 0...space.highestAddress.raw >> 22 {
        let address = VirtualAddress(table << 22)
        guard !machine[address.pde].isValid, machine[address.pde] != .zero else { continue }
        let used = memory.pageTables.used(address)
        pfnDatabase.withLock { $0.abandonTable(at: address.pde, used: used) }
        commitment.withLock { $0.lowerLimit(by: used) }
        memory.pageTables.addUsed(address, 0 &- used)
        return
      }
    }
  }

  /// Takes the page tables that name no page in memory, and that were not used since the last call (or any, if `all`), out of the address space, which is
  /// in force; returns how many.
  package func trimPageTables(_ space: AddressSpace, all: Bool) -> UInt32 {
    space.memory.withLock { _ in
      var count: UInt32 = 0
      for table in 0...space.highestAddress.raw >> 22 {
        let place = VirtualAddress(table << 22).pde
        let pde = machine[place]
        guard pde.isValid, !pde.isLarge else { continue }
        if all || !pde.isAccessed {
          if pfnDatabase.withLock({ $0.trimTable(at: place) }) { count += 1 }
        } else {
          machine[place] = pde.notAccessed
          machine.invalidate(place.table.asVirtual)
        }
      }
      return count
    }
  }
}

extension PfnDatabase {
  /// Nil if the page table is there again. It counts as modified as long as it is in use: the processor does not say when it writes to it.
  fileprivate mutating func reactivateTable(_ frame: PageFrameNumber, at place: PteAddress) -> FaultResolution? {
    let entry = entry(frame)
    if entry.state.isReading { return .collided(join(entry)) }
    reactivate(frame)
    noteModified(frame)
    machine[place] = .userTable(frame)
    machine.invalidate(place.table.asVirtual)
    return nil
  }

  fileprivate mutating func abandonTable(at place: PteAddress, used: UInt32) {
    if case .transition(let frame, _) = machine[place].state { deleteTransition(frame) } else { pageFiles.release(machine[place]) }
    pageFiles.lost += used
    machine[place] = .zero
  }

  /// False if an entry of the table names a page in memory: that page's frame knows its table by its frame.
  fileprivate mutating func trimTable(at place: PteAddress) -> Bool {
    let frame = machine[place].frame
    guard entry(frame).shareCount == 1 else { return false }
    machine[place] = .transition(frame, .readWrite)
    machine.invalidate(place.table.asVirtual)
    setPriority(frame, 5)
    decrementShareCount(frame)
    return true
  }
}
