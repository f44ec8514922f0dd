#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let pages: UInt32 = 2048
  /// Of which the best counts.
  private let rounds: UInt32 = 5

  /// How fast pages come and go, beside what the same disk does without paging: /BENCH=RATES, with a page file that leaves the last `rawSectors` of the disk alone.
  /// In seconds of the host: without -icount.
  func measurePagingRates() -> Never {
    let clock = CycleClock()
    measureFaults(clock, "1 page at a time", stride: 8)
    measureFaults(clock, "8 pages at a time", stride: 1)
    measureRaw(clock)
    powerOff()
  }

  private func measureFaults(_ clock: CycleClock, _ size: StaticString, stride: UInt32) {
    guard let memory = PagedMemory(pages: pages, stride: stride) else { return print("no memory for \(size)") }
    var (writing, reading, scattered) = (UInt32.max, UInt32.max, UInt32.max)
    for _ in 0..<rounds {
      memory.write()
      memory.trim()
      writing = min(writing, clock.time { writeAll() })
      FrameHoard.reuseStandby()
      waitForZeroing()
      reading = min(reading, clock.time { memory.read() })
      memory.moveOut()
      waitForZeroing()
      scattered = min(scattered, clock.time { memory.readScattered() })
    }
    if stride == 1 { clock.report("pages written", "16 pages at a time", writing, pages) }
    clock.report("hard faults, sequential", size, reading, pages)
    clock.report("hard faults, random", size, scattered, pages)
  }

  /// The thread stays ready, so as to see at once that the last page is written.
  private func writeAll() {
    unsafe modifiedPageWriterEvent.set()
    while memoryManager.pfnDatabase.withLock({ $0.modified.count + $0.beingWritten }) > 0 { yield() }
  }

  /// The frames that were given back are free pages now. Zeroing them while the disk is at work would be work that the disk alone does not have beside it.
  private func waitForZeroing() {
    while memoryManager.pfnDatabase.withLock({ $0.free.count }) > 0 { delay(milliseconds: 10) }
  }

  // MARK: The disk alone

  private let sectorsPerPage: UInt32 = 8
  private let rawSectors = pages * sectorsPerPage

  private func measureRaw(_ clock: CycleClock) {
    let start = Disk.sectorCount - rawSectors
    guard let one = DiskBuffer(bytes: pageSize), let eight = DiskBuffer(bytes: 8 * pageSize), let first = DiskBuffer(bytes: 16 * pageSize),
      let second = DiskBuffer(bytes: 16 * pageSize)
    else { return print("no memory for buffers") }
    clock.report("raw disk, written", "16 pages at a time", clock.leastTime { writeRaw(start, first.mdl, second.mdl) }, pages)
    clock.report("raw disk, sequential", "1 page at a time", clock.leastTime { readRaw(start, one, 1, step: 1) }, pages)
    clock.report("raw disk, random", "1 page at a time", clock.leastTime { readRaw(start, one, 1, step: 509) }, pages)
    clock.report("raw disk, sequential", "8 pages at a time", clock.leastTime { readRaw(start, eight, 8, step: 1) }, pages)
    clock.report("raw disk, random", "8 pages at a time", clock.leastTime { readRaw(start, eight, 8, step: 61) }, pages)
  }

  private func readRaw(_ start: UInt32, _ buffer: DiskBuffer, _ size: UInt32, step: UInt32) {
    let transfers = pages / size
    for index in 0..<transfers { _ = buffer.read(start + index &* step % transfers * size * sectorsPerPage) }
  }

  /// Two requests at a time, as the modified page writer has them.
  private func writeRaw(_ start: UInt32, _ first: Mdl, _ second: Mdl) {
    let sectors = 16 * sectorsPerPage
    var even = DiskRequest(.write, sector: start, first)
    var odd = DiskRequest(.write, sector: start + sectors, second)
    unsafe withUnsafeMutablePointer(to: &even) { even in
      unsafe withUnsafeMutablePointer(to: &odd) { odd in
        let requests = unsafe (Reference(even), Reference(odd))
        Disk.submit(requests.0)
        for index in 1..<pages / 16 {
          let (next, before) = index & 1 == 0 ? requests : (requests.1, requests.0)
          if index > 1 { next.object = DiskRequest(.write, sector: start + index * sectors, index & 1 == 0 ? first : second) }
          Disk.submit(next)
          try? Disk.wait(before)
        }
        try? Disk.wait(requests.1)
      }
    }
  }

  // MARK: Time

  /// The time-stamp counter, by the interval clock.
  struct CycleClock {
    private let cyclesPerSecond: UInt32

    /// Takes half a second. In units of 1024 cycles, here and below.
    init() {
      delay(milliseconds: 10)
      let start = Self.now
      delay(milliseconds: 500)
      cyclesPerSecond = (Self.now &- start) << 1
    }

    private static var now: UInt32 { UInt32(truncatingIfNeeded: cpu_rdtsc() >> 10) }

    func time(_ body: () -> Void) -> UInt32 {
      let start = Self.now
      body()
      return Self.now &- start
    }

    func leastTime(_ body: () -> Void) -> UInt32 {
      var least = UInt32.max
      for _ in 0..<rounds { least = min(least, time(body)) }
      return least
    }

    func report(_ operation: StaticString, _ size: StaticString, _ spent: UInt32, _ count: UInt32) {
      print("RATE\t\(operation), \(size)\t\(cyclesPerSecond / 100 * count / max(spent / 100, 1))")
    }
  }
#endif
