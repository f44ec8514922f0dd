/// The flag in entry 1 of the FAT that is set while the volume is in order on the disk. (Microsoft, FAT specification, section 4.1)
extension VolumeLayout {
  fileprivate var flag: UInt32 { kind == .fat16 ? 0x8000 : 0x0800_0000 }
  fileprivate var flagPlace: DiskPlace { entry(of: Cluster(1)) }

  fileprivate func flags<Storage>(_ cache: inout SectorCache<Storage>) throws(FileSystemError) -> UInt32 {
    kind == .fat16 ? UInt32(try cache.load16(flagPlace)) : try cache.load32(flagPlace)
  }

  /// Errors: `ioError`.
  func isMarkedClean<Storage>(_ cache: inout SectorCache<Storage>) throws(FileSystemError) -> Bool { try flags(&cache) & flag != 0 }

  fileprivate func markClean<Storage>(_ isClean: Bool, _ cache: inout SectorCache<Storage>) throws(FileSystemError) {
    let flags = isClean ? try flags(&cache) | flag : try flags(&cache) & ~flag
    switch kind {
    case .fat16: try cache.store16(flagPlace, UInt16(truncatingIfNeeded: flags))
    case .fat32: try cache.store32(flagPlace, flags)
    }
  }
}

extension Volume {
  /// Makes a change of the volume. From here to the next `flush` the disk says that a change may be under way, and not how much is free; should the
  /// change stop half-way, until a disk check. Errors: `readOnly`, `ioError`, those of `body`.
  @inline(__always)
  mutating func change<Result>(_ body: (inout Self) throws(FileSystemError) -> Result) throws(FileSystemError) -> Result {
    guard !isReadOnly else { throw .readOnly }
    do throws(FileSystemError) {
      try markDirty()
      return try body(&self)
    } catch {
      noteFailure(error)
      throw error
    }
  }

  private mutating func markDirty() throws(FileSystemError) {
    guard !isMarkedDirty else { return }
    try layout.markClean(false, &cache)
    try writeInformation(freeCount: nil)
    try cache.barrier()
    isMarkedDirty = true
  }

  /// The other errors are found before anything is changed.
  private mutating func noteFailure(_ error: FileSystemError) {
    switch error {
    case .ioError, .corrupt: needsCheck = true
    default: break
    }
  }

  /// Returns when everything done so far survives a loss of power, and the volume is in order on the disk. Errors: `ioError`.
  @inline(never)
  package mutating func flush() throws(FileSystemError) {
    try cache.barrier()
    guard isMarkedDirty && !needsCheck else { return }
    // Both are true already, so they may reach the disk in any order.
    try writeInformation(freeCount: try countFreeClusters())
    try layout.markClean(true, &cache)
    try cache.barrier()
    isMarkedDirty = false
  }
}
