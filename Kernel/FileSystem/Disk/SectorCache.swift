/// The few sectors of the disk that are in memory: those of the FAT and of directories, and parts of files that are not whole sectors. Neighbours come and go
/// together, up to a page of them: a FAT is read, and written, from one end to the other.
///
/// What is stored stays in memory until its page is needed or `barrier` is called, so neighbouring changes cost one write. Stores between two
/// barriers reach the disk in any order: whoever needs an order puts a barrier between.
struct SectorCache<Storage: Disk>: ~Copyable {
  let disk: Storage
  private let memory: SectorMemory
  private var pages = InlineArray<8, SectorPage>(repeating: SectorPage())
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

  // MARK: Sectors

  /// The bytes of `sector`, to be looked at. Errors: `ioError`.
  @inline(__always)
  mutating func withSector<Result>(
    _ sector: SectorNumber, _ body: (borrowing MutableSpan<UInt8>) -> Result
  ) throws(FileSystemError) -> Result {
    let page = try page(with: sector)
    return memory.withSectors(SectorPage.only(sector), ofPage: page) { body($0) }
  }

  /// The bytes of `sector`, to be changed. Errors: `ioError`.
  @inline(__always)
  mutating func changeSector(_ sector: SectorNumber, _ body: (inout MutableSpan<UInt8>) -> Void) throws(FileSystemError) {
    let page = try page(with: sector)
    pages[page].changed |= SectorPage.bit(sector)
    memory.withSectors(SectorPage.only(sector), ofPage: page) { body(&$0) }
  }

  /// Makes all of `sector` zero, without reading it. Errors: `ioError`, of another sector that had to go.
  mutating func zero(_ sector: SectorNumber) throws(FileSystemError) {
    let page = try page(for: sector)
    pages[page].present |= SectorPage.bit(sector)
    pages[page].changed |= SectorPage.bit(sector)
    memory.withSectors(SectorPage.only(sector), ofPage: page) { $0.update(repeating: 0) }
  }

  // MARK: Pages

  /// The page that has `sector`.
  @inline(__always)
  private mutating func page(with sector: SectorNumber) throws(FileSystemError) -> Int {
    if pages[latest].has(sector) { return latest }
    return try fetch(sector)
  }

  @inline(never)
  private mutating func fetch(_ sector: SectorNumber) throws(FileSystemError) -> Int {
    let page = try page(for: sector)
    if !pages[page].has(sector) { try read(sector, page) }
    return page
  }

  /// The page that `sector` is in or comes into.
  private mutating func page(for sector: SectorNumber) throws(FileSystemError) -> Int {
    let found = find(sector)
    let page = if let found { found } else { try vacate() }
    uses &+= 1
    pages[page].number = SectorPage.number(sector)
    pages[page].use = uses
    latest = page
    return page
  }

  private func find(_ sector: SectorNumber) -> Int? {
    for page in 0..<memory.pages where pages[page].isUsed && pages[page].number == SectorPage.number(sector) { return page }
    return nil
  }

  /// A page that has no sectors: an empty one, or the one not used for longest.
  private mutating func vacate() throws(FileSystemError) -> Int {
    var oldest = 0
    for page in 0..<memory.pages {
      guard pages[page].isUsed else { return page }
      if uses &- pages[page].use > uses &- pages[oldest].use { oldest = page }
    }
    try clean(oldest)
    pages[oldest].present = 0
    return oldest
  }

  /// Reads the whole of an empty page at once; what is missing of another, or beside a sector that cannot be read, alone.
  private mutating func read(_ sector: SectorNumber, _ page: Int) throws(FileSystemError) {
    if !pages[page].isUsed {
      let count = min(SectorPage.sectors, disk.sectorCount - pages[page].first.raw)
      do throws(FileSystemError) { return try read(0..<count, page) } catch {}
    }
    try read(SectorPage.only(sector), page)
  }
  private mutating func read(_ sectors: Range<UInt32>, _ page: Int) throws(FileSystemError) {
    let (disk, first) = (disk, pages[page].first + sectors.lowerBound)
    try memory.withSectors(sectors, ofPage: page) { (bytes) throws(FileSystemError) in try disk.read(first, into: &bytes) }
    pages[page].present |= SectorPage.bits(sectors)
  }

  // MARK: Writing back

  /// The changed sectors of a page, as many at once as follow one another.
  private mutating func clean(_ page: Int) throws(FileSystemError) {
    while let sectors = pages[page].changes {
      let first = pages[page].first + sectors.lowerBound
      let inTable = mirrored.contains(first)
      var end = sectors.lowerBound + 1
      while end < sectors.upperBound, mirrored.contains(pages[page].first + end) == inTable { end += 1 }
      try write(sectors.lowerBound..<end, page, to: first)
      for copy in 0..<(inTable ? mirrors : 0) { try write(sectors.lowerBound..<end, page, to: first + (copy + 1) * mirrored.count) }
      pages[page].changed &= ~SectorPage.bits(sectors.lowerBound..<end)
    }
  }
  private func write(_ sectors: Range<UInt32>, _ page: Int, to first: SectorNumber) throws(FileSystemError) {
    let disk = disk
    try memory.withSectors(sectors, ofPage: page) { (bytes) throws(FileSystemError) in try disk.write(first, from: bytes.span) }
  }

  /// Returns when everything stored and written so far survives a loss of power; nothing stored later reaches the disk before it. Errors: `ioError`.
  mutating func barrier() throws(FileSystemError) {
    for page in 0..<memory.pages { try clean(page) }
    try disk.flush()
  }

  /// The disk has what the cache has of `sectors`.
  mutating func writeBack(_ sectors: SectorRun) throws(FileSystemError) {
    for page in 0..<memory.pages where pages[page].bits(in: sectors) & pages[page].changed != 0 { try clean(page) }
  }

  /// The cache has nothing of `sectors`, not even changes.
  mutating func forget(_ sectors: SectorRun) {
    for page in 0..<memory.pages where pages[page].isUsed {
      let others = ~pages[page].bits(in: sectors)
      pages[page].present &= others
      pages[page].changed &= others
    }
  }
}
