import Machine

extension MemoryManager {
  /// Takes over the machine: makes the kernel's page directory and goes over to it, then gives every frame of RAM a state.
  /// False if there is too little RAM. NT: MmInitSystem
  package func initialize(_ boot: BootInformation) -> Bool {
    let tuning = Tuning(frames: boot.memory.frames, options: boot.options)
    guard boot.memory.frames >= Self.minimumFrames else { return false }
    var builder = SystemSpaceBuilder(machine: machine, boot: boot, tuning: tuning)
    guard builder.build() else { return false }
    placePfnDatabase(boot, builder, tuning)
    placeSystemSpace(tuning)
    placePools(tuning)
    return true
  }

  private func placePfnDatabase(_ boot: BootInformation, _ builder: SystemSpaceBuilder, _ tuning: Tuning) {
    pfnDatabase.place(PfnDatabase(machine: machine, memory: boot.memory, lowThreshold: tuning.lowThreshold, faultReserve: tuning.faultReserve))
    let inUse = pfnDatabase.withLock { database in
      database.build(boot, data: builder.data, usesLargePages: builder.usesLargePages)
      return database.memory.frames - database.available
    }
    hyperspace.place(Hyperspace(machine: machine))
    let limit = boot.memory.frames - tuning.reserve
    commitment.place(
      Commitment(limit: limit, residentLimit: limit - Tuning.fluidPages, growthReserve: tuning.growthReserve, charged: inUse))
  }

  private func placeSystemSpace(_ tuning: Tuning) {
    systemPtes.place(
      SystemPtes(machine: machine, start: SystemRegion.systemPtes.start, table: SystemLayout.systemPteRuns, limit: tuning.systemPtes))
    nonpagedExpansion.place(
      SystemPtes(
        machine: machine, start: SystemRegion.nonpagedPoolExpansion.start, table: SystemLayout.nonpagedExpansionRuns,
        limit: tuning.nonpagedExpansion))
    addressSpaces.place(AddressSpaceList(systemDirectory: machine.directory))
    trimmingPass.place(TrimmingPass())
    // A minimum that it never has more than keeps it whole.
    systemWorkingSet.place(
      WorkingSet(machine: machine, list: SystemRegion.systemWorkingSet.start, minimum: tuning.keepsExecutiveResident ? .max : 0))
  }

  private func placePools(_ tuning: Tuning) {
    nonpagedPool.place(NonpagedPool(machine: machine))
    nonpagedPool.withLock { $0.initial.grow(tuning.nonpagedPool) }
    pagedPool.place(PagedPool(machine: machine, limit: tuning.pagedPool))
    poolTags.place(PoolTags(machine: machine))
    lookasides.place()
  }
}
