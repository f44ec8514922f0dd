#if os(none)
  import MemoryManager

  /// Does nothing but run the calling thread's user APCs, of which there are none: what a system call costs at least.
  @c(NtTestAlert) public func ntTestAlert() -> UInt32 { Status.success.raw }

  /// STATUS_NO_YIELD_PERFORMED when no other thread could run.
  @c(NtYieldExecution) public func ntYieldExecution() -> UInt32 { (yield() ? Status.success : .noYieldPerformed).raw }
#endif
