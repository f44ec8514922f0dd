/// What a cache has in one sector of its memory.
private struct CacheSlot {
  var sector = SectorNumber(0)
  var isUsed = false
  var isDirty = false
  /// The larger, the later it was used.
  var use: UInt32 = 0
}

/// The few sectors of the disk that are in memory: those of the FAT and of directories, and parts of files that are not whole sectors.
///
/// What is stored stays in memory until its slot is needed or `barrier` is called, so neighbouring changes cost one write. Stores between two
/// barriers reach the disk in any order: whoever needs an order puts a barrier between.
struct SectorCache<Storage: Disk>: ~Copyable {
  let disk: Storage
  private let memory: SectorMemory
  private var slots = InlineArray<16, CacheSlot>(repeating: CacheSlot())
  private var latest = 0
  private var uses: UInt32 = 0
  /// The FAT whose sectors are written to its copies too.
  private var mirrored = SectorRun(start: SectorNumber(0), count: 0)
  private var mirrors: UInt32 = 0

  init(_ disk: Storage, _ memory: SectorMemory) {
    self.disk = disk
    self.memory = memory
  }

  /// From now on a sector of `table` is written to the same place of each of the `copies` that follow it.
  mutating func mirror(_ table: SectorRun, copies: UInt32) {
    mirrored = table
    mirrors = copies
  }

  // MARK: Slots

  /// The bytes of `sector`, to be looked at. Errors: `ioError`.
  @inline(__always)
  mutating func withSector<Result>(
    _ sector: SectorNumber, _ body: (borrowing MutableSpan<UInt8>) -> Result
  ) throws(FileSystemError) -> Result {
    let slot = try slot(sector)
    return memory.withSector(slot) { body($0) }
  }

  /// The bytes of `sector`, to be changed. Errors: `ioError`.
  @inline(__always)
  mutating func changeSector(_ sector: SectorNumber, _ body: (inout MutableSpan<UInt8>) -> Void) throws(FileSystemError) {
    let slot = try slot(sector)
    slots[slot].isDirty = true
    memory.withSector(slot) { body(&$0) }
  }

  /// Makes all of `sector` zero, without reading it. Errors: `ioError`, of another sector that had to go.
  mutating func zero(_ sector: SectorNumber) throws(FileSystemError) {
    forget(SectorRun(start: sector, count: 1))
    let slot = try vacate()
    occupy(slot, sector)
    slots[slot].isDirty = true
    memory.withSector(slot) { $0.update(repeating: 0) }
  }

  @inline(__always)
  private mutating func slot(_ sector: SectorNumber) throws(FileSystemError) -> Int {
    if slots[latest].isUsed && slots[latest].sector == sector { return latest }
    return try fetch(sector)
  }

  @inline(never)
  private mutating func fetch(_ sector: SectorNumber) throws(FileSystemError) -> Int {
    if let slot = find(sector) {
      occupy(slot, sector)
      return slot
    }
    let slot = try vacate()
    let disk = disk
    try memory.withSector(slot) { (bytes) throws(FileSystemError) in try disk.read(sector, into: &bytes) }
    occupy(slot, sector)
    return slot
  }

  private func find(_ sector: SectorNumber) -> Int? {
    for slot in 0..<memory.sectors where slots[slot].isUsed && slots[slot].sector == sector { return slot }
    return nil
  }

  private mutating func occupy(_ slot: Int, _ sector: SectorNumber) {
    uses &+= 1
    slots[slot].sector = sector
    slots[slot].isUsed = true
    slots[slot].use = uses
    latest = slot
  }

  /// A slot that no sector is in: an empty one, or that of the sector not used for longest.
  private mutating func vacate() throws(FileSystemError) -> Int {
    var oldest = 0
    for slot in 0..<memory.sectors {
      guard slots[slot].isUsed else { return slot }
      if uses &- slots[slot].use > uses &- slots[oldest].use { oldest = slot }
    }
    try clean(oldest)
    slots[oldest].isUsed = false
    return oldest
  }

  // MARK: Writing back

  private mutating func clean(_ slot: Int) throws(FileSystemError) {
    guard slots[slot].isUsed && slots[slot].isDirty else { return }
    let sector = slots[slot].sector
    try write(slot, to: sector)
    if mirrored.contains(sector) {
      for copy in 0..<mirrors { try write(slot, to: sector + (copy + 1) * mirrored.count) }
    }
    slots[slot].isDirty = false
  }
  private func write(_ slot: Int, to sector: SectorNumber) throws(FileSystemError) {
    let disk = disk
    try memory.withSector(slot) { (bytes) throws(FileSystemError) in try disk.write(sector, from: bytes.span) }
  }

  /// Returns when everything stored and written so far survives a loss of power; nothing stored later reaches the disk before it. Errors: `ioError`.
  mutating func barrier() throws(FileSystemError) {
    for slot in 0..<memory.sectors { try clean(slot) }
    try disk.flush()
  }

  /// The disk has what the cache has of `sectors`.
  mutating func writeBack(_ sectors: SectorRun) throws(FileSystemError) {
    for slot in 0..<memory.sectors where sectors.contains(slots[slot].sector) { try clean(slot) }
  }

  /// The cache has nothing of `sectors`, not even changes.
  mutating func forget(_ sectors: SectorRun) {
    for slot in 0..<memory.sectors where sectors.contains(slots[slot].sector) {
      slots[slot].isUsed = false
      slots[slot].isDirty = false
    }
  }
}
