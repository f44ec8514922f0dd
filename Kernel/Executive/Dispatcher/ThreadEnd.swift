#if os(none)
  import Machine
  import MemoryManager

  /// Ends the running thread, and with the last thread of a process that process. Those who wait for its end go on, those who wait for its mutexes get them abandoned. NT: PsTerminateSystemThread
  package func terminateThread() -> Never {
    mayWait()
    let thread = currentThread
    thread.leaveProcess()
    atDispatchLevel {
      while let mutex = thread.object.ownedMutexes { mutex.abandon() }
      thread.object.state = .terminated
      thread.object.header.signalState = 1
      testWaiters(of: thread.header)
      withHeldDispatcher { dispatcher in dispatcher.threads.addEnded(thread) }
      unsafe swapEvent.set()
      switchThread(from: thread)
    }
    fatalError("a thread ran after its end")
  }

  /// Gives back the stacks of the threads that have ended, and the memory of those that nobody refers to. A thread cannot do it itself: it
  /// stands on its stack up to its last instruction. NT: PspReaper
  func reapThreads() {
    while let thread = withDispatcher({ dispatcher in dispatcher.threads.removeEnded() }) {
      guard thread.object.isInPool else { continue }
      memoryManager.deleteKernelStack(top: thread.object.stackBase)
      thread.object.stackBase = VirtualAddress(0)
      thread.object.stackLimit = VirtualAddress(0)
      let process = thread.object.process
      thread.object.process = nil
      process?.dereference()
      thread.dereference()
    }
  }
#endif
