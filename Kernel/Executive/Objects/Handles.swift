#if os(none)
  import Machine
  import MemoryManager

  /// Handles that need no table: they name the caller's own process and thread, and allow everything. NT: NtCurrentProcess, NtCurrentThread
  package enum PseudoHandle {
    package static let currentProcess: UInt32 = 0xFFFF_FFFF
    package static let currentThread: UInt32 = 0xFFFF_FFFE
  }

  /// The process that a handle of the current process names, with a reference for the caller. Throws STATUS_INVALID_HANDLE,
  /// STATUS_OBJECT_TYPE_MISMATCH or, when the handle does not grant all of `access`, STATUS_ACCESS_DENIED. NT: ObReferenceObjectByHandle
  package func referenceProcess(handle: UInt32, access: UInt32) throws(Status) -> Reference<Process> {
    if handle == PseudoHandle.currentProcess { return currentProcess.referenced() }
    return unsafe try reference(handle, .process, access).rebound(to: Process.self)
  }

  /// The same for a thread.
  package func referenceThread(handle: UInt32, access: UInt32) throws(Status) -> Reference<Thread> {
    unsafe try reference(handle, .thread, access).rebound(to: Thread.self)
  }

  /// The same for an object of any kind: whatever can be waited for.
  package func referenceObject(handle: UInt32, access: UInt32) throws(Status) -> Reference<DispatcherHeader> {
    try reference(handle, nil, access)
  }

  /// A handle of the current process for a process or a thread, which gets a reference more. Throws STATUS_INSUFFICIENT_RESOURCES.
  /// NT: ObInsertObject
  package func openHandle(_ object: Reference<DispatcherHeader>, access: UInt32) throws(Status) -> UInt32 {
    let process = currentProcess
    let handle = atDispatchLevel {
      let handle = process.object.handles.insert(object, access: access)
      if handle != nil { object.reference() }
      return handle
    }
    guard let handle else { throw .insufficientResources }
    return handle
  }

  /// Throws STATUS_INVALID_HANDLE. NT: NtClose
  package func closeHandle(_ handle: UInt32) throws(Status) {
    let process = currentProcess
    guard let object = atDispatchLevel({ process.object.handles.remove(handle) }) else { throw .invalidHandle }
    object.dereference()
  }

  private func reference(_ handle: UInt32, _ kind: DispatcherHeader.Kind?, _ access: UInt32) throws(Status) -> Reference<DispatcherHeader> {
    var refusal = Status.invalidHandle
    let found = atDispatchLevel { () -> Reference<DispatcherHeader>? in
      guard let (object, granted) = named(handle) else { return nil }
      refusal = kind != nil && object.object.kind != kind ? .objectTypeMismatch : .accessDenied
      guard kind == nil || object.object.kind == kind, access & ~granted == 0 else { return nil }
      object.reference()
      return object
    }
    guard let found else { throw refusal }
    return found
  }

  private func named(_ handle: UInt32) -> (object: Reference<DispatcherHeader>, access: UInt32)? {
    switch handle {
    case PseudoHandle.currentProcess: (currentProcess.header, .max)
    case PseudoHandle.currentThread: (currentThread.header, .max)
    default: currentProcess.object.handles.find(handle)
    }
  }

  extension Reference where Object == Process {
    /// Closes what the process has open when it ends. NT: ObKillProcess
    func closeHandles() {
      var handle: UInt32 = 0
      while let next = atDispatchLevel({ object.handles.next(after: handle) }) {
        atDispatchLevel { object.handles.remove(next) }?.dereference()
        handle = next
      }
      atDispatchLevel { object.handles.deallocate() }
    }
  }

  /// Processes and threads are what handles name.
  extension Reference where Object == DispatcherHeader {
    private var process: Reference<Process>? { unsafe object.kind == .process ? rebound(to: Process.self) : nil }
    private var thread: Reference<Thread>? { unsafe object.kind == .thread ? rebound(to: Thread.self) : nil }

    /// At DISPATCH_LEVEL. NT: ObReferenceObject
    func reference() {
      process?.object.references += 1
      thread?.object.references += 1
    }

    /// NT: ObDereferenceObject
    package func dereference() {
      process?.dereference()
      thread?.dereference()
    }
  }
#endif
