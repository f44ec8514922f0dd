#if os(none)
  import CMachine
  import Executive

  /// Counts the work that paging makes for the processor, without the time that the disk takes.
  ///
  /// Under -icount a halted processor's clock jumps ahead by as much as the emulated disk happens to take. So while it counts nobody halts: a thread of a
  /// priority that only the zero page thread has not reached polls the interrupt controller with interrupts off until a line asks for service, and
  /// what that took is subtracted. The interrupt, what it wakes, and the switches to that thread and back, about 200 instructions a wait, count as work.
  enum DeviceWait {
    nonisolated(unsafe) private static var waited: UInt32 = 0
    nonisolated(unsafe) private static var isCounting = false

    /// Runs `body` with the thread there.
    static func count(_ body: () -> Void) {
      unsafe isCounting = true
      guard let thread = createThread(name: "Device wait", priority: 1, body: deviceWaitThread) else { return print("no memory for a thread") }
      body()
      unsafe isCounting = false
      _ = thread.wait()
    }

    /// The instructions of `body`, inside `count`.
    @inline(__always)
    static func instructions(_ body: () -> Void) -> UInt32 {
      let (start, waitedBefore) = (cpu_rdtsc_low(), unsafe waited)
      body()
      return unsafe (cpu_rdtsc_low() &- start) &- (waited &- waitedBefore)
    }

    /// The same without clock ticks: how many fall into a wait depends on the host.
    static func instructionsWithoutClock(_ body: () -> Void) -> UInt32 {
      let (masks, clock): (UInt16, UInt8) = (0x21, 1)
      cpu_out8(masks, cpu_in8(masks) | clock)
      defer { cpu_out8(masks, cpu_in8(masks) & ~clock) }
      return instructions(body)
    }

    fileprivate static func pollInterrupts() {
      let (master, readRequests): (UInt16, UInt8) = (0x20, 0x0A)
      while unsafe isCounting {
        cpu_cli()
        let start = cpu_rdtsc_low()
        cpu_out8(master, readRequests)
        // An interrupt that came before interrupts were off has made its thread ready, and there will be no other.
        while Scheduling.readySummary >> 2 == 0 && cpu_in8(master) & ~cpu_in8(master + 1) == 0 {}
        unsafe waited &+= cpu_rdtsc_low() &- start
        cpu_sti()
        yield()
      }
    }
  }

  private func deviceWaitThread(_: UInt32) { DeviceWait.pollInterrupts() }
#endif
