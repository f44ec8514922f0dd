import CMachine

/// The interrupt request level of the processor: what may interrupt the running code. NT: KIRQL
public enum Irql: UInt32, Comparable, Sendable {
  case passive = 0
  case apc = 1
  case dispatch = 2
  /// The lowest of the device levels, which interrupt handlers run at, with interrupts off.
  case device = 3
  case clock = 28
  case high = 31

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// NT: KeGetCurrentIrql
  public static var current: UInt32 { cpu_irql() }
  /// A page fault here could not be resolved: the locks it needs may be held.
  public static var isAtDispatchOrAbove: Bool { cpu_irql() >= dispatch.rawValue }

  /// Returns the level to go back to. NT: KeRaiseIrql
  public static func raise(to level: Irql) -> UInt32 {
    let old = cpu_irql()
    if old < level.rawValue { cpu_set_irql(level.rawValue) }
    return old
  }

  /// Goes back to `old` and runs what became pending meanwhile. NT: KeLowerIrql
  public static func lower(to old: UInt32) {
    cpu_set_irql(old)
    #if os(none)
      if cpu_pending() != 0 { dispatchPending(old) }
    #endif
  }

  #if os(none)
    /// Seldom: so that the usual way is one comparison.
    @inline(never) private static func dispatchPending(_ level: UInt32) { if level < dispatch.rawValue { KiDispatchInterrupt() } }
  #endif
}
