#if os(none)
  import Machine
  import MemoryManager

  /// Ticks that a thread waits before its stack goes. NT: KiStackProtectTime
  var stackProtectTime: UInt32 {
    let frames = memoryManager.pfnDatabase.withLock { $0.memory.frames }
    return (SystemSize(frames: frames) == .small ? 5 : 15) * Clock.ticksPerSecond
  }
  /// From here on the stacks of threads stay. NT: the priority that KiOutSwapKernelStacks looks for
  private let protectedPriority: UInt32 = 25

  // MARK: Out

  /// Takes the stacks of the threads out that have been waiting for `ticks` or longer for what their programs asked for. NT: KiOutSwapKernelStacks
  package func outswapThreads(waitingFor ticks: UInt32) {
    guard memoryManager.areStacksPageable else { return }
    forEachThread { thread in
      guard thread.object.process != nil else { return }
      atDispatchLevel { outswapIfIdle(thread, ticks) }
    }
    forEachProcess(outswapIfIdle)
  }

  /// At DISPATCH_LEVEL.
  private func outswapIfIdle(_ thread: Reference<Thread>, _ ticks: UInt32) {
    guard thread.object.state == .waiting, thread.object.waitMode == .user, thread.object.isStackResident, thread.object.attached == nil,
      thread.object.priority < protectedPriority, tickCount() &- thread.object.waitTick >= ticks
    else { return }
    memoryManager.outPageKernelStack(top: thread.object.stackBase)
    thread.object.isStackResident = false
  }

  /// With the last stack of its threads the process goes: all of its pages that nobody has locked leave its working set, then, as they leave memory,
  /// its page tables, and at last its page directory. NT: KiOutSwapProcesses
  private func outswapIfIdle(_ process: Reference<Process>) {
    var isIdle = process.object.threads > 0
    process.forEachThread { thread in if thread.object.isStackResident { isIdle = false } }
    guard isIdle, let space = process.object.addressSpace, process.object.visitors == 0 else { return }
    process.object.isOutswapped = true
    memoryManager.outSwap(space)
  }

  // MARK: In

  /// Brings in the stacks of the threads whose waits have ended, and their processes: then they are ready. NT: KiInSwapKernelStacks
  func inswapThreads() {
    while let thread = withDispatcher({ dispatcher in dispatcher.inswaps.removeFirst() }) {
      inswapStack(of: thread)
      thread.object.process?.bringIn()
      atDispatchLevel {
        thread.object.process?.object.isOutswapped = false
        thread.object.isStackResident = true
        thread.makeReady()
      }
    }
  }

  /// Without its stack a thread is lost.
  private func inswapStack(of thread: Reference<Thread>) {
    let top = thread.object.stackBase
    let status = restarting(finishes: true) { () throws(Restart) in
      try memoryManager.inPageKernelStack(top: top)
      return .success
    }
    if !status.isSuccess { stopForLostPage(memoryManager.missingStackPage(top: top)) }
  }
#endif
