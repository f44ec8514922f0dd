import Machine

/// The memory manager: its nouns, each behind its lock. What it does is in the extensions, by NT concept.
///
/// All of it is reentrant: the value says only where the nouns are, and each is reached through its lock. On the target they are at a fixed
/// address, so that the value takes no room and a noun is reached without a load.
package struct MemoryManager: Sendable {
  package let machine: Machine
  #if os(none)
    private var state: UInt { UInt(SystemLayout.managerState.raw) }
  #else
    private let state: UInt
  #endif

  /// The manager whose nouns are, or will be, at `state`, which holds `stateBytes` and is aligned to 16; on the target at the fixed address.
  package init(machine: Machine, state: UInt) {
    self.machine = machine
    #if !os(none)
      self.state = state
    #endif
  }

  package var pfnDatabase: Locked<PfnDatabase> { unsafe Locked(at: state) }
  package var hyperspace: Locked<Hyperspace> { unsafe Locked(at: state &+ Place.hyperspace) }
  package var commitment: Locked<Commitment> { unsafe Locked(at: state &+ Place.commitment) }
  package var systemPtes: Locked<SystemPtes> { unsafe Locked(at: state &+ Place.systemPtes) }
  /// The expansion area of nonpaged pool, reserved as system PTEs are.
  package var nonpagedExpansion: Locked<SystemPtes> { unsafe Locked(at: state &+ Place.nonpagedExpansion) }
  package var nonpagedPool: Locked<NonpagedPool> { unsafe Locked(at: state &+ Place.nonpagedPool) }
  package var pagedPool: Locked<PagedPool> { unsafe Locked(at: state &+ Place.pagedPool) }
  package var poolTags: Locked<PoolTags> { unsafe Locked(at: state &+ Place.poolTags) }
  package var systemWorkingSet: Locked<WorkingSet> { unsafe Locked(at: state &+ Place.systemWorkingSet) }
  package var addressSpaces: Locked<AddressSpaceList> { unsafe Locked(at: state &+ Place.addressSpaces) }
  var trimmingPass: Locked<TrimmingPass> { unsafe Locked(at: state &+ Place.trimmingPass) }
  package var lookasides: Lookasides { unsafe Lookasides(at: state &+ Place.lookasides) }

  /// Room for all nouns.
  package static var stateBytes: Int { Int(Place.lookasides) + Lookasides.bytes }
  /// The least RAM it can work with, in pages: what the smallest machine (4 MB) has besides firmware.
  package static var minimumFrames: UInt32 { 768 }

  /// Where each noun is: one behind the other.
  private enum Place {
    static var hyperspace: UInt { UInt(Locked<PfnDatabase>.bytes) }
    static var commitment: UInt { hyperspace + UInt(Locked<Hyperspace>.bytes) }
    static var systemPtes: UInt { commitment + UInt(Locked<Commitment>.bytes) }
    static var nonpagedExpansion: UInt { systemPtes + UInt(Locked<SystemPtes>.bytes) }
    static var nonpagedPool: UInt { nonpagedExpansion + UInt(Locked<SystemPtes>.bytes) }
    static var pagedPool: UInt { nonpagedPool + UInt(Locked<NonpagedPool>.bytes) }
    static var poolTags: UInt { pagedPool + UInt(Locked<PagedPool>.bytes) }
    static var systemWorkingSet: UInt { poolTags + UInt(Locked<PoolTags>.bytes) }
    static var addressSpaces: UInt { systemWorkingSet + UInt(Locked<WorkingSet>.bytes) }
    static var trimmingPass: UInt { addressSpaces + UInt(Locked<AddressSpaceList>.bytes) }
    static var lookasides: UInt { trimmingPass + UInt(Locked<TrimmingPass>.bytes) }
  }
}
