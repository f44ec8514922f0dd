#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// CR2 is read before anything can fault again; then interrupts go on if they were on. NT: KiTrap0E
  func pageFaultTrap(_ frame: UnsafeMutablePointer<TrapFrame>) {
    let address = cpu_cr2()
    let interruptsWereOn = unsafe frame.pointee.eflags & 0x200 != 0
    if interruptsWereOn { cpu_sti() }
    let status = unsafe pageFault(frame.pointee.error, address, frame)
    if status == Status.success.raw { return }
    if unsafe Recovery.resume(frame, status) { return }
    unsafe bugCheck(.kmodeExceptionNotHandled, status, frame.pointee.eip, frame.pointee.error >> 1 & 1, address, frame: frame)
  }

  /// The door to the memory manager's fault switch: `error` is the processor's error code. A fault that no one could go on from is a bug check.
  /// NT: MmAccessFault
  @c(MmAccessFault) @inline(never)
  public func pageFault(_ error: UInt32, _ address: UInt32, _ frame: UnsafeMutablePointer<TrapFrame>) -> UInt32 {
    let fault = unsafe PageFault(address: VirtualAddress(address), error: error, instruction: VirtualAddress(frame.pointee.eip))
    if Irql.isAtDispatchOrAbove { unsafe stopForFaultAtDispatch(fault, frame) }
    switch memoryManager.accessFault(fault) {
    case .resolved: return Status.success.raw
    case .accessViolation: return Status.accessViolation.raw
    case .guardPageViolation: return Status.guardPageViolation.raw
    case .stackOverflow: return Status.stackOverflow.raw
    case .noPage:
      unsafe availablePagesEvent.clear()
      unsafe waitForSingleObject(&availablePagesEvent, timeout: .milliseconds(20), reason: "an available page")
      return Status.success.raw
    case .invalidSystemAddress(let kind):
      if unsafe Recovery.covers(frame) { return Status.accessViolation.raw }
      unsafe bugCheck(.pageFaultInNonpagedArea, address, isWrite(fault), frame.pointee.eip, kind, frame: frame)
    case .writeToReadOnly:
      if unsafe Recovery.covers(frame) { return Status.accessViolation.raw }
      unsafe bugCheck(
        .attemptedWriteToReadonlyMemory, address, Machine()[fault.address.pde].isLarge ? 0 : Machine()[fault.address.pte].raw, 0, 0, frame: frame)
    }
  }

  /// The locks that a fault needs may be held: by the pools' own code if the fault is theirs, which means that a pool is damaged.
  private func stopForFaultAtDispatch(_ fault: PageFault, _ frame: UnsafeMutablePointer<TrapFrame>) -> Never {
    let instruction = unsafe frame.pointee.eip
    let isPoolCode = instruction >= cpu_pool_text_start() && instruction < cpu_pool_text_end()
    unsafe bugCheck(
      isPoolCode ? .driverCorruptedExpool : .irqlNotLessOrEqual, fault.address.raw, Irql.current, isWrite(fault), instruction, frame: frame)
  }

  private func isWrite(_ fault: PageFault) -> UInt32 { fault.access == .write ? 1 : 0 }
#endif
