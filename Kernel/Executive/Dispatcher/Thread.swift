#if os(none)
  import Machine
  import MemoryManager

  /// NT's KTHREAD_STATE, with its numbers.
  package enum ThreadState: UInt8, Sendable {
    case initialized, ready, running
    /// Chosen to run next.
    case standby
    case terminated, waiting
    /// Ready, but its kernel stack is not in memory.
    case transition
    /// Its wait has ended, and nobody has looked yet whether it can run.
    case deferredReady

    package var name: StaticString {
      switch self {
      case .initialized: "Initialized"
      case .ready: "Ready"
      case .running: "Running"
      case .standby: "Standby"
      case .terminated: "Terminated"
      case .waiting: "Waiting"
      case .transition: "Transition"
      case .deferredReady: "DeferredReady"
      }
    }
  }

  /// NT: MODE, of a wait
  package enum WaitMode: Sendable {
    case kernel
    /// It may take long: the kernel stack can leave memory meanwhile, and the end of the thread ends the wait.
    case user
  }

  /// A thread, of the system or of a process: in nonpaged pool, except for the first. Fields are changed by the dispatcher at DISPATCH_LEVEL. NT: KTHREAD, ETHREAD
  package struct Thread: ~Copyable, DispatcherObject {
    /// The `body` of a thread gets its argument, and the thread ends when it returns.
    package typealias Body = @convention(c) (UInt32) -> Void
    /// Objects that one wait can name. NT: THREAD_WAIT_OBJECTS
    package static let waitObjects: UInt32 = 3
    package static let priorities: UInt32 = 32
    static let fullQuantum: UInt32 = 3

    /// Signaled when the thread has ended.
    package var header = DispatcherHeader(.thread)

    // MARK: Scheduling

    /// Unless it is running: what `KiSwapContext` left on the kernel stack is from here up, its frame pointer and return address at +12.
    /// NT: KernelStack
    package internal(set) var stackPointer: UInt32 = 0
    package internal(set) var state = ThreadState.initialized
    /// 0...31, the higher first.
    package internal(set) var priority: UInt32 = 0
    /// The link in a ready queue or in the list of ended threads.
    var next: Reference<Thread>?
    package internal(set) var contextSwitches: UInt32 = 0
    /// The smallest ready summary that takes the processor from it in ring 3: that of a better thread, or 0 if it must not go on at all.
    var preemption: UInt32 = 0
    /// Clock ticks until threads of its own priority have their turn. Counted in ring 3 and in the kernel, heeded in ring 3.
    var quantum = Thread.fullQuantum
    /// Clock ticks that found it running.
    package internal(set) var runTicks: UInt32 = 0

    // MARK: Waiting

    var waitCount: UInt32 = 0
    var waitsForAll = false
    /// The wait ends when the thread is to end: nobody's kernel code depends on what is waited for.
    var isAlertable = false
    var waitStatus = WaitStatus.success
    /// Who waits: a program in a service, or the kernel for itself. NT: WaitMode
    package internal(set) var waitMode = WaitMode.kernel
    /// While waiting: for what, in words, if the waiter said so; otherwise empty.
    package internal(set) var waitReason: StaticString = ""
    /// The tick at which the wait began. NT: WaitTime
    package internal(set) var waitTick: UInt32 = 0
    /// One for each object and one for the time-out.
    var waitBlocks: InlineArray<4, WaitBlock> = [WaitBlock(), WaitBlock(), WaitBlock(), WaitBlock()]
    /// Ends a wait that takes too long.
    var timer = Timer(.notification)
    /// NT: MutantListHead
    var ownedMutexes: Reference<Mutex>?

    // MARK: Process

    /// Its home; nil for a thread of the system process.
    package internal(set) var process: Reference<Process>?
    /// The process in whose address space it is for a while. NT: KAPC_STATE
    package internal(set) var attached: Reference<Process>?
    /// What `attached`, or else its home, has below the system's half.
    package internal(set) var addressSpace: AddressSpace?
    var directory = PageFrameNumber(0)
    /// It ends as soon as it would return to ring 3.
    package internal(set) var isTerminating = false
    package internal(set) var exitStatus = Status.pending
    /// Of a thread that was given one.
    package internal(set) var userStack: UserStack?
    /// What hears of its exceptions in ring 3 before they end the process.
    package var exceptionHook: ExceptionHook?
    var processNext: Reference<Thread>?
    var processPrevious: Reference<Thread>?

    // MARK: Identity

    /// The client identifier: a multiple of 4, as NT's are.
    package internal(set) var number: UInt32 = 0
    package internal(set) var name: StaticString = ""
    /// NT: KernelStackResident
    package internal(set) var isStackResident = true
    /// Just above the highest byte of the kernel stack.
    package internal(set) var stackBase = VirtualAddress(0)
    /// The lowest byte of the kernel stack; the page below is the guard page.
    package internal(set) var stackLimit = VirtualAddress(0)
    var body: Body?
    var argument: UInt32 = 0
    /// The stack and this memory are to be given back at the end: every thread's but the first's.
    var isInPool = false
    /// One for the thread itself until it has ended, and one for each `ThreadReference`.
    var references: UInt32 = 1
    var listNext: Reference<Thread>?
    var listPrevious: Reference<Thread>?
  }

  extension Reference where Object == Thread {
    /// `index` is 0...2 for the objects, 3 for the time-out.
    func waitBlock(_ index: UInt32) -> Reference<WaitBlock> {
      unsafe withUnsafeMutablePointer(to: &object.waitBlocks[Int(index)]) { unsafe Reference<WaitBlock>($0) }
    }

    var timer: Reference<Timer> { unsafe withUnsafeMutablePointer(to: &object.timer) { unsafe Reference<Timer>($0) } }

    /// The blocks say whose they are; called once, where the thread will stay.
    func linkWaitBlocks() {
      for index in 0..<UInt32(4) { waitBlock(index).object.thread = self }
      waitBlock(3).object.key = .timeout
    }

    /// While the thread is waiting: how many objects it waits for, and each of them.
    package var waitedObjects: UInt32 { object.waitCount }
    package func waitedObject(_ index: UInt32) -> Reference<DispatcherHeader>? {
      index < object.waitCount ? waitBlock(index).object.object : nil
    }
    /// Whether the wait ends with all of them or with any.
    package var waitsForAll: Bool { object.waitsForAll }
    /// The clock ticks left until the wait times out; nil when it does not.
    package var ticksUntilTimeout: UInt32? { object.timer.isSet ? object.timer.due &- tickCount() : nil }
  }
#endif
