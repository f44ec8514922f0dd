#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The thread's side: it stops in the kernel at every exception, and goes on with what the console asks for.
  extension Reference where Object == ServiceConsole {
    /// Everything that the thread does in ring 3 ends with an exception. It waits there until the console wants more, or until it is to end.
    fileprivate func park(_ frame: UnsafeMutablePointer<TrapFrame>, _ status: UInt32, _ address: UInt32) {
      object.outcome = unsafe outcome(frame, status, address)
      object.isParked = true
      parked.set()
      let ending = currentThread.wait(.any, 1, go.header, timeout: .never, reason: "the service console", mode: .user)
      if ending.isSatisfied { unsafe begin(frame) }
    }

    /// The HLT at the end of a task is a privileged instruction.
    private func outcome(_ frame: UnsafeMutablePointer<TrapFrame>, _ status: UInt32, _ address: UInt32) -> AgentOutcome {
      let (vector, place) = unsafe (frame.pointee.vector, frame.pointee.eip)
      if vector == 13 && place == object.request.task.end.raw { return .finished(unsafe frame.pointee.eax) }
      guard vector == 14 else { return .exception(status, nil) }
      return .exception(status, unsafe PageFault(address: VirtualAddress(address), error: frame.pointee.error, instruction: VirtualAddress(place)))
    }

    private func begin(_ frame: UnsafeMutablePointer<TrapFrame>) {
      let request = object.request
      unsafe frame.pointee.eip = request.task.entry.raw
      unsafe frame.pointee.eax = request.eax
      unsafe frame.pointee.ecx = request.ecx
      unsafe frame.pointee.edx = request.edx
      unsafe frame.pointee.edi = request.edi
      unsafe frame.pointee.eflags = 0x202
    }
  }

  func consoleExceptionHook(_ frame: UnsafeMutablePointer<TrapFrame>, _ status: UInt32, _ address: UInt32) -> Bool {
    let thread = currentThread
    guard let console = ServiceConsoles.find(where: { $0.object.thread == thread }) else { return false }
    unsafe console.park(frame, status, address)
    return true
  }

  /// The console's side.
  extension Reference where Object == ServiceConsole {
    /// Has the thread do something, and waits for it: until Ctrl-C, or for half a minute.
    func run(_ request: AgentRequest) -> AgentOutcome {
      object.request = request
      object.isParked = false
      go.set()
      return waitForThread()
    }

    /// Until the thread is parked or has ended.
    func waitForThread() -> AgentOutcome {
      let outcome = SelectedProcess.waitOutside { () -> AgentOutcome in
        for _ in 0..<300 {
          let status = currentThread.wait(
            .any, 2, parked.header, object.thread.header, timeout: .milliseconds(100), reason: "the thread of a spawned process")
          if status == .object(0) { return object.outcome }
          if status == .object(1) { return .ended(object.process.object.exitStatus.raw) }
          if Console.isInterrupted { break }
        }
        return .underWay
      }
      if case .underWay = outcome { object.isLate = true }
      return outcome
    }
  }

  extension AgentOutcome {
    /// Says how a task ended; of one that finished, as the status of a service.
    func write() {
      switch self {
      case .finished(let status): print("\(status: status)")
      case .ended(let status): print("The process has ended: \(status: status)")
      case .underWay: print("It is not done yet; the process goes on with it.")
      case .exception(let status, let fault):
        print("\(status: status)", terminator: "")
        if let fault { print(" \(verb(fault.access)) 0x\(fault.address)", terminator: "") }
        print()
      }
    }

    private func verb(_ access: PageFault.Access) -> StaticString {
      switch access {
      case .read: "reading"
      case .write: "writing"
      case .execute: "executing"
      }
    }
  }
#endif
