#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// What processes cost: measured by the program `bench` in ring 3, and what a program cannot ask for by the kernel.
  func benchmarkProcesses() {
    zeroFreePages(2000)
    runBench("zeroed")
    useUpZeroedPages()
    runBench("unzeroed")
    benchmarkLives()
    benchmarkTrimming()
  }

  /// Starts the program and waits for its end; false if it cannot be.
  @discardableResult
  private func runBench(_ mode: StaticString) -> Bool {
    let word = unsafe Span(_unsafeStart: mode.utf8Start, count: mode.utf8CodeUnitCount)
    guard let process = try? createProcess(image: ImageName("bench"), arguments: word) else {
      print("the program bench cannot be started")
      return false
    }
    _ = waitForEnd(of: process, 60_000)
    process.dereference()
    return true
  }

  /// From the file that the boot loader brought to the last page given back: the thread that deletes the process has run before the next is
  /// made. The least of them: what is done once a second falls into some.
  private func benchmarkLives() {
    let lives: UInt32 = 20
    zeroFreePages(lives << 5)
    guard runBench("nothing") else { return }
    var least = UInt32.max
    for _ in 0..<lives {
      let start = cpu_rdtsc_low()
      runBench("nothing")
      least = min(least, cpu_rdtsc_low() - start)
    }
    report("process create and end", least)
  }

  private func benchmarkTrimming() {
    let pages: UInt32 = 1000
    guard let process = try? createProcess(name: ImageName("trimmed")), let previous = try? attach(to: process), let space = currentAddressSpace,
      let options = try? AllocationOptions(zeroBits: 0, type: 0x3000, protect: 4)
    else { return }
    var region = MemoryRegion(base: 0, size: pages << 12)
    _ = restarting { () throws(Restart) in try memoryManager.allocateVirtualMemory(space, options, &region) }
    for page in 0..<pages { cpu_store32_may_fault(region.base + page << 12, 1) }
    cpu_cli()
    let start = cpu_rdtsc_low()
    let trimmed = memoryManager.trim(space, pages, age: 0)
    report("trim, per page of 1,000", (cpu_rdtsc_low() - start) / trimmed)
    cpu_sti()
    detach(to: previous)
    terminateProcess(process, .success)
    process.dereference()
  }
#endif
