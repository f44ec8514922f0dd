#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// What a test may use but not keep.
  struct Resources {
    let available: UInt32
    let committed: UInt32
    let residentAvailable: UInt32
    let systemPtes: UInt32
    let expansionPtes: UInt32
    let nonpagedPages: UInt32
    let pagedPages: UInt32
    let threads: UInt32

    /// As they are now.
    init() {
      available = memoryManager.pfnDatabase.withLock { $0.available }
      committed = memoryManager.commitment.withLock { $0.charged }
      residentAvailable = Count.residentAvailable
      systemPtes = memoryManager.systemPtes.withLock { $0.inUse }
      expansionPtes = memoryManager.nonpagedExpansion.withLock { $0.inUse }
      nonpagedPages = memoryManager.nonpagedPool.withLock { $0.pool.pages }
      pagedPages = memoryManager.pagedPool.withLock { $0.pool.pages }
      threads = threadCount()
    }
  }

  extension TestContext {
    /// Runs `body` twice. The first time may make page tables, which stay, and fill what is kept for the next caller; the second time must
    /// leave everything as it found it.
    mutating func expectNothingKept(_ body: (inout TestContext) -> Void) {
      body(&self)
      let before = Resources()
      body(&self)
      let after = Resources()
      expect(after.available, equals: before.available, "available pages afterwards")
      expect(after.committed, equals: before.committed, "committed pages afterwards")
      expect(after.residentAvailable, equals: before.residentAvailable, "resident available pages afterwards")
      expect(after.systemPtes, equals: before.systemPtes, "system PTEs in use afterwards")
      expect(after.expansionPtes, equals: before.expansionPtes, "nonpaged expansion pages in use afterwards")
      expect(after.nonpagedPages, equals: before.nonpagedPages, "nonpaged pool pages afterwards")
      expect(after.pagedPages, equals: before.pagedPages, "paged pool pages afterwards")
      expect(after.threads, equals: before.threads, "threads afterwards")
    }
  }

  /// Pages taken out of circulation, so that memory is scarce however much there is. They look like pages of the boot loader, and are linked
  /// through their PFN entries.
  struct Hoard {
    private var free = PageFrameNumber.none
    private var zeroed = PageFrameNumber.none
    private(set) var count: UInt32 = 0

    /// Takes pages until no more than `left` are available.
    mutating func take(leaving left: UInt32) {
      memoryManager.pfnDatabase.withLock { database in
        while database.available > left {
          let isZeroed = database.free.count == 0 && database.zeroed.count > 0
          guard let frame = database.removeAnyPage() else { return }
          keep(frame, isZeroed, database)
        }
      }
    }

    /// Takes every page that is known to hold zeroes.
    mutating func takeZeroed() {
      memoryManager.pfnDatabase.withLock { database in
        while database.zeroed.count > 0, let taken = database.removeZeroedPage() { keep(taken.frame, true, database) }
      }
    }

    private mutating func keep(_ frame: PageFrameNumber, _ isZeroed: Bool, _ database: borrowing PfnDatabase) {
      let entry = database.entry(frame)
      entry.state = PfnState(.active, references: 1)
      entry.pte = PteAddress(raw: 0)
      entry.shareCount = 1
      entry.workingSetIndex = (isZeroed ? zeroed : free).raw
      if isZeroed { zeroed = frame } else { free = frame }
      count += 1
    }

    /// Puts back all that was taken, each page on the kind of list it came from.
    mutating func giveBack() {
      memoryManager.pfnDatabase.withLock { database in
        while free != .none {
          let frame = free
          free = database.entry(frame).next
          database.insertFree(frame)
        }
        while zeroed != .none {
          let frame = zeroed
          zeroed = database.entry(frame).next
          database.insertZeroed(frame)
        }
      }
      count = 0
    }
  }

  /// The numbers of the memory manager that tests compare.
  enum Count {
    static var available: UInt32 { memoryManager.pfnDatabase.withLock { $0.available } }
    static var lowThreshold: UInt32 { memoryManager.pfnDatabase.withLock { $0.lowThreshold } }
    static var frames: UInt32 { memoryManager.pfnDatabase.withLock { $0.memory.frames } }
    static var zeroed: UInt32 { memoryManager.pfnDatabase.withLock { $0.zeroed.count } }
    static var free: UInt32 { memoryManager.pfnDatabase.withLock { $0.free.count } }
    static var standby: UInt32 { memoryManager.pfnDatabase.withLock { $0.standby.count } }
    static var modified: UInt32 { memoryManager.pfnDatabase.withLock { $0.modified.count } }
    static var committed: UInt32 { memoryManager.commitment.withLock { $0.charged } }
    static var residentAvailable: UInt32 { memoryManager.commitment.withLock { $0.residentAvailable } }
    static var demandZeroFaults: UInt32 { memoryManager.systemWorkingSet.withLock { $0.counters.demandZero } }
    static var transitionFaults: UInt32 { memoryManager.systemWorkingSet.withLock { $0.counters.transition } }
    static var trimmed: UInt32 { memoryManager.systemWorkingSet.withLock { $0.counters.trimmed } }
  }

  /// Bytes of a test: a pattern that differs from dword to dword and from seed to seed.
  enum Pattern {
    static func write(_ address: VirtualAddress, bytes: UInt32, seed: UInt32) {
      var offset: UInt32 = 0
      while offset + 4 <= bytes {
        Machine().write32(address + offset, seed &+ offset &* 0x0101_0101)
        offset += 4
      }
    }

    /// How many dwords are not as written.
    static func differences(_ address: VirtualAddress, bytes: UInt32, seed: UInt32) -> UInt32 {
      var (offset, count) = (UInt32(0), UInt32(0))
      while offset + 4 <= bytes {
        if Machine().read32(address + offset) != seed &+ offset &* 0x0101_0101 { count += 1 }
        offset += 4
      }
      return count
    }

    /// How many dwords are not zero.
    static func nonzero(_ address: VirtualAddress, bytes: UInt32) -> UInt32 {
      var (offset, count) = (UInt32(0), UInt32(0))
      while offset + 4 <= bytes {
        if Machine().read32(address + offset) != 0 { count += 1 }
        offset += 4
      }
      return count
    }

    /// The same of a frame that need not be mapped.
    static func nonzero(_ frame: PageFrameNumber) -> UInt32 {
      var (offset, count) = (UInt32(0), UInt32(0))
      while offset < pageSize {
        if memoryManager.hyperspace.withLock({ $0.load32(frame, offset: offset) }) != 0 { count += 1 }
        offset += 4
      }
      return count
    }
  }

  private nonisolated(unsafe) var scratchWord: UInt32 = 0
  /// A dword that tests may write: in the kernel's data, always there.
  var scratch: VirtualAddress { VirtualAddress(UInt32(UInt(bitPattern: unsafe withUnsafeMutablePointer(to: &scratchWord) { unsafe $0 }))) }

  /// Blocks of pool linked through their first dwords, for tests that allocate until there is no more.
  struct BlockChain {
    let type: PoolType
    let bytes: UInt32
    private var last: UInt32 = 0
    private(set) var count: UInt32 = 0

    init(_ type: PoolType, bytes: UInt32) {
      self.type = type
      self.bytes = bytes
    }

    /// False if there is no more memory.
    mutating func add() -> Bool {
      guard let block = allocatePool(type, bytes: bytes, tag: "Chai") else { return false }
      Machine().write32(block, last)
      last = block.raw
      count += 1
      return true
    }

    mutating func addAll() { while add() {} }

    mutating func freeOne() {
      guard last != 0 else { return }
      let block = VirtualAddress(last)
      last = Machine().read32(block)
      freePool(block, tag: "Chai")
      count -= 1
    }

    mutating func freeAll() { while last != 0 { freeOne() } }
  }
#endif
