#if os(none)
  import MemoryManager

  /// Does nothing but run the calling thread's user APCs, of which there are none: what a system call costs at least.
  @c(NtTestAlert) public func ntTestAlert() -> UInt32 { Status.success.raw }

  /// STATUS_NO_YIELD_PERFORMED when no other thread could run.
  @c(NtYieldExecution) public func ntYieldExecution() -> UInt32 { (yield() ? Status.success : .noYieldPerformed).raw }

  /// Without a handle the calling thread, unless it is the last one of its process: STATUS_CANT_TERMINATE_SELF.
  @c(NtTerminateThread) public func ntTerminateThread(_ handle: UInt32, _ status: UInt32) -> UInt32 {
    service { () throws(Status) in
      if handle == 0 && currentProcess.object.threads == 1 { throw .cantTerminateSelf }
      let thread = try referenceThread(handle: handle == 0 ? PseudoHandle.currentThread : handle, access: AccessRights.threadTerminate)
      defer { thread.dereference() }
      atDispatchLevel { thread.requestEnd(Status(raw: status)) }
      return .success
    }
  }
#endif
