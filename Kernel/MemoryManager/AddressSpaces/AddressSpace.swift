import Machine

/// One process's own half of the memory manager: a handle to its nouns, which lie in nonpaged memory that the process object owns.
/// NT: the Mm part of EPROCESS
///
/// Its page tables, and with them almost everything else, can be reached only while its page directory is in force: whoever acts on it
/// is a thread of the process, or attached to it. While the process is out the directory is nowhere: it has to come in first.
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

  /// The pages that every process has, and that all its others are found through.
  struct Frames {
    /// The page directory: what CR3 holds. NT: DirectoryTableBase
    let directory: PageFrameNumber
    /// Hyperspace's page table.
    let hyperspaceTable: PageFrameNumber
    /// The first page of the working set list. NT: WorkingSetPage
    let workingSetPage: PageFrameNumber

    static var count: UInt32 { 3 }
    static var none: Frames { Frames(directory: .none, hyperspaceTable: .none, workingSetPage: .none) }
  }

  /// What is known of an address space wherever it is, and the links of the list of all.
  struct Identity {
    /// While it is in memory.
    var frames: Frames
    /// While it is out: three system PTEs that say where these pages are, in this order. Guarded, as `frames` are, by the lock of the list and by
    /// the trimming pass. NT: PageDirectoryPte
    var outswappedPages: PteAddress?
    /// The last byte of user space. NT: HighestUserAddress
    let highestAddress: VirtualAddress
    /// Guarded by the list's lock; 0 at the ends.
    var next: UInt
    var previous: UInt
  }
  @unsafe var identity: UnsafeMutablePointer<Identity> { unsafe UnsafeMutablePointer(bitPattern: state).unsafelyUnwrapped }

  /// In memory only.
  package var directory: PageFrameNumber { unsafe identity.pointee.frames.directory }
  /// Nothing of it is in use: nobody may go there. NT: ProcessOutOfMemory
  package var isOut: Bool { unsafe identity.pointee.outswappedPages != nil }
  package var highestAddress: VirtualAddress { unsafe identity.pointee.highestAddress }
  /// Held by whoever changes the layout of the address space in several steps, or the promises made to it. NT: AddressCreationLock
  package var creation: Locked<AddressCreation> { unsafe Locked(at: state &+ Place.creation) }
  /// What page faults look at. NT: WorkingSetLock
  package var memory: Locked<UserMemory> { unsafe Locked(at: state &+ Place.memory) }
}
