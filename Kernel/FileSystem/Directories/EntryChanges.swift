/// Changes of one entry. All its bytes are in one sector, and no other sector is looked at meanwhile: the disk has the old entry or the new one.
/// Errors: `ioError`.
extension Volume {
  /// A new entry at `place`.
  mutating func writeEntry(
    _ place: DiskPlace, _ name: ShortName, _ attributes: FileAttributes, cluster: UInt32 = 0
  ) throws(FileSystemError) {
    try cache.zero(place, count: 32)
    try name.store(at: place, &cache)
    try cache.store8(place + EntryField.attributes, attributes.rawValue)
    try cache.store16(place + EntryField.creationTime, now.time)
    try cache.store16(place + EntryField.creationDate, now.date)
    try cache.store16(place + EntryField.accessDate, now.date)
    try writeTimes(place)
    try writeCluster(place, cluster)
  }

  /// Where the file begins and how large it is; it was written now.
  mutating func update(_ entry: DirectoryEntry) throws(FileSystemError) {
    try cache.store8(entry.place + EntryField.attributes, entry.attributes.union(.archive).rawValue)
    try writeTimes(entry.place)
    try writeCluster(entry.place, entry.firstCluster)
    try cache.store32(entry.place + EntryField.size, entry.size)
  }

  /// The file has these attributes too from now on. Errors: `notFound`, `readOnly`, `ioError`. NT: FileBasicInformation
  @inline(never)
  package mutating func add(_ attributes: FileAttributes, to file: File) throws(FileSystemError) {
    let entry = try entry(of: file)
    guard !entry.attributes.isSuperset(of: attributes) else { return }
    try change { (volume) throws(FileSystemError) in
      try volume.cache.store8(entry.place + EntryField.attributes, entry.attributes.union(attributes).rawValue)
    }
  }

  private mutating func writeTimes(_ place: DiskPlace) throws(FileSystemError) {
    try cache.store16(place + EntryField.writeTime, now.time)
    try cache.store16(place + EntryField.writeDate, now.date)
  }
  private mutating func writeCluster(_ place: DiskPlace, _ cluster: UInt32) throws(FileSystemError) {
    try cache.store16(place + EntryField.clusterLow, UInt16(truncatingIfNeeded: cluster))
    // FAT16 gives these bytes to others.
    if layout.kind == .fat32 { try cache.store16(place + EntryField.clusterHigh, UInt16(truncatingIfNeeded: cluster >> 16)) }
  }
}
