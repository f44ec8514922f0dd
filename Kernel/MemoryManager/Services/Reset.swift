import Machine

extension MemoryManager {
  /// The program does not need what the whole pages of the region hold: as long as they are not written again they may become zeroes at any
  /// time instead of being kept. NT: MEM_RESET, MiResetVirtualMemory
  @inline(never)
  func reset(_ region: MemoryRegion, _ space: AddressSpace) throws(Restart) -> Status {
    try space.memory.withLock { memory throws(Restart) in
      let pages = region.pages
      guard let vad = memory.vads.find(pages.lowerBound), pages.upperBound <= vad.end, vad.isPaged else { return .conflictingAddresses }
      let first = (region.base + (pageSize - 1)) >> 12
      let end = (region.base + region.size) >> 12
      guard first < end else { return .success }
      try requireTables(first...end - 1)
      forEachTable(first...end - 1) { part, isPresent in
        guard isPresent else { return }
        for page in part { reset(VirtualAddress(page << 12), &memory) }
      }
      return .success
    }
  }

  private func reset(_ address: VirtualAddress, _ memory: inout UserMemory) {
    let pte = machine[address.pte]
    switch pte.state {
    case .valid(let frame):
      captureWriteWatch(address, &memory)
      machine[address.pte] = pte.notDirty
      machine.invalidate(address)
      pfnDatabase.withLock { database in
        // Of what was written before the last time a page file may have something still.
        if pte.isDirty { database.noteModified(frame) }
        database.forgetModified(frame)
      }
    case .transition:
      pfnDatabase.withLock { database in
        // From here on nobody takes the frame away.
        if case .transition(let frame, _) = machine[address.pte].state { database.forgetModified(frame) }
      }
    case .pageFile(_, _, let protection):
      pfnDatabase.withLock { $0.pageFiles.release(pte) }
      machine[address.pte] = .demandZero(protection)
    case .unknown, .demandZero, .prototype: break
    }
  }
}
