/// A part of a file that goes to or from the disk in one step: whole sectors that follow each other, or a part of one sector.
struct FilePiece {
  let place: DiskPlace
  let bytes: UInt32
  var isWhole: Bool { place.offset == 0 && bytes >= 512 }
}

extension Volume {
  /// The first piece of `bytes` bytes, at least 1, from the byte `offset` of the file on, which has clusters for them. Errors: `corrupt`, `ioError`.
  mutating func piece(
    at offset: UInt32, of bytes: UInt32, _ file: inout File, _ entry: DirectoryEntry
  ) throws(FileSystemError) -> FilePiece {
    let inSector = offset & 511
    let isPart = inSector != 0 || bytes < 512
    let run = try run(at: offset, sectors: isPart ? 1 : bytes >> 9, &file, entry)
    let place = DiskPlace(sector: run.start, offset: inSector)
    if isPart { return FilePiece(place: place, bytes: min(bytes, 512 - inSector)) }
    return FilePiece(place: place, bytes: run.count << 9)
  }

  /// The consecutive sectors of a file from that of the byte `offset` on, which the file has a cluster for, up to `sectors` of them but at least one.
  /// Errors: `corrupt`, `ioError`.
  mutating func run(
    at offset: UInt32, sectors: UInt32, _ file: inout File, _ entry: DirectoryEntry
  ) throws(FileSystemError) -> SectorRun {
    let index = layout.index(of: offset)
    let first = try cluster(index, of: &file, entry)
    let skipped = (offset >> 9) & (layout.sectorsPerCluster - 1)
    let start = layout.firstSector(of: first) + skipped
    var count = layout.sectorsPerCluster - skipped
    var last = ChainPosition(cluster: first, index: index)
    while count < sectors, let next = try next(last.cluster), next == last.cluster.next {
      last = ChainPosition(cluster: next, index: last.index + 1)
      count += layout.sectorsPerCluster
    }
    file.position = last
    return SectorRun(start: start, count: max(1, min(count, sectors)))
  }
}
