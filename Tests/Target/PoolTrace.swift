#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// A long random life of a pool: 10,000 slots, each operation frees the slot's block and allocates another size. The generator and the
  /// two distributions are fixed, so that other systems can be measured with the same trace.
  struct PoolTrace {
    private static var slots: UInt32 { 10_000 }
    /// "Trac"
    private static var tag: UInt32 { 0x6361_7254 }
    private static var pairs: UInt32 { 100_000 }
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private let isLogUniform: Bool
    /// Address and size of each slot's block.
    private let table: VirtualAddress
    private var liveBytes: UInt32 = 0
    private var isOutOfMemory = false

    static func run(isLogUniform: Bool) {
      guard let table = allocatePool(.paged, bytes: slots * 8, tag: PoolTag(raw: tag)) else { return }
      for slot in 0..<slots { Machine().write32(table + slot << 3, 0) }
      var trace = PoolTrace(isLogUniform: isLogUniform, table: table)
      trace.run()
      freePool(table, tag: PoolTag(raw: tag))
    }

    private init(isLogUniform: Bool, table: VirtualAddress) {
      self.isLogUniform = isLogUniform
      self.table = table
    }

    private mutating func run() {
      for _ in 0..<Self.slots { step() }
      let spent = measured(Self.pairs, withPool: true)
      let held = Self.pages << 12
      let live = liveBytes
      freeAll()
      if isOutOfMemory { return }
      report(isLogUniform ? "pool trace log-uniform" : "pool trace uniform", (spent - measured(Self.pairs, withPool: false)) / Self.pairs)
      // Two decimals, rounded up.
      let percent = held / (live / 100) + 1
      let name: StaticString = isLogUniform ? "pool trace log-uniform, held/live" : "pool trace uniform, held/live"
      print("BENCH\t\(name)\t\(percent / 100).\(percent / 10 % 10)\(percent % 10)")
    }

    private static var pages: UInt32 { memoryManager.nonpagedPool.withLock { $0.pool.pages } }

    /// The cycles of `count` operations, or of what an operation does besides calling the pool.
    private mutating func measured(_ count: UInt32, withPool: Bool) -> UInt32 {
      cpu_cli()
      let start = cpu_rdtsc_low()
      for _ in 0..<count {
        if withPool { step() } else { drawOnly() }
      }
      let spent = cpu_rdtsc_low() - start
      cpu_sti()
      return spent
    }

    private mutating func draw() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }

    private func size(_ draw: UInt64) -> UInt32 {
      let low = UInt32(truncatingIfNeeded: draw)
      if !isLogUniform { return 8 + low % 3993 }
      let k = 3 + low % 9
      return min(4000, 1 << k + (low >> 8) & (1 << k - 1))
    }

    private mutating func step() {
      let draw = draw()
      let slot = table + (UInt32(truncatingIfNeeded: draw >> 32) % Self.slots) << 3
      let old = cpu_load32(slot.raw)
      if old != 0 {
        liveBytes -= cpu_load32(slot.raw + 4)
        exFreePoolWithTag(old, Self.tag)
      }
      let bytes = size(draw)
      let block = exAllocatePoolWithTag(0, bytes, Self.tag)
      cpu_store32(slot.raw, block)
      guard block != 0 else {
        isOutOfMemory = true
        return
      }
      cpu_store32(slot.raw + 4, bytes)
      liveBytes += bytes
      cpu_store8(block, 1)
      cpu_store8(block + bytes - 1, 1)
    }

    /// The part of a step that is not the pool's.
    private mutating func drawOnly() {
      let draw = draw()
      let slot = table + (UInt32(truncatingIfNeeded: draw >> 32) % Self.slots) << 3
      liveBytes &+= cpu_load32(slot.raw) &- size(draw)
    }

    private mutating func freeAll() {
      for slot in 0..<Self.slots {
        let old = cpu_load32((table + slot << 3).raw)
        if old != 0 { exFreePoolWithTag(old, Self.tag) }
      }
    }
  }
#endif
