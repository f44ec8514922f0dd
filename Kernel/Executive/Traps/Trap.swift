#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The vectors that are not exceptions of their own kind here.
  private enum Vector {
    static let generalProtection: UInt32 = 13
    static let pageFault: UInt32 = 14
    static let alignmentCheck: UInt32 = 17
    /// NT: the debug service; here it does nothing, and so measures what a trap costs.
    static let debugService: UInt32 = 0x2D
  }

  /// Every exception, with interrupts off, on the stack of whoever caused it. NT: KiTrap00 to KiTrap1F
  @c(KiTrap) public func trap(_ frame: UnsafeMutablePointer<TrapFrame>) {
    switch unsafe frame.pointee.vector {
    case Vector.pageFault: unsafe pageFaultTrap(frame)
    case Vector.debugService: break
    default: unsafe exceptionTrap(frame)
    }
  }

  /// An exception other than a page fault: expected in a probed access, else the end. NT: KiDispatchException
  private func exceptionTrap(_ frame: UnsafeMutablePointer<TrapFrame>) {
    let vector = unsafe frame.pointee.vector
    if let status = exceptionStatus(vector) {
      if vector == Vector.generalProtection || vector == Vector.alignmentCheck, unsafe Recovery.resume(frame, status) { return }
      unsafe bugCheck(.kmodeExceptionNotHandled, status, frame.pointee.eip, frame.pointee.error, 0, frame: frame)
    }
    unsafe bugCheck(.unexpectedKernelModeTrap, vector, frame.pointee.error, 0, 0, frame: frame)
  }

  /// The status of those exceptions that NT hands to exception handlers; the others stop the system at once.
  private func exceptionStatus(_ vector: UInt32) -> UInt32? {
    switch vector {
    case 0: 0xC000_0094  // STATUS_INTEGER_DIVIDE_BY_ZERO
    case 1: 0x8000_0004  // STATUS_SINGLE_STEP
    case 3: 0x8000_0003  // STATUS_BREAKPOINT
    case 4: 0xC000_0095  // STATUS_INTEGER_OVERFLOW
    case 5: 0xC000_008C  // STATUS_ARRAY_BOUNDS_EXCEEDED
    case 6: 0xC000_001D  // STATUS_ILLEGAL_INSTRUCTION
    case 13: 0xC000_0005  // STATUS_ACCESS_VIOLATION
    case 17: 0x8000_0002  // STATUS_DATATYPE_MISALIGNMENT
    default: nil
    }
  }
#endif
