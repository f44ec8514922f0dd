/// The FAT: an entry of 16 bits a cluster, or of 32 of which the upper four are not the FAT's. (Microsoft, FAT specification, section 4)
extension Volume {
  private static var mask: UInt32 { 0x0FFF_FFFF }

  /// Errors: `ioError`.
  mutating func fatEntry(_ cluster: Cluster) throws(FileSystemError) -> FatEntry {
    let place = layout.entry(of: cluster)
    switch layout.kind {
    case .fat16: return decode(UInt32(try cache.load16(place)), largest: 0xFFFF)
    case .fat32: return decode(try cache.load32(place) & Self.mask, largest: Self.mask)
    }
  }

  /// `largest`: an entry with all its bits set.
  private func decode(_ raw: UInt32, largest: UInt32) -> FatEntry {
    if raw == 0 { return .free }
    if layout.has(Cluster(raw)) { return .next(Cluster(raw)) }
    if raw >= largest - 7 { return .end }
    return raw == largest - 8 ? .bad : .invalid
  }

  /// The volume's cluster gets a new entry: `free`, `next` or `end`. Keeps account of the free clusters. Errors: `ioError`.
  mutating func setFatEntry(_ cluster: Cluster, _ entry: FatEntry) throws(FileSystemError) {
    let wasFree = try fatEntry(cluster) == .free
    let place = layout.entry(of: cluster)
    let raw = raw(entry)
    switch layout.kind {
    case .fat16: try cache.store16(place, UInt16(truncatingIfNeeded: raw))
    case .fat32: try cache.store32(place, try cache.load32(place) & ~Self.mask | raw & Self.mask)
    }
    if wasFree != (entry == .free) { noteChange(cluster, isFree: entry == .free) }
  }

  private func raw(_ entry: FatEntry) -> UInt32 {
    switch entry {
    case .free: 0
    case .next(let cluster): cluster.raw
    case .end: .max
    case .bad, .invalid: preconditionFailure("no one makes such an entry")
    }
  }
}
