import Machine

/// One process's own half of the memory manager: a handle to its nouns, which lie in nonpaged memory that the process object owns.
/// NT: the Mm part of EPROCESS
///
/// Its page tables, and with them almost everything else, can be reached only while its page directory is in force: whoever acts on it
/// is a thread of the process, or attached to it.
package struct AddressSpace: Equatable, Sendable {
  let state: UInt

  /// The address space whose nouns are, or will be, at `state`, which holds `bytes`, is aligned to 16 and is not moved.
  @unsafe package init(at state: UInt) { self.state = state }

  /// Room for the nouns.
  package static var bytes: Int { Int(Place.memory) + Locked<UserMemory>.bytes }
  private enum Place {
    static var creation: UInt { UInt(MemoryLayout<Identity>.size + 15) & ~15 }
    static var memory: UInt { creation + UInt(Locked<AddressCreation>.bytes) }
  }

  /// What does not change while the address space exists, and the links of the list of all.
  struct Identity {
    /// The frame of the page directory: what CR3 holds. NT: DirectoryTableBase
    var directory: PageFrameNumber
    /// The frame of hyperspace's page table.
    var hyperspaceTable: PageFrameNumber
    /// The frame of the first page of the working set list.
    var workingSetPage: PageFrameNumber
    /// The last byte of user space. NT: HighestUserAddress
    var highestAddress: VirtualAddress
    /// Guarded by the list's lock; 0 at the ends.
    var next: UInt
    var previous: UInt
  }
  @unsafe var identity: UnsafeMutablePointer<Identity> { unsafe UnsafeMutablePointer(bitPattern: state).unsafelyUnwrapped }

  package var directory: PageFrameNumber { unsafe identity.pointee.directory }
  package var highestAddress: VirtualAddress { unsafe identity.pointee.highestAddress }
  /// Held by whoever changes the layout of the address space in several steps, or the promises made to it. NT: AddressCreationLock
  package var creation: Locked<AddressCreation> { unsafe Locked(at: state &+ Place.creation) }
  /// What page faults look at. NT: WorkingSetLock
  package var memory: Locked<UserMemory> { unsafe Locked(at: state &+ Place.memory) }
}
