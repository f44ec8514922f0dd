import Machine

/// The memory manager: its nouns, each behind its lock. What it does is in the extensions, by NT concept.
///
/// All of it is reentrant: no method changes the manager itself, and every noun is reached through its lock only.
package struct MemoryManager: Sendable {
  package let machine: Machine
  package let pfnDatabase: Locked<PfnDatabase>
  package let hyperspace: Locked<Hyperspace>
  package let commitment: Locked<Commitment>
  package let systemPtes: Locked<SystemPtes>
  /// The expansion area of nonpaged pool, reserved as system PTEs are.
  package let nonpagedExpansion: Locked<SystemPtes>
  package let nonpagedPool: Locked<NonpagedPool>
  package let pagedPool: Locked<PagedPool>
  package let poolTags: Locked<PoolTags>
  package let lookasides: Lookasides
  package let systemWorkingSet: Locked<WorkingSet>
}

extension MemoryManager {
  /// Room for all nouns.
  package static var stateBytes: Int {
    Locked<PfnDatabase>.bytes + Locked<Hyperspace>.bytes + Locked<Commitment>.bytes + 2 * Locked<SystemPtes>.bytes
      + Locked<NonpagedPool>.bytes + Locked<PagedPool>.bytes + Locked<PoolTags>.bytes + Lookasides.bytes + Locked<WorkingSet>.bytes
  }

  /// The least RAM it can work with, in pages: what the smallest machine (4 MB) has besides firmware.
  package static var minimumFrames: UInt32 { 768 }

  /// A manager without nouns, standing in until the real one is made.
  package init(unplaced machine: Machine) {
    self.init(
      machine: machine, pfnDatabase: Locked(), hyperspace: Locked(), commitment: Locked(), systemPtes: Locked(), nonpagedExpansion: Locked(),
      nonpagedPool: Locked(), pagedPool: Locked(), poolTags: Locked(), lookasides: Lookasides(), systemWorkingSet: Locked())
  }
}
