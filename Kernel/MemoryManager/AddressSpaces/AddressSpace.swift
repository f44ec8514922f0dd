import Machine

/// One process's own half of the memory manager: a handle to its nouns, which lie in nonpaged memory that the process object owns.
/// NT: the Mm part of EPROCESS
///
/// Its page tables, and with them almost everything else, can be reached only while its page directory is in force: whoever acts on it
/// is a thread of the process, or attached to it.
package struct AddressSpace: Equatable, Sendable {
  let state: UInt

  /// Room for the nouns.
  package static var bytes: Int { 1024 }
  /// The address space whose nouns are, or will be, at `state`, which holds `bytes`, is aligned to 16 and is not moved.
  @unsafe package init(at state: UInt) { self.state = state }
}

extension MemoryManager {
  /// Makes an empty address space: a page directory that maps itself and shares the system's half, hyperspace and a working set list.
  /// Called from any context. NT: MmCreateProcessAddressSpace, MmInitializeProcessAddressSpace
  package func createAddressSpace(_ space: AddressSpace, isLargeAddressAware: Bool) -> Status { .noMemory }

  /// Frees everything below the system's half. The last thread of the process calls it, in its own address space.
  /// NT: MmCleanProcessAddressSpace
  package func cleanAddressSpace(_ space: AddressSpace) {}

  /// Frees the page directory and what else is left of a cleaned address space, from another one. NT: MmDeleteProcessAddressSpace
  package func deleteAddressSpace(_ space: AddressSpace) {}
}
