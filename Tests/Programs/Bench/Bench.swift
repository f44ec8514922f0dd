#if os(none)
  import CNative
  import Native

  /// `bench [zeroed|unzeroed|nothing]`: measures what a program asks of the kernel, and prints a line for each operation:
  /// `BENCH<TAB>operation<TAB>instructions`.
  ///
  /// zeroed (default): the kernel has zeroed pages. unzeroed: it has none, and only the fault that has to zero one is measured. nothing: ends
  /// at once, so that the kernel can measure that.
  @c(bench) public func bench(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var arguments = Arguments(text, length)
    guard let word = arguments.next() else { return benchmarkZeroed() }
    if word == "nothing" { return Status.success.raw }
    if word == "zeroed" { return benchmarkZeroed() }
    guard word == "unzeroed" else { return refuse("bench [zeroed|unzeroed|nothing]") }
    return benchmarkUnzeroed()
  }

  private func benchmarkZeroed() -> UInt32 {
    measure("null system call") { _ = NtTestAlert() }
    benchmarkFaults("private fault, page taken zeroed")
    benchmarkSoftFaults()
    benchmarkRanges()
    benchmarkTouchedRanges()
    benchmarkRelease()
    benchmarkProtection()
    benchmarkLocks()
    return Status.success.raw
  }

  private func benchmarkUnzeroed() -> UInt32 {
    benchmarkFaults("private fault, zeroed in the fault")
    return Status.success.raw
  }

  // MARK: Faults

  private func benchmarkFaults(_ operation: StaticString) {
    let pages: UInt32 = 100
    let spent = leastOfRounds {
      let region = allocate(pages << 12)
      defer { Process.current.release(region.base) }
      // The page table is there, and the working set list has grown as far as it must.
      region.base.store(1)
      let touched = Region(region.base + pageSize, region.size - pageSize)
      return instructions { storeToEach(touched) } &- instructions { storeToEach(touched) }
    }
    report(operation, spent, of: pages - 1)
  }

  /// Pages that were only read are clean: from the working set they go to standby. Unlocking pages that are not locked has them leave it.
  private func benchmarkSoftFaults() {
    let pages: UInt32 = 100
    let region = allocate(pages << 12)
    loadFromEach(region)
    let spent = leastOfRounds {
      var unlocked = region
      _ = Process.current.unlock(&unlocked)
      return instructions { loadFromEach(region) } &- instructions { loadFromEach(region) }
    }
    Process.current.release(region.base)
    report("soft fault from standby", spent, of: pages)
  }

  private func storeToEach(_ region: Region) { region.forEachPage { $0.store(1) } }
  private func loadFromEach(_ region: Region) { region.forEachPage { _ = $0.load() } }

  // MARK: Ranges

  private func benchmarkRanges() {
    measure("reserve+commit and release, 1 page") { Process.current.release(allocate(pageSize).base) }
    measure("reserve+commit and release, 64 KB") { Process.current.release(allocate(64 << 10).base) }
    measure("reserve+commit and release, 1 MB") { Process.current.release(allocate(1 << 20).base) }
  }

  private func benchmarkTouchedRanges() {
    measure("the same, 1 page touched") { touchAndRelease(pageSize) }
    measure("the same, 64 KB, 1 page touched") { touchAndRelease(64 << 10) }
    measure("the same, 1 MB, 1 page touched") { touchAndRelease(1 << 20) }
  }

  @inline(__always)
  private func touchAndRelease(_ bytes: UInt32) {
    let region = allocate(bytes)
    region.base.store(1)
    Process.current.release(region.base)
  }

  private func benchmarkRelease() {
    let pages: UInt32 = 256
    let spent = leastOfRounds {
      let region = allocate(pages << 12)
      storeToEach(region)
      return instructions { Process.current.release(region.base) }
    }
    report("release of touched memory, per page", spent, of: pages)
  }

  // MARK: Pages that are there

  private func benchmarkProtection() {
    let region = allocate(3 * pageSize)
    storeToEach(region)
    measure("protect one page of three and back") {
      protect(region.base + pageSize, .readOnly)
      protect(region.base + pageSize, .readWrite)
    }
    Process.current.release(region.base)
  }

  @inline(__always)
  private func protect(_ page: Address, _ protection: Protection) {
    var (region, old) = (Region(page, pageSize), Protection())
    _ = Process.current.protect(&region, protection, old: &old)
  }

  /// 32 pages are as many as the smallest working set lets a program lock, nearly.
  private func benchmarkLocks() {
    let whole = allocate(32 * pageSize)
    storeToEach(whole)
    let (lockOne, unlockOne) = leastLock(Region(whole.base, pageSize))
    report("lock a page, alone", lockOne)
    report("unlock a page, alone", unlockOne)
    let (lockAll, unlockAll) = leastLock(whole)
    report("lock, per page of 32", lockAll, of: 32)
    report("unlock, per page of 32", unlockAll, of: 32)
    Process.current.release(whole.base)
  }

  private func leastLock(_ region: Region) -> (lock: UInt32, unlock: UInt32) {
    var (least, leastUnlock) = (UInt32.max, UInt32.max)
    for _ in 0..<rounds {
      var (locked, unlocked) = (region, region)
      least = min(least, instructions { _ = Process.current.lock(&locked) })
      leastUnlock = min(leastUnlock, instructions { _ = Process.current.unlock(&unlocked) })
    }
    return (least, leastUnlock)
  }

  private func allocate(_ bytes: UInt32) -> Region {
    var region = Region(size: bytes)
    _ = Process.current.allocate(&region, [.reserve, .commit], .readWrite)
    return region
  }
#endif
