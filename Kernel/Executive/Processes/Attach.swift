#if os(none)
  import Machine
  import MemoryManager

  /// The process whose thread is running, attached to another or not. NT: PsGetCurrentThreadProcess
  package var currentProcess: Reference<Process> { currentThread.object.process ?? systemProcess }

  /// What lies below the system's half now: that of the process the running thread is attached to, or else its own; nil in the system process.
  package var currentAddressSpace: AddressSpace? {
    @inline(__always) get { currentThread.object.addressSpace }
  }

  /// In which process's address space a thread was before it was attached to another: whoever attaches keeps it. NT: KAPC_STATE
  package struct Attachment {
    fileprivate let process: Reference<Process>?
  }

  /// Brings the running thread into the address space of `process`, until `detach` is called with what this returns. May be nested. A process that
  /// is out comes into memory first, so that the thread may have to wait.
  /// Throws STATUS_PROCESS_IS_TERMINATING when the address space is going or gone; an address space that has a visitor stays.
  /// NT: KeStackAttachProcess, with PspLockProcess's rundown protection
  package func attach(to process: Reference<Process>) throws(Status) -> Attachment {
    guard process.admitVisitor() else { throw .processIsTerminating }
    process.bringIn()
    let thread = currentThread
    let previous = Attachment(process: thread.object.attached)
    thread.enter(process)
    return previous
  }

  /// NT: KeUnstackDetachProcess
  package func detach(to previous: Attachment) {
    let thread = currentThread
    let left = thread.object.attached ?? currentProcess
    thread.enter(previous.process ?? currentProcess)
    left.dismissVisitor()
  }

  extension Reference where Object == Thread {
    /// The process it is a thread of, for good; nil for the system process.
    func setHome(_ process: Reference<Process>?) {
      let home = process ?? systemProcess
      object.process = process
      object.addressSpace = home.object.addressSpace
      object.directory = home.object.directory
    }

    /// Goes into the address space of `process`, which keeps existing meanwhile. The thread is the running one.
    func enter(_ process: Reference<Process>) {
      let isHome = process == object.process ?? systemProcess
      atDispatchLevel {
        object.attached = isHome ? nil : process
        object.addressSpace = process.object.addressSpace
        guard object.directory != process.object.directory else { return }
        object.directory = process.object.directory
        Machine().switchDirectory(to: object.directory)
      }
    }
  }

  extension Reference where Object == Process {
    /// NT: ExAcquireRundownProtection
    fileprivate func admitVisitor() -> Bool {
      atDispatchLevel {
        guard !object.isClosed else { return false }
        object.visitors += 1
        return true
      }
    }

    /// NT: ExReleaseRundownProtection
    fileprivate func dismissVisitor() {
      atDispatchLevel {
        object.visitors -= 1
        if object.visitors == 0 && object.isClosed { object.lastVisitorLeft.set() }
      }
    }

    /// Lets no one in any more, and waits until everyone has left. NT: ExWaitForRundownProtectionRelease
    func waitForVisitors() {
      let isOccupied = atDispatchLevel {
        object.isClosed = true
        return object.visitors > 0
      }
      if isOccupied { unsafe waitForSingleObject(&object.lastVisitorLeft, reason: "others to leave the address space") }
    }
  }
#endif
