#if os(none)
  import CMachine
  import Machine

  /// Called on the way to ring 3, with interrupts off, when the ready summary is not below the running thread's preemption: a better thread is
  /// ready, the thread has used up its quantum, or it must end. The kernel itself is never preempted: only here does a thread give way without
  /// having asked to. NT: KiServiceExit's look for APCs, and KiQuantumEnd
  @c(KiReturnToUser) public func returnToUser() {
    cpu_sti()
    let thread = currentThread
    if thread.object.isTerminating { terminateThread() }
    atDispatchLevel {
      if thread.queueForPreemption() { switchThread(from: thread) } else { cpu_set_preemption(thread.object.preemption) }
    }
  }

  extension Reference where Object == Thread {
    /// False when no one else is to run.
    fileprivate func queueForPreemption() -> Bool {
      withHeldDispatcher { dispatcher in
        if object.quantum == 0 {
          object.quantum = Thread.fullQuantum
          guard dispatcher.ready.hasThread(atLeast: object.priority) else { return false }
          dispatcher.ready.append(self)
        } else {
          guard dispatcher.ready.summary >= object.preemption else { return false }
          dispatcher.ready.prepend(self)
        }
        return true
      }
    }

    /// The clock found the thread running. At the clock's level. NT: KeUpdateRunTime
    func chargeTick() {
      object.runTicks &+= 1
      guard object.quantum > 0 else { return }
      object.quantum -= 1
      if object.quantum == 0 { cpu_set_preemption(0) }
    }
  }
#endif
