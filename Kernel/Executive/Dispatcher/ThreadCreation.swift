#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The thread that runs since the boot loader jumped to the kernel, on the boot code's stack.
  private nonisolated(unsafe) var initialThread = Thread()

  /// Makes the running code a thread: before anything waits, and before there is a pool. NT: KiInitializeKernel
  package func initializeDispatcher(stackBase: VirtualAddress, stackLimit: VirtualAddress) {
    let thread = unsafe Reference(&initialThread)
    thread.linkWaitBlocks()
    thread.object.name = "System startup"
    thread.object.priority = 8
    thread.object.stackBase = stackBase
    thread.object.stackLimit = stackLimit
    thread.object.state = .running
    withDispatcher { dispatcher in
      dispatcher.threads.append(thread)
      dispatcher.current = thread
    }
  }

  /// A new thread of `priority` 0...31, ready to run; nil when there is no memory. It starts at PASSIVE_LEVEL with `body(argument)` and ends
  /// when that returns. NT: PsCreateSystemThread
  package func createThread(
    name: StaticString, priority: UInt32, body: @escaping Thread.Body, argument: UInt32 = 0
  ) -> ThreadReference? {
    guard let thread = Reference<Thread>.allocate() else { return nil }
    guard let stack = memoryManager.createKernelStack() else {
      thread.deallocate()
      return nil
    }
    thread.object.name = name
    thread.object.priority = min(priority, Thread.priorities - 1)
    thread.object.body = body
    thread.object.argument = argument
    thread.object.isInPool = true
    // One for the thread, one for the caller.
    thread.object.references = 2
    thread.prepareStack(stack)
    withDispatcher { dispatcher in
      dispatcher.threads.append(thread)
      dispatcher.ready.append(thread)
    }
    return ThreadReference(thread)
  }

  extension Reference where Object == Thread {
    fileprivate static func allocate() -> Self? {
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

    /// Lays on the stack what `KiSwapContext` takes off it. NT: KiInitializeContextThread
    fileprivate func prepareStack(_ base: VirtualAddress) {
      object.stackBase = base
      object.stackLimit = VirtualAddress(base.raw - Thread.stackBytes)
      // From the top: room that keeps the stack aligned, KiThreadStartup to return to, and ebp, ebx, esi, edi.
      let frame: UInt32 = base.raw - 16 - 5 * 4
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
