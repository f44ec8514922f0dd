#if os(none)
  import CMachine
  import Machine

  /// The interval clock: channel 0 of the PC's 8254 timer, 100 times a second. Source: Intel, 8254 data sheet.
  struct Clock: ~Copyable {
    static let ticksPerSecond: UInt32 = 100
    private static let inputHertz: UInt32 = 1_193_182
    private static let millisecondsPerTick = 1000 / ticksPerSecond

    /// Since the clock was started; wraps after 497 days.
    fileprivate var ticks: UInt32 = 0
    fileprivate var wraps: UInt32 = 0

    /// NT: HalpInitializeClock
    static func start() {
      let divisor = (inputHertz + ticksPerSecond / 2) / ticksPerSecond
      let channel0BothBytesRateGenerator: UInt8 = 0x34
      cpu_out8(0x43, channel0BothBytesRateGenerator)
      cpu_out8(0x40, UInt8(truncatingIfNeeded: divisor))
      cpu_out8(0x40, UInt8(truncatingIfNeeded: divisor >> 8))
    }

    /// Counts the tick, charges it to who was running, and leaves the timers to the dispatcher. NT: KeUpdateSystemTime, KeUpdateRunTime
    mutating func tick() {
      ticks &+= 1
      if ticks == 0 { wraps &+= 1 }
      if unsafe dispatcher.isIdle {
        unsafe dispatcher.idleTicks &+= 1
      } else {
        currentThread.chargeTick()
      }
      SoftwareInterrupts.deferredCall.request()
    }

    /// Rounded up.
    static func ticks(milliseconds: UInt32) -> UInt32 {
      milliseconds / millisecondsPerTick + (milliseconds % millisecondsPerTick == 0 ? 0 : 1)
    }
  }

  nonisolated(unsafe) var clock = Clock()

  /// Clock ticks since the start. NT: KeTickCount
  package func tickCount() -> UInt32 { unsafe cpu_atomic_load(&clock.ticks) }

  /// The time since the start in units of 100 ns, as coarse as the clock. NT: KeQueryInterruptTime
  package func interruptTime() -> UInt64 {
    let unitsPerTick: UInt64 = 10_000_000 / UInt64(Clock.ticksPerSecond)
    while true {
      let wraps = unsafe cpu_atomic_load(&clock.wraps)
      let ticks = tickCount()
      if unsafe cpu_atomic_load(&clock.wraps) == wraps { return (UInt64(wraps) << 32 | UInt64(ticks)) &* unitsPerTick }
    }
  }
#endif
