import Machine

extension MemoryManager {
  /// Takes over the machine: makes the kernel's page directory and goes over to it, then gives every frame of RAM a state.
  /// Nil if there is too little RAM. `state` holds `stateBytes`, aligned to 16. NT: MmInitSystem
  @unsafe package init?(machine: Machine, boot: BootInformation, state: UnsafeMutableRawPointer) {
    let tuning = Tuning(frames: boot.memory.frames, options: boot.options)
    guard boot.memory.frames >= Self.minimumFrames else { return nil }
    var builder = SystemSpaceBuilder(machine: machine, boot: boot, tuning: tuning)
    guard builder.build() else { return nil }

    var database = PfnDatabase(machine: machine, memory: boot.memory, lowThreshold: tuning.lowThreshold)
    database.build(boot, data: builder.data, usesLargePages: builder.usesLargePages)
    let inUse = boot.memory.frames - database.available
    var nonpaged = NonpagedPool(machine: machine)
    nonpaged.initial.grow(tuning.nonpagedPool)

    var place = unsafe Placement(at: state)
    self.init(
      machine: machine,
      pfnDatabase: place.put(database),
      hyperspace: place.put(Hyperspace(machine: machine)),
      commitment: place.put(Commitment(limit: boot.memory.frames - tuning.reserve, charged: inUse)),
      systemPtes: place.put(
        SystemPtes(
          machine: machine, start: SystemRegion.systemPtes.start, table: SystemLayout.systemPteRuns, limit: tuning.systemPtes)),
      nonpagedExpansion: place.put(
        SystemPtes(
          machine: machine, start: SystemRegion.nonpagedPoolExpansion.start, table: SystemLayout.nonpagedExpansionRuns,
          limit: tuning.nonpagedExpansion)),
      nonpagedPool: place.put(nonpaged),
      pagedPool: place.put(PagedPool(machine: machine, limit: tuning.pagedPool)),
      poolTags: place.put(PoolTags(machine: machine)),
      lookasides: unsafe Lookasides(at: place.take(Lookasides.bytes)),
      systemWorkingSet: place.put(WorkingSet(machine: machine, list: SystemRegion.systemWorkingSet.start)))
  }
}

/// Hands out room for nouns, one behind the other.
@safe private struct Placement {
  private var next: UnsafeMutableRawPointer

  @unsafe init(at place: UnsafeMutableRawPointer) { unsafe next = place }

  @unsafe mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    let place = unsafe next
    unsafe next += bytes
    return unsafe place
  }
  mutating func put<Noun: Guarded & ~Copyable>(_ noun: consuming Noun) -> Locked<Noun> {
    unsafe Locked(noun, at: take(Locked<Noun>.bytes))
  }
}
