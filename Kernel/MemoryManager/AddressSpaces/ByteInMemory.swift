import Machine

extension MemoryManager {
  /// The byte at an address whose page is in memory, even if it has left its working set; nil if a touch would need more than a look, as when the page is
  /// being read: its frame still has another page's bytes. The page stays where it is.
  package func byteInMemory(_ address: VirtualAddress) -> UInt8? {
    guard !isAddressValid(address) else { return machine.load8(address) }
    guard machine[address.pde].isValid else { return nil }
    // A page that nobody uses goes to another owner under this lock only.
    return pfnDatabase.withLock { database in
      guard case .transition(let frame, _) = machine[address.pte].state, !database.entry(frame).state.isReading else { return nil }
      let dword = hyperspace.withLock { $0.load32(frame, offset: address.raw & (pageSize - 4)) }
      return UInt8(truncatingIfNeeded: dword >> (8 * (address.raw & 3)))
    }
  }
}
