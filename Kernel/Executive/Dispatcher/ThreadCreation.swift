#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The thread that runs since the boot loader jumped to the kernel, on the boot code's stack.
  private nonisolated(unsafe) var initialThread = Thread()

  /// Makes the running code a thread: before anything waits, and before there is a pool. NT: KiInitializeKernel
  package func initializeDispatcher(stackBase: VirtualAddress, stackLimit: VirtualAddress) {
    let thread = unsafe Reference(&initialThread)
    initializeSystemProcess()
    thread.linkWaitBlocks()
    thread.object.name = "System startup"
    thread.setPriority(8)
    thread.setHome(nil)
    thread.object.stackBase = stackBase
    thread.object.stackLimit = stackLimit
    thread.object.state = .running
    withDispatcher { dispatcher in
      thread.object.number = dispatcher.clientIdentifiers.take()
      dispatcher.threads.append(thread)
      dispatcher.current = thread
    }
  }

  /// A new thread of `priority` 0...31, ready to run; nil when there is no memory. It starts at PASSIVE_LEVEL with `body(argument)` and ends
  /// when that returns. NT: PsCreateSystemThread
  package func createThread(
    name: StaticString, priority: UInt32, body: @escaping Thread.Body, argument: UInt32 = 0
  ) -> ThreadReference? {
    guard let thread = try? Reference<Thread>.create(priority: priority) else { return nil }
    thread.object.name = name
    thread.object.body = body
    thread.object.argument = argument
    thread.setHome(nil)
    atDispatchLevel { thread.start() }
    return ThreadReference(thread)
  }

  extension Reference where Object == Thread {
    /// A thread that has a stack, but nothing to do yet. It has two references: one for itself, one for the caller. Throws
    /// STATUS_INSUFFICIENT_RESOURCES, and STATUS_NO_MEMORY if there was no page for its stack for long.
    static func create(priority: UInt32) throws(Status) -> Self {
      guard let thread = allocate() else { throw .insufficientResources }
      let stack: VirtualAddress
      do throws(Status) {
        stack = try waitingForPages { () throws(Status) in try memoryManager.createKernelStack() }
      } catch {
        thread.deallocate()
        throw error
      }
      thread.setPriority(min(priority, Thread.priorities - 1))
      thread.object.isInPool = true
      thread.object.references = 2
      thread.prepareStack(stack)
      return thread
    }

    /// At DISPATCH_LEVEL, when all else is set.
    func start() {
      withHeldDispatcher { dispatcher in
        object.number = dispatcher.clientIdentifiers.take()
        dispatcher.threads.append(self)
        dispatcher.ready.append(self)
      }
    }

    /// Undoes `create` for a thread that was not started.
    func discard() {
      memoryManager.deleteKernelStack(top: object.stackBase)
      deallocate()
    }

    fileprivate func setPriority(_ priority: UInt32) {
      object.priority = priority
      object.preemption = priority < 31 ? 2 << priority : .max
    }

    private static func allocate() -> Self? {
      let bytes = UInt32(MemoryLayout<Thread>.stride)
      guard let place = allocatePool(.nonpaged, bytes: bytes, tag: .thread),
        let pointer = unsafe UnsafeMutablePointer<Thread>(bitPattern: UInt(place.raw))
      else { return nil }
      unsafe pointer.initialize(to: Thread())
      let thread = unsafe Reference(pointer)
      thread.linkWaitBlocks()
      return thread
    }

    /// The reference is gone with the thread.
    func deallocate() { freePool(address, tag: .thread) }

    /// Where the processor lays the registers of ring 3 when it enters the kernel.
    package var userFrame: UnsafeMutablePointer<TrapFrame> {
      unsafe UnsafeMutablePointer(bitPattern: UInt(object.stackBase.raw) - UInt(MemoryLayout<TrapFrame>.size)).unsafelyUnwrapped
    }

    /// Lays on the stack what `KiSwapContext` takes off it. NT: KiInitializeContextThread
    fileprivate func prepareStack(_ base: VirtualAddress) {
      object.stackBase = base
      object.stackLimit = VirtualAddress(base.raw - Thread.stackBytes)
      // From the top: the registers of ring 3, KiThreadStartup to return to, and ebp, ebx, esi, edi.
      let userFrame = UInt32(MemoryLayout<TrapFrame>.size + 15) & ~15
      let frame: UInt32 = base.raw - userFrame - 5 * 4
      cpu_fill32(frame, 0, (base.raw - frame) / 4)
      cpu_store32(frame + 16, cpu_thread_startup())
      object.stackPointer = frame
    }
  }

  extension Thread {
    /// NT: KERNEL_STACK_SIZE
    package static var stackBytes: UInt32 { MemoryManager.kernelStackPages * pageSize }
  }

  /// The first Swift that a new thread runs, at DISPATCH_LEVEL as it came out of the switch. NT: PspSystemThreadStartup
  @c(KiStartThread) public func startThread() {
    Irql.lower(to: Irql.passive.rawValue)
    let thread = currentThread
    thread.object.body?(thread.object.argument)
    terminateThread()
  }
#endif
