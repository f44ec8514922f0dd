#if os(none)
  import Machine
  import MemoryManager

  /// An address space and the threads that run in it: in nonpaged pool, except for the system process. Fields are changed at DISPATCH_LEVEL.
  /// NT: KPROCESS, EPROCESS
  package struct Process: ~Copyable, DispatcherObject {
    /// Signaled when the process has ended.
    package var header = DispatcherHeader(.process)

    // MARK: Identity

    /// The client identifier: a multiple of 4 that no thread has either.
    package internal(set) var number: UInt32 = 0
    package internal(set) var name = ImageName()

    // MARK: Memory

    /// Nil for the system process, which has nothing below the system's half.
    package internal(set) var addressSpace: AddressSpace?
    /// What CR3 holds while one of its threads runs. Of no meaning while the address space is out.
    var directory = PageFrameNumber(0)
    package internal(set) var isLargeAddressAware = false
    package var privileges = Privileges(rawValue: 0)

    // MARK: Contents

    package var handles = HandleTable()
    var firstThread: Reference<Thread>?
    /// Threads that have not ended. NT: ActiveThreads
    package internal(set) var threads: UInt32 = 0

    /// All its threads wait for long: their stacks are out, and its pages are going. NT: ProcessOutTransition
    package internal(set) var isOutswapped = false

    // MARK: End

    package internal(set) var exitStatus = Status.pending
    /// Its threads end, and there will be no new ones.
    package internal(set) var isTerminating = false
    /// Threads that are in its address space without being its own. NT: RundownProtect
    var visitors: UInt32 = 0
    /// Visitors are no longer let in: the address space is going, or gone.
    var isClosed = false
    var lastVisitorLeft = Event(.notification)
    /// One for each thread, each handle and each holder of a `Reference` that was given with one. NT: the object header's PointerCount
    var references: UInt32 = 1
    var listNext: Reference<Process>?
    var listPrevious: Reference<Process>?
  }

  extension Reference where Object == Process {
    /// Calls `body` with every thread that has not ended. `body` does not wait: a thread could end meanwhile.
    package func forEachThread(_ body: (Reference<Thread>) -> Void) {
      var next = object.firstThread
      while let thread = next {
        next = thread.object.processNext
        body(thread)
      }
    }

    /// At DISPATCH_LEVEL.
    func add(_ thread: Reference<Thread>) {
      thread.object.processNext = object.firstThread
      object.firstThread?.object.processPrevious = thread
      object.firstThread = thread
      object.threads += 1
    }

    /// At DISPATCH_LEVEL.
    func remove(_ thread: Reference<Thread>) {
      let (next, previous) = (thread.object.processNext, thread.object.processPrevious)
      next?.object.processPrevious = previous
      if let previous { previous.object.processNext = next } else { object.firstThread = next }
      object.threads -= 1
    }
  }
#endif
