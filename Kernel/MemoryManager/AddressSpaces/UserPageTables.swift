import Machine

/// How many entries of each page table of user space are in use, and for which tables the process has been charged. In the process's own
/// hyperspace: only while its directory is in force. NT: UsedPageTableEntries and CommittedPageTables of MMWSL
package struct UserPageTables {
  private let machine: Machine
  private static var tables: UInt32 { 768 }

  init(machine: Machine) { self.machine = machine }

  // MARK: Entries in use

  private func place(_ address: VirtualAddress) -> VirtualAddress { SystemLayout.workingSetList + (address.raw >> 22) << 1 }

  /// Entries of the table that maps `address` that are not zero.
  package func used(_ address: VirtualAddress) -> UInt32 { UInt32(machine.load16(place(address))) }
  /// So many more are not zero, or fewer: it wraps.
  @inline(__always)
  func addUsed(_ address: VirtualAddress, _ count: UInt32 = 1) {
    machine.store16(place(address), machine.load16(place(address)) &+ UInt16(truncatingIfNeeded: count))
  }

  // MARK: Charges

  private static var bitmap: VirtualAddress { SystemLayout.workingSetList + tables << 1 }
  private func word(_ table: UInt32) -> VirtualAddress { Self.bitmap + (table >> 5) << 2 }

  package func isCharged(_ table: UInt32) -> Bool { machine.load32(word(table)) >> (table & 31) & 1 != 0 }
  private func setCharged(_ table: UInt32, _ isCharged: Bool) {
    let bit: UInt32 = 1 << (table & 31)
    let old = machine.load32(word(table))
    machine.store32(word(table), isCharged ? old | bit : old & ~bit)
  }

  /// Tables that map some of the pages and that the process has not been charged for.
  @inline(__always)
  func uncharged(_ pages: ClosedRange<UInt32>) -> UInt32 {
    var count: UInt32 = 0
    for table in pages.lowerBound >> 10...pages.upperBound >> 10 where !isCharged(table) { count += 1 }
    return count
  }
  /// The process has been charged for all of them.
  @inline(__always)
  func markCharged(_ pages: ClosedRange<UInt32>) {
    for table in pages.lowerBound >> 10...pages.upperBound >> 10 { setCharged(table, true) }
  }
  /// Forgets the charges of the tables that map some of `pages`, which are in no range any more, but none of `before` and `after`, the ranges next
  /// to them, of which either may be none; returns how many there were. The tables are gone. NT: MiReturnPageTablePageCommitment
  @inline(__always)
  func returnCharges(_ pages: ClosedRange<UInt32>, between before: Vad, _ after: Vad) -> UInt32 {
    var (table, end, count) = (pages.lowerBound >> 10, pages.upperBound >> 10 + 1, UInt32(0))
    if !before.isNone && before.end >> 10 == table { table += 1 }
    if !after.isNone && after.start >> 10 == end - 1 { end -= 1 }
    while table < end {
      if isCharged(table) {
        setCharged(table, false)
        count += 1
      }
      table += 1
    }
    return count
  }
  package var charges: UInt32 {
    var count: UInt32 = 0
    for table in 0..<Self.tables where isCharged(table) { count += 1 }
    return count
  }
}

extension MemoryManager {
  /// The page table that maps `address` is there, or is made, out of what the process has been charged. NT: MiDoesPdeExistAndMakeValid
  @inline(__always)
  func makeUserPageTable(_ address: VirtualAddress) throws(Restart) { if !machine[address.pde].isValid { try addUserPageTable(address) } }

  @inline(never)
  private func addUserPageTable(_ address: VirtualAddress) throws(Restart) {
    guard machine[address.pde] == .zero else { return try bringInTable(address.pde) }
    let taken = pfnDatabase.withLock { database -> PfnDatabase.Taken? in
      guard let taken = database.removeZeroedPageForFault() else { return nil }
      database.initialize(taken.frame, pte: address.pde, original: .demandZero(.readWrite), isModified: true)
      return taken
    }
    guard let taken else { throw Restart(.noPage) }
    if !taken.isZeroed { hyperspace.withLock { $0.zero(taken.frame) } }
    machine[address.pde] = .userTable(taken.frame)
    machine.invalidate(address.pte.asVirtual)
  }

  /// Frees the page table that maps `address`: no entry of it is in use, so that it is a page of zeroes. NT: MiDeletePte of a page table page
  func deleteUserPageTable(_ address: VirtualAddress) {
    let old = machine[address.pde]
    machine[address.pde] = .zero
    machine.invalidate(address.pte.asVirtual)
    pfnDatabase.withLock { $0.deleteZeroed(old.frame) }
  }
}
