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
    if unsafe frame.pointee.isFromUser {
      return unsafe raiseUserException(Status(raw: status), frame, access: decode(frame.pointee.error, address, frame))
    }
    if unsafe Recovery.resume(frame, status) { return }
    unsafe bugCheck(.kmodeExceptionNotHandled, status, frame.pointee.eip, frame.pointee.error >> 1 & 1, address, frame: frame)
  }

  /// The door to the memory manager's fault switch: `error` is the processor's error code. A fault that no one could go on from is a bug check.
  /// NT: MmAccessFault
  @c(MmAccessFault) @inline(never)
  public func pageFault(_ error: UInt32, _ address: UInt32, _ frame: UnsafeMutablePointer<TrapFrame>) -> UInt32 {
    let fault = unsafe decode(error, address, frame)
    if Irql.isAtDispatchOrAbove { unsafe stopForFaultAtDispatch(fault, frame) }
    let resolution = memoryManager.accessFault(fault, in: currentAddressSpace)
    if case .resolved = resolution { return Status.success.raw }
    return unsafe settle(fault, resolution, frame)
  }

  /// What is no matter of the memory manager alone.
  @inline(never)
  private func settle(_ fault: PageFault, _ resolution: FaultResolution, _ frame: UnsafeMutablePointer<TrapFrame>) -> UInt32 {
    guard let resolution = settle(resolution, { memoryManager.accessFault(fault, in: currentAddressSpace, after: $0) }) else {
      return unsafe failToRead(fault, frame)
    }
    let address = fault.address.raw
    switch resolution {
    case .resolved, .pageIn, .collided: return Status.success.raw
    case .guardPageViolation: return growUserStack(fault.address).raw
    case .accessViolation, .stackOverflow: return (resolution.status ?? .accessViolation).raw
    case .noPage: return unsafe waitForPage(fault, frame).raw
    case .invalidSystemAddress(let kind):
      if unsafe Recovery.covers(frame) { return Status.accessViolation.raw }
      unsafe bugCheck(.pageFaultInNonpagedArea, address, isWrite(fault), frame.pointee.eip, kind, frame: frame)
    case .writeToReadOnly:
      if unsafe Recovery.covers(frame) { return Status.accessViolation.raw }
      unsafe bugCheck(
        .attemptedWriteToReadonlyMemory, address, Machine()[fault.address.pde].isLarge ? 0 : Machine()[fault.address.pte].raw, 0, 0, frame: frame)
    }
  }

  /// A guard page is the program's affair, unless it is that of the stack it was given: which mode the access came from makes no difference.
  private func growUserStack(_ address: VirtualAddress) -> Status {
    let thread = currentThread
    guard let stack = thread.object.userStack, thread.object.attached == nil, let space = thread.object.addressSpace, stack.contains(address) else {
      return .guardPageViolation
    }
    do throws(Status) { try stack.grow(to: address, in: space) } catch { return error }
    return .success
  }

  private func decode(_ error: UInt32, _ address: UInt32, _ frame: UnsafePointer<TrapFrame>) -> PageFault {
    unsafe PageFault(address: VirtualAddress(address), error: error, instruction: VirtualAddress(frame.pointee.eip))
  }

  /// The page is in a page file and cannot be read: the affair of whoever tried, unless that is the kernel itself. NT: MiWaitForInPageComplete
  private func failToRead(_ fault: PageFault, _ frame: UnsafeMutablePointer<TrapFrame>) -> UInt32 {
    if unsafe fault.mode == .user || Recovery.covers(frame) { return Status.inPageError.raw }
    let pte = fault.address.pte
    unsafe bugCheck(.kernelDataInpageError, pte.raw, lastReadFailure.raw, Machine()[pte].raw, fault.address.raw, frame: frame)
  }

  /// Waits a while, so that the access can be tried again. Not if a process ends that the access is for: what it holds may be what everyone
  /// waits for. From ring 3 its thread then ends on its way back, and a probe of its memory fails. NT: MiWaitForFreePage, in effect
  private func waitForPage(_ fault: PageFault, _ frame: UnsafePointer<TrapFrame>) -> Status {
    let thread = currentThread
    let isAlertable = unsafe fault.mode == .user || fault.address < SystemRegion.systemStart && Recovery.covers(frame)
    let owner = thread.object.attached ?? currentProcess
    if isAlertable && (thread.object.isTerminating || owner.object.isTerminating) { return fault.mode == .user ? .success : .accessViolation }
    PageShortage.wait(isAlertable: isAlertable)
    return .success
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
