#if os(none)
  import CMachine
  import Machine

  /// Lets another thread run that is ready and has the same priority or a better one; returns false at once if there is none.
  /// NT: NtYieldExecution
  @discardableResult
  package func yield() -> Bool {
    mayWait()
    return atDispatchLevel {
      let thread = currentThread
      let mustSwitch = withHeldDispatcher { dispatcher in
        guard dispatcher.ready.hasThread(atLeast: thread.object.priority) else { return false }
        dispatcher.ready.append(thread)
        return true
      }
      if mustSwitch { switchThread(from: thread) }
      return mustSwitch
    }
  }

  /// A thread that waits at DISPATCH_LEVEL would let others run in the middle of what the level protects.
  @inline(__always)
  func mayWait() {
    let level = cpu_irql()
    if level >= Irql.dispatch.rawValue { stopForIrql(level) }
  }

  /// Runs the best ready thread; returns when `old`, the calling one, runs again. At DISPATCH_LEVEL and with the interrupt flag set; the
  /// caller has put `old` where it belongs: in a ready queue, on wait lists, or at its end. NT: KiSwapThread
  @inline(__always)
  func switchThread(from old: Reference<Thread>) {
    let next = nextThread()
    guard next != old else {
      old.object.state = .running
      return
    }
    withHeldDispatcher { dispatcher in
      dispatcher.current = next
      dispatcher.contextSwitches &+= 1
    }
    next.object.state = .running
    next.object.contextSwitches &+= 1
    prepareProcessor(for: next, after: old)
    unsafe KiSwapContext(&old.object.stackPointer, next.object.stackPointer)
  }

  /// Tells the processor what belongs to the thread: its stack for entries from ring 3, what preempts it there, and its address space. Both
  /// stacks are in the system's half, which all address spaces share.
  @inline(__always)
  private func prepareProcessor(for next: Reference<Thread>, after old: Reference<Thread>) {
    cpu_set_kernel_stack(next.object.stackBase.raw)
    cpu_set_preemption(next.object.preemption)
    if next.object.directory != old.object.directory { Machine().switchDirectory(to: next.object.directory) }
  }

  @inline(__always)
  private func nextThread() -> Reference<Thread> {
    while true {
      if let next = withHeldDispatcher({ dispatcher in dispatcher.ready.removeBest() }) {
        next.object.state = .standby
        return next
      }
      idle()
    }
  }

  /// Halts until an interrupt leaves work, and does the work. Interrupts are off between the look and the halt, and `sti` lets none in
  /// before the next instruction: a wake-up cannot be lost. The level stays at DISPATCH_LEVEL, so the interrupts themselves leave the work
  /// to this loop. NT: KiIdleLoop
  @inline(never)
  private func idle() {
    withHeldDispatcher { dispatcher in dispatcher.isIdle = true }
    cpu_cli()
    while cpu_pending() == 0 {
      cpu_sti_hlt()
      cpu_cli()
    }
    withHeldDispatcher { dispatcher in dispatcher.isIdle = false }
    cpu_sti()
    runDeferredWork()
  }
#endif
