/// The FSInfo sector of FAT32: hints about free clusters. It is written for others; nothing here reads it but its signatures.
/// (Microsoft, FAT specification, section 5)
extension Volume {
  private static var unknown: UInt32 { .max }

  /// `freeCount`: how many clusters are free, nil if that is changing. Errors: `ioError`.
  mutating func writeInformation(freeCount: UInt32?) throws(FileSystemError) {
    guard let sector = layout.information else { return }
    let start = DiskPlace(sector: sector, offset: 0)
    guard try cache.load32(start) == 0x4161_5252, try cache.load32(start + 484) == 0x6141_7272 else { return }
    try cache.store32(start + 488, freeCount ?? Self.unknown)
    try cache.store32(start + 492, freeCount == nil || free.lowest >= layout.end ? Self.unknown : free.lowest.raw)
  }
}
