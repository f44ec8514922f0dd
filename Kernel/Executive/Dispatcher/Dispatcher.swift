#if os(none)
  import CMachine
  import Machine

  /// Who runs, who could, and what wakes the others. NT: the dispatcher database, and the scheduling part of KPRCB
  struct Dispatcher: ~Copyable {
    var ready = ReadyQueues()
    var inswaps = InswapQueue()
    var timers = TimerQueue()
    var threads = ThreadList()
    var processes = ProcessList()
    var clientIdentifiers = ClientIdentifiers()
    /// The thread whose stack the processor is on, even while that thread waits and nothing else can run.
    var current: Reference<Thread>?
    /// Nothing can run.
    var isIdle = false
    var contextSwitches: UInt32 = 0
    var idleTicks: UInt32 = 0
  }

  /// Reached through `withDispatcher`; the other readers are `currentThread`, the clock and `Scheduling`, on this processor.
  nonisolated(unsafe) var dispatcher = Dispatcher()

  /// Runs `body` with the dispatcher locked. On one processor the lock is the IRQL: nobody else comes between at DISPATCH_LEVEL, because what
  /// an interrupt wants of the dispatcher is put off until the level falls. Allowed from PASSIVE_LEVEL to DISPATCH_LEVEL, and inside itself.
  /// NT: KiLockDispatcherDatabase
  @inline(__always)
  func atDispatchLevel<Result: ~Copyable>(_ body: () -> Result) -> Result {
    let old = cpu_irql()
    if old > Irql.dispatch.rawValue { stopForIrql(old) }
    cpu_set_irql(Irql.dispatch.rawValue)
    defer { Irql.lower(to: old) }
    return body()
  }

  /// The door to the dispatcher's state. `body` neither switches threads nor calls what does, or enters the door again: others would change
  /// the state under it.
  @inline(__always)
  func withDispatcher<Result: ~Copyable>(_ body: (inout Dispatcher) -> Result) -> Result {
    atDispatchLevel { unsafe body(&dispatcher) }
  }

  /// The same door for code that is inside `atDispatchLevel`. NT: KeAcquireSpinLockAtDpcLevel
  @inline(__always)
  func withHeldDispatcher<Result: ~Copyable>(_ body: (inout Dispatcher) -> Result) -> Result {
    unsafe body(&dispatcher)
  }

  @inline(never)
  func stopForIrql(_ level: UInt32) -> Never { bugCheck(.irqlNotLessOrEqual, 0, level) }

  /// NT: KeGetCurrentThread
  package var currentThread: Reference<Thread> {
    @inline(__always) get {
      guard let thread = unsafe dispatcher.current else { fatalError("no thread yet: initializeDispatcher comes first") }
      return thread
    }
  }

  /// What `!thread` and `!process` say of the processor.
  package enum Scheduling {
    package static var contextSwitches: UInt32 { unsafe dispatcher.contextSwitches }
    package static var idleTicks: UInt32 { unsafe dispatcher.idleTicks }
    package static var isIdle: Bool { unsafe dispatcher.isIdle }
    /// A bit for each priority at which threads are ready. NT: KiReadySummary
    package static var readySummary: UInt32 { unsafe dispatcher.ready.summary }
    package static var timersSet: UInt32 { unsafe dispatcher.timers.count }
  }
#endif
