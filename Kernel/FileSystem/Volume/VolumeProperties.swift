/// What is said of a mounted volume.
extension Volume {
  /// Otherwise it has a FAT of 16 bits an entry.
  package var isFat32: Bool { layout.kind == .fat32 }
  package var clusters: UInt32 { layout.clusters }
  package var bytesPerCluster: UInt32 { layout.bytesPerCluster }
  /// Something was changed since the last `flush`, and the flag on the disk says so.
  package var isChanged: Bool { isMarkedDirty }
}
