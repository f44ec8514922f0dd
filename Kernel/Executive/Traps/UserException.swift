#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// What hears of a thread's exceptions in ring 3 before they end its process. NT: the debug port
  @safe package struct ExceptionHook {
    /// Called in the thread that caused the exception, with its registers, the status and, of a page fault, the address; it may wait. True when
    /// the thread shall go on with what the frame then says.
    package typealias Body = @convention(c) (UnsafeMutablePointer<TrapFrame>, UInt32, UInt32) -> Bool
    fileprivate let body: Body
    package init(_ body: @escaping Body) { unsafe self.body = body }
  }

  /// Ring 3 did what it must not: unless the thread has a hook that deals with it, its process ends. NT: KiDispatchException
  @inline(never)
  func raiseUserException(_ status: Status, _ frame: UnsafeMutablePointer<TrapFrame>, access: PageFault? = nil) {
    let thread = currentThread
    if let hook = thread.object.exceptionHook, unsafe hook.body(frame, status.raw, access?.address.raw ?? 0) {
      return unsafe frame.pointee.sanitize()
    }
    guard terminateProcess(currentProcess, status).isSuccess else { return }
    print("Process \(currentProcess.object.name) (\(hex: currentProcess.object.number, digits: 4)) ended: ", terminator: "")
    print("\(status.name) (\(stop: status.raw))", terminator: "")
    if let access { print(" \(verb(access)) \(access.address)", terminator: "") }
    print(unsafe " at eip \(hex: frame.pointee.eip)")
  }

  private func verb(_ fault: PageFault) -> StaticString {
    switch fault.access {
    case .read: "reading"
    case .write: "writing"
    case .execute: "executing"
    }
  }
#endif
