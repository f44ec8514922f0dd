/// A mounted FAT16 or FAT32 volume on the first partition of a disk. NT: VCB
///
/// It trusts nothing on the disk: what cannot be is the error `corrupt`, and every walk ends. It allocates nothing; the caller gives the memory for
/// a few sectors, and keeps others out: one operation at a time.
///
/// **Loss of power.** What a `flush` has put on the disk stays: a file that is not written, truncated or deleted after a flush has the same
/// contents after any loss of power. Everything else follows from the order of writes, which barriers keep:
/// - clusters are marked as used, and filled, before anything leads to them; a file's entry gets its first cluster and its size at one stroke;
/// - a file's size grows after its chain has grown, and shrinks before its chain does;
/// - nothing leads to clusters any more before they become free, so none has two owners.
/// The worst left behind are clusters that belong to no one, or that lie behind the end of their file; a FAT that is newer than its copy; a piece of
/// the long name of a deleted file. A disk check removes them; this code lives with them.
package struct Volume<Storage: Disk>: ~Copyable {
  var cache: SectorCache<Storage>
  let layout: VolumeLayout
  let isReadOnly: Bool
  /// What files get that are created or written from now on.
  package var now: Timestamp
  var free = FreeClusters()
  /// Whether the flag on the disk says that a change may be under way.
  var isMarkedDirty = false
  /// The volume was left without a flush, or a change of it stopped half-way. It stays marked so on the disk.
  package internal(set) var needsCheck: Bool
  /// How often a chain lost clusters: positions in chains that were remembered before mean nothing any more.
  var chainChanges: UInt32 = 0

  /// Mounts the volume; writes nothing. Errors: `unknownFileSystem`, `corrupt`, `ioError`.
  package init(_ disk: Storage, memory: SectorMemory, now: Timestamp, isReadOnly: Bool = false) throws(FileSystemError) {
    var cache = SectorCache(disk, memory)
    let partition = try Partition(&cache)
    guard partition.isFat else { throw .unknownFileSystem }
    let layout = try VolumeLayout(partition.sectors, &cache)
    cache.mirror(layout.table, copies: layout.copies)
    needsCheck = !(try layout.isMarkedClean(&cache))
    self.cache = cache
    self.layout = layout
    self.now = now
    self.isReadOnly = isReadOnly
  }
}
