#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let pages: UInt32 = 256

  /// What paging costs the processor: /BENCH=PAGING, with a page file, under -icount.
  func runPagingBenchmarks() -> Never {
    guard PageFiles.count > 0 else {
      print("There is no page file.")
      powerOff(.bugCheck)
    }
    DeviceWait.count {
      benchmarkHardFaults()
      benchmarkClusters()
      benchmarkEviction()
      benchmarkPressure()
    }
    powerOff()
  }

  private func report(_ operation: StaticString, _ spent: UInt32, of count: UInt32) { report(operation, (spent + count / 2) / count) }

  /// The least of a few rounds: what is done once a second falls into some. `prepare` is not counted.
  private func leastOfRounds(_ prepare: () -> Void, _ body: () -> Void) -> UInt32 {
    var least = UInt32.max
    for _ in 0..<4 {
      prepare()
      least = min(least, DeviceWait.instructionsWithoutClock(body))
    }
    return least
  }

  /// No neighbour comes with a page.
  private func benchmarkHardFaults() {
    guard let memory = PagedMemory(pages: pages, stride: 8) else { return print("no memory for hard faults") }
    memory.write()
    report("hard fault, 1 page", leastOfRounds({ memory.moveOut() }) { memory.read() }, of: pages)
    report("hard fault, 1 page, random", leastOfRounds({ memory.moveOut() }) { memory.readScattered() }, of: pages)
    report("soft fault, page read before", leastOfRounds({ memory.trim() }) { memory.read() }, of: pages)
  }

  /// With the soft faults on the seven that came too.
  private func benchmarkClusters() {
    guard let memory = PagedMemory(pages: pages) else { return print("no memory for clusters") }
    memory.write()
    report("hard fault, 8-page cluster, per page", leastOfRounds({ memory.moveOut() }) { memory.read() }, of: pages)
  }

  /// From the working set to the page file, and the frame to someone else.
  private func benchmarkEviction() {
    guard let memory = PagedMemory(pages: pages) else { return print("no memory for eviction") }
    var least = UInt32.max
    for _ in 0..<4 {
      memory.write()
      var hoard = FrameHoard()
      var spent = DeviceWait.instructions {
        memory.trim()
        memory.writeModifiedPages()
      }
      hoard.takeFree()
      spent += DeviceWait.instructions { hoard.takeStandby() }
      hoard.giveBack()
      least = min(least, spent)
    }
    report("page evicted and written", least, of: pages)
  }

  /// Memory has run out: each page that is touched for the first time takes the frame of one that is written. Those who see to that run as soon as they
  /// are ready, as they would before a program. What memory there is is a few times what the system wants to have available.
  private func benchmarkPressure() {
    let left = memoryManager.pfnDatabase.withLock { $0.lowThreshold << 2 } + 512
    let (before, measured) = (left + 1024, UInt32(2048))
    guard let memory = PagedMemory(pages: before + measured) else { return print("no memory for pressure") }
    var hoard = FrameHoard()
    hoard.take(untilAvailable: left)
    touch(memory, 0..<before)
    report("first touch under memory pressure", DeviceWait.instructions { touch(memory, before..<before + measured) }, of: measured)
    hoard.giveBack()
  }

  private func touch(_ memory: borrowing PagedMemory, _ range: Range<UInt32>) {
    for page in range {
      cpu_store32_may_fault(memory.address(page), page)
      yield()
    }
  }
#endif
