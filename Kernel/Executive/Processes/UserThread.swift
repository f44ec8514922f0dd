#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Where a thread begins in ring 3. NT: CONTEXT
  package struct UserContext {
    package var instruction: VirtualAddress
    package var stackPointer: VirtualAddress
    /// Given back when the thread ends, and grown by its guard page; nil if the program sees to that itself.
    package var stack: UserStack?
    package init(instruction: VirtualAddress, stackPointer: VirtualAddress, stack: UserStack? = nil) {
      self.instruction = instruction
      self.stackPointer = stackPointer
      self.stack = stack
    }
  }

  /// A thread of `process`, ready to run in ring 3, and a reference to it for the caller. `hook` hears of its exceptions. Throws
  /// STATUS_INSUFFICIENT_RESOURCES, STATUS_NO_MEMORY or STATUS_PROCESS_IS_TERMINATING. NT: PspCreateThread
  package func createUserThread(
    in process: Reference<Process>, _ context: UserContext, hook: ExceptionHook? = nil
  ) throws(Status) -> Reference<Thread> {
    let normalPriority: UInt32 = 8
    let thread = try Reference<Thread>.create(priority: normalPriority)
    thread.object.body = userThread
    thread.object.userStack = context.stack
    thread.object.exceptionHook = hook
    process.bringIn()
    thread.setHome(process)
    unsafe thread.userFrame.initialize(to: TrapFrame(enteringUserMode: context))
    let isStarted = atDispatchLevel {
      guard !process.object.isTerminating else { return false }
      process.object.references += 1
      process.add(thread)
      thread.start()
      return true
    }
    guard isStarted else {
      thread.discard()
      throw .processIsTerminating
    }
    return thread
  }

  /// From the kernel stack's first frame to ring 3. NT: PspUserThreadStartup
  private func userThread(_: UInt32) { unsafe KiEnterUserMode(currentThread.userFrame) }

  extension TrapFrame {
    private enum Selector {
      static let userCode: UInt32 = 0x1B
      static let userData: UInt32 = 0x23
    }

    fileprivate init(enteringUserMode context: UserContext) {
      self.init()
      eip = context.instruction.raw
      userEsp = context.stackPointer.raw
      ds = Selector.userData
      es = Selector.userData
      sanitize()
    }

    /// Whatever was written to it, the frame leads to ring 3, with interrupts on and without rights. NT: SANITIZE_FLAGS
    mutating func sanitize() {
      cs = Selector.userCode
      userSs = Selector.userData
      // Carry, parity, adjust, zero, sign, trap, direction and overflow flag, and resume flag.
      let changeable: UInt32 = 0x1_0DD5
      eflags = eflags & changeable | 0x202
    }
  }
#endif
