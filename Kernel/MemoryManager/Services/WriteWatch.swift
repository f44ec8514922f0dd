import Machine

/// Pages written to since they were allocated or reset. The processor's dirty bit says so while a page is resident; when it stops being resident
/// the range's bitmap remembers. NT: MEM_WRITE_WATCH, NtGetWriteWatch
extension MemoryManager {
  /// The page at `address` is about to leave the working set. NT: MiCaptureWriteWatchDirtyBit
  @inline(__always)
  func captureWriteWatch(_ address: VirtualAddress, _ memory: inout UserMemory) {
    guard machine[address.pte].isDirty, let vad = memory.vads.find(address.page), vad.kind == .writeWatch else { return }
    setWatched(vad, address.page, true)
  }

  /// The same of pages of one range that are about to be decommitted: that they were written to stays known.
  func captureWriteWatch(of pages: ClosedRange<UInt32>, _ vad: Vad) {
    guard vad.kind == .writeWatch else { return }
    forEachTable(pages) { part, isPresent in
      guard isPresent else { return }
      for page in part {
        let pte = machine[VirtualAddress(page << 12).pte]
        if pte.isValid && pte.isDirty { setWatched(vad, page, true) }
      }
    }
  }

  /// Calls `body` with the address of each page of the region that was written to, in ascending order, and forgets it if `resets`; ends after
  /// `capacity` pages. The region must lie in one range whose writes are watched: else `invalidParameter`. NT: NtGetWriteWatch
  package func getWriteWatch(
    _ space: AddressSpace, _ region: MemoryRegion, resets: Bool, capacity: UInt32, _ body: (VirtualAddress) -> Void
  ) throws(Restart) -> Status {
    try space.creation.withLock { _ throws(Restart) in
      try space.memory.withLock { memory throws(Restart) in
        guard let vad = watchedRange(region, &memory) else { return .invalidParameter }
        try requireTables(region.pages)
        var found: UInt32 = 0
        for page in region.pages where found < capacity && wasWritten(vad, page) {
          body(VirtualAddress(page << 12))
          if resets { forgetWrite(vad, page) }
          found += 1
        }
        return .success
      }
    }
  }

  /// NT: NtResetWriteWatch
  package func resetWriteWatch(_ space: AddressSpace, _ region: MemoryRegion) throws(Restart) -> Status {
    try space.creation.withLock { _ throws(Restart) in
      try space.memory.withLock { memory throws(Restart) in
        guard let vad = watchedRange(region, &memory) else { return .invalidParameter }
        try requireTables(region.pages)
        for page in region.pages { forgetWrite(vad, page) }
        return .success
      }
    }
  }

  private func watchedRange(_ region: MemoryRegion, _ memory: inout UserMemory) -> Vad? {
    guard let vad = memory.vads.find(region.base >> 12), vad.kind == .writeWatch, region.pages.upperBound <= vad.end else { return nil }
    return vad
  }

  private func wasWritten(_ vad: Vad, _ page: UInt32) -> Bool {
    let address = VirtualAddress(page << 12)
    if isWatched(vad, page) { return true }
    guard machine[address.pde].isValid else { return false }
    let pte = machine[address.pte]
    return pte.isValid && pte.isDirty
  }

  /// The next write will be seen. That the page's bytes are nowhere else its frame remembers.
  private func forgetWrite(_ vad: Vad, _ page: UInt32) {
    let address = VirtualAddress(page << 12)
    setWatched(vad, page, false)
    guard machine[address.pde].isValid else { return }
    let pte = machine[address.pte]
    guard pte.isValid && pte.isDirty else { return }
    machine[address.pte] = pte.notDirty
    machine.invalidate(address)
    pfnDatabase.withLock { $0.noteModified(pte.frame) }
  }

  // MARK: The bitmap

  private func bitmapWord(_ vad: Vad, _ page: UInt32) -> VirtualAddress { vad.writeWatchBitmap + ((page - vad.start) >> 5) << 2 }
  private func bitmapBit(_ vad: Vad, _ page: UInt32) -> UInt32 { 1 << ((page - vad.start) & 31) }
  private func isWatched(_ vad: Vad, _ page: UInt32) -> Bool { machine.load32(bitmapWord(vad, page)) & bitmapBit(vad, page) != 0 }
  private func setWatched(_ vad: Vad, _ page: UInt32, _ isWritten: Bool) {
    let (word, bit) = (bitmapWord(vad, page), bitmapBit(vad, page))
    machine.store32(word, isWritten ? machine.load32(word) | bit : machine.load32(word) & ~bit)
  }

  /// The range is split: the bits of `pages` go to the bitmap of the new one.
  func copyWriteWatch(from vad: Vad, _ pages: ClosedRange<UInt32>, to bitmap: VirtualAddress) {
    for page in pages where isWatched(vad, page) {
      let index = page - pages.lowerBound
      let word = bitmap + (index >> 5) << 2
      machine.store32(word, machine.load32(word) | 1 << (index & 31))
    }
  }

  /// The first `count` pages of the range are about to be cut off.
  func moveWriteWatch(of vad: Vad, by count: UInt32) {
    for page in vad.start + count...vad.end { setWatched(vad, page - count, isWatched(vad, page)) }
  }
}
