#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The vectors that are not exceptions of their own kind here.
  private enum Vector {
    static let breakpoint: UInt32 = 3
    static let noCoprocessor: UInt32 = 7
    static let invalidTaskState: UInt32 = 10
    static let generalProtection: UInt32 = 13
    static let pageFault: UInt32 = 14
    static let alignmentCheck: UInt32 = 17
    /// NT: the debug service; in the kernel it does nothing, and so measures what a trap costs.
    static let debugService: UInt32 = 0x2D
  }

  /// Every exception, with interrupts off, on the stack of whoever caused it. NT: KiTrap00 to KiTrap1F
  @c(KiTrap) public func trap(_ frame: UnsafeMutablePointer<TrapFrame>) {
    if unsafe frame.pointee.vector == Vector.pageFault { return unsafe pageFaultTrap(frame) }
    if unsafe frame.pointee.isFromUser { return unsafe userExceptionTrap(frame) }
    if unsafe frame.pointee.vector != Vector.debugService { unsafe exceptionTrap(frame) }
  }

  extension TrapFrame {
    /// Ring 3 was interrupted.
    var isFromUser: Bool { cs & 3 != 0 }
  }

  /// Whatever ring 3 did is its own affair; only what no program can cause says that the machine is broken.
  private func userExceptionTrap(_ frame: UnsafeMutablePointer<TrapFrame>) {
    let vector = unsafe frame.pointee.vector
    guard var status = userExceptionStatus(vector) else { unsafe stopForTrap(frame) }
    cpu_sti()
    // It says where the instruction is, which the processor has left behind.
    if vector == Vector.breakpoint { unsafe frame.pointee.eip &-= 1 }
    if vector == Vector.generalProtection, unsafe isPrivilegedInstruction(at: frame.pointee.eip) { status = .privilegedInstruction }
    unsafe raiseUserException(status, frame)
  }

  /// An exception other than a page fault: expected in a probed access, else the end. NT: KiDispatchException
  private func exceptionTrap(_ frame: UnsafeMutablePointer<TrapFrame>) {
    let vector = unsafe frame.pointee.vector
    if let status = exceptionStatus(vector) {
      if vector == Vector.generalProtection || vector == Vector.alignmentCheck, unsafe Recovery.resume(frame, status.raw) { return }
      unsafe bugCheck(.kmodeExceptionNotHandled, status.raw, frame.pointee.eip, frame.pointee.error, 0, frame: frame)
    }
    unsafe stopForTrap(frame)
  }

  private func stopForTrap(_ frame: UnsafeMutablePointer<TrapFrame>) -> Never {
    unsafe bugCheck(.unexpectedKernelModeTrap, frame.pointee.vector, frame.pointee.error, 0, 0, frame: frame)
  }

  /// In ring 3 there are more: there is no coprocessor, a return from a task that there is not, and NT's debug service is a breakpoint.
  private func userExceptionStatus(_ vector: UInt32) -> Status? {
    switch vector {
    case Vector.noCoprocessor: .illegalInstruction
    case Vector.invalidTaskState...Vector.generalProtection: .accessViolation
    case Vector.debugService: .breakpoint
    default: exceptionStatus(vector)
    }
  }

  /// The status of those exceptions that NT hands to exception handlers; the others stop the system at once.
  private func exceptionStatus(_ vector: UInt32) -> Status? {
    switch vector {
    case 0: .integerDivideByZero
    case 1: .singleStep
    case Vector.breakpoint: .breakpoint
    case 4: .integerOverflow
    case 5: .arrayBoundsExceeded
    case 6: .illegalInstruction
    case Vector.generalProtection: .accessViolation
    case Vector.alignmentCheck: .datatypeMisalignment
    default: nil
    }
  }
#endif
