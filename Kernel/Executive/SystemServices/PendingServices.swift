#if os(none)
  import MemoryManager

  // Doors that are in the list already and are not open yet.
  private let refusal = Status.notSupported.raw
  @c(NtAllocateVirtualMemory) public func ntAllocateVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 {
    refusal
  }
  @c(NtClose) public func ntClose(_: UInt32) -> UInt32 { refusal }
  @c(NtDelayExecution) public func ntDelayExecution(_: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtDisplayString) public func ntDisplayString(_: UInt32) -> UInt32 { refusal }
  @c(NtFlushInstructionCache) public func ntFlushInstructionCache(_: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtFlushVirtualMemory) public func ntFlushVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtFreeVirtualMemory) public func ntFreeVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtGetWriteWatch) public func ntGetWriteWatch(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtLockVirtualMemory) public func ntLockVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtOpenProcess) public func ntOpenProcess(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtProtectVirtualMemory) public func ntProtectVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtQueryInformationProcess) public func ntQueryInformationProcess(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtQuerySystemInformation) public func ntQuerySystemInformation(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtQueryVirtualMemory) public func ntQueryVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtReadVirtualMemory) public func ntReadVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtResetWriteWatch) public func ntResetWriteWatch(_: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtSetInformationProcess) public func ntSetInformationProcess(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtTerminateProcess) public func ntTerminateProcess(_: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtTerminateThread) public func ntTerminateThread(_: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtUnlockVirtualMemory) public func ntUnlockVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtWaitForSingleObject) public func ntWaitForSingleObject(_: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
  @c(NtWriteVirtualMemory) public func ntWriteVirtualMemory(_: UInt32, _: UInt32, _: UInt32, _: UInt32, _: UInt32) -> UInt32 { refusal }
#endif
