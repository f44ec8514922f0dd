#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Has a process and all its threads end; a thread of its own that calls this ends when it would return to ring 3. The caller is not attached
  /// to the process. STATUS_PROCESS_IS_TERMINATING if that was asked for before. NT: PspTerminateProcess
  @discardableResult
  package func terminateProcess(_ process: Reference<Process>, _ status: Status) -> Status {
    guard process != systemProcess else { return .accessDenied }
    let isFirst = atDispatchLevel {
      guard !process.object.isTerminating else { return false }
      process.object.isTerminating = true
      process.object.exitStatus = status
      process.forEachThread { $0.requestEnd(status) }
      return true
    }
    guard isFirst else { return .processIsTerminating }
    if process.object.threads == 0 { process.end() }
    return .success
  }

  extension Reference where Object == Thread {
    /// Has a thread of a process end: at its return to ring 3 at the latest, and a wait that can be broken does not hold it up. At
    /// DISPATCH_LEVEL. NT: PspTerminateThreadByPointer
    func requestEnd(_ status: Status) {
      guard !object.isTerminating else { return }
      object.isTerminating = true
      object.exitStatus = status
      object.preemption = 0
      if self == currentThread {
        cpu_set_preemption(0)
      } else if object.state == .waiting && object.isAlertable {
        endWait(.alerted)
      }
    }

    /// What the running thread does for its process before it ends: the last one ends the process. NT: PspExitThread
    func leaveProcess() {
      guard let process = object.process else { return }
      if let space = process.object.addressSpace, !process.object.isTerminating { object.userStack?.release(in: space) }
      let isLast = atDispatchLevel {
        process.remove(self)
        guard process.object.threads == 0 else { return false }
        if !process.object.isTerminating {
          process.object.isTerminating = true
          process.object.exitStatus = object.exitStatus
        }
        return true
      }
      if isLast { process.end() }
    }
  }

  extension Reference where Object == Process {
    /// Frees what the process has, and says that it has ended. It has no thread any more but perhaps the running one. NT: PspExitProcess
    func end() {
      waitForVisitors()
      closeHandles()
      clean()
      atDispatchLevel {
        object.header.signalState = 1
        testWaiters(of: header)
      }
    }

    /// Frees everything below the system's half, from inside.
    private func clean() {
      guard let space = object.addressSpace else { return }
      let thread = currentThread
      let previous = thread.object.attached ?? thread.object.process ?? systemProcess
      thread.enter(self)
      cleanAddressSpace(space)
      thread.enter(previous)
    }
  }

  /// A page table that cannot be read is given up, and the slots that it named with it.
  private func cleanAddressSpace(_ space: AddressSpace) {
    while true {
      let status = restarting(finishes: true) { () throws(Restart) in
        try memoryManager.cleanAddressSpace(space)
        return .success
      }
      if status == .success { return }
      memoryManager.abandonTable(space)
    }
  }

  /// Deletes the processes that nobody refers to. Called by a thread of the system. NT: PspProcessDelete
  func reapProcesses() {
    while let process = withDispatcher({ dispatcher in dispatcher.processes.removeUnreferenced() }) {
      // It may never have had a thread.
      if !process.object.isClosed { process.end() }
      if let space = process.object.addressSpace { memoryManager.deleteAddressSpace(space) }
      process.deallocate()
    }
  }
#endif
