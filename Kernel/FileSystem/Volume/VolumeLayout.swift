/// Where the parts of a volume are, as its boot sector says and as it was found to be possible.
///
/// Reserved sectors, of which the boot sector is the first; the FAT and its copies; on FAT16 the root directory; the clusters.
struct VolumeLayout: Sendable {
  enum Kind: Sendable { case fat16, fat32 }

  let kind: Kind
  /// The FAT that is read. On FAT32 a volume may say that only one of them is in use.
  let table: SectorRun
  /// How many copies follow `table` and are kept equal to it.
  let copies: UInt32
  /// The root directory of FAT16; empty on FAT32.
  let fixedRoot: SectorRun
  /// Where the root directory of FAT32 begins.
  let rootCluster: Cluster?
  /// The FSInfo sector of FAT32, if it has one.
  let information: SectorNumber?
  /// The first sector of cluster 2.
  let data: SectorNumber
  let clusters: UInt32
  /// A power of two, 1...128.
  let sectorsPerCluster: UInt32

  /// The cluster behind the last one.
  var end: Cluster { .first + clusters }
  func has(_ cluster: Cluster) -> Bool { cluster >= .first && cluster < end }

  // MARK: Sizes

  /// Shifts are used for what could overflow or need a division.
  private var clusterShift: UInt32 { UInt32(truncatingIfNeeded: sectorsPerCluster.trailingZeroBitCount) + 9 }
  var bytesPerCluster: UInt32 { sectorsPerCluster << 9 }

  /// How many clusters `bytes` need.
  func clusters(for bytes: UInt32) -> UInt32 {
    (bytes >> clusterShift) + (bytes & (bytesPerCluster - 1) == 0 ? 0 : 1)
  }
  /// The cluster of a file that the byte `offset` is in, counted from 0.
  func index(of offset: UInt32) -> UInt32 { offset >> clusterShift }

  // MARK: Places

  func firstSector(of cluster: Cluster) -> SectorNumber { data + (cluster.raw - 2) << (clusterShift - 9) }

  /// The entry of `cluster` in the FAT. Entry 1 has the volume's flags.
  func entry(of cluster: Cluster) -> DiskPlace {
    switch kind {
    case .fat16: DiskPlace(sector: table.start + cluster.raw >> 8, offset: (cluster.raw & 0xFF) << 1)
    case .fat32: DiskPlace(sector: table.start + cluster.raw >> 7, offset: (cluster.raw & 0x7F) << 2)
    }
  }
}
