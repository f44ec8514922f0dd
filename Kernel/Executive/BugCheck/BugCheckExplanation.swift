#if os(none)
  import Machine

  extension BugCheck {
    /// Says in words what the parameters mean, where one line can.
    func explain(_ code: BugCheckCode) {
      switch code {
      case .irqlNotLessOrEqual, .driverIrqlNotLessOrEqual, .driverCorruptedExpool, .driverCorruptedMmpool:
        print("\(access(p3)) 0x\(hex: p1) at IRQL \(p2), where no page fault can be resolved, by \(symbol: VirtualAddress(p4)).")
      case .pageFaultInNonpagedArea:
        print("\(access(p2)) 0x\(hex: p1), which is not mapped, by \(symbol: VirtualAddress(p3)).")
      case .attemptedWriteToReadonlyMemory: print("Write to 0x\(hex: p1), which is read-only.")
      case .unexpectedKernelModeTrap: explainTrap()
      case .kmodeExceptionNotHandled: explainException()
      case .badPoolCaller: explainPoolCaller()
      case .badPoolHeader: explainPoolHeader()
      case .pfnListCorrupt: explainPfnList()
      case .noMoreSystemPtes: print("\(p2) system PTEs were asked for; \(p3) of \(p4) are free.")
      case .mustSucceedPoolEmpty: print("\(p1) bytes were asked for; \(p4) pages are available.")
      case .noPagesAvailable: print("No page is free and none can be freed: the last write of modified pages ended with 0x\(hex: p4).")
      case .kernelStackInpageError: print("Page file \(p3) could not be read at byte 0x\(hex: p4): status 0x\(hex: p2).")
      default: break
      }
    }

    private func access(_ isWrite: UInt32) -> StaticString { isWrite != 0 ? "Write to" : "Read of" }

    private func explainException() {
      print("Exception 0x\(hex: p1): \(Self.exceptionName(p1))", terminator: "")
      if p2 != 0 { print(" at \(symbol: VirtualAddress(p2))", terminator: "") }
      print(".")
    }

    /// Of NT's status codes for exceptions of the processor.
    private static func exceptionName(_ status: UInt32) -> StaticString {
      switch status {
      case 0x8000_0002: "misaligned access"
      case 0x8000_0003: "breakpoint"
      case 0x8000_0004: "single step"
      case 0xC000_0005: "access violation"
      case 0xC000_001D: "failed check or illegal instruction"
      case 0xC000_0046: "a mutex was released by a thread that does not own it"
      case 0xC000_008C: "index out of bounds"
      case 0xC000_0094: "division by zero"
      case 0xC000_0095: "overflow"
      default: "not expected here"
      }
    }

    private func explainTrap() {
      guard p1 < 20 else { return print("Trap 0x\(shortHex: p1).") }
      print("Trap 0x\(shortHex: p1): \(Self.trapName(p1)).")
    }

    private static func trapName(_ vector: UInt32) -> StaticString {
      switch vector {
      case 0: "division by zero"
      case 1: "debug exception"
      case 2: "non-maskable interrupt"
      case 3: "breakpoint"
      case 4: "overflow"
      case 5: "bound check"
      case 6: "illegal instruction"
      case 7: "coprocessor not available"
      case 8: "double fault (the kernel stack has most likely overflowed)"
      case 10: "invalid task state segment"
      case 11: "segment not present"
      case 12: "stack segment fault"
      case 13: "general protection fault"
      case 14: "page fault"
      case 16: "coprocessor error"
      case 17: "alignment check"
      case 18: "machine check"
      case 19: "SIMD exception"
      default: "reserved"
      }
    }

    private func explainPoolCaller() {
      switch p1 {
      case 0x00: print("Zero bytes of pool were asked for.")
      case 0x01, 0x02, 0x04: print("The block being freed has a damaged header.")
      case 0x06, 0x07: print("A block of pool was freed twice.")
      case 0x08: print("Pool was allocated at IRQL \(p2), which is too high.")
      case 0x09: print("Pool was freed at IRQL \(p2), which is too high.")
      case 0x0A: print("The block at 0x\(hex: p2) has the tag '\(tag: p3)' but was freed with '\(tag: p4)'.")
      case 0x40: print("0x\(hex: p2) is a user address, not pool.")
      case 0x41, 0x44, 0x47, 0x48, 0x50: print("0x\(hex: p2) was not allocated from the pool.")
      case 0x42, 0x43, 0x46: print("0x\(hex: p2) is not in any pool.")
      default: break
      }
    }

    private func explainPoolHeader() {
      switch p1 {
      case 0x03: print("The free list entry at 0x\(hex: p2) is damaged.")
      case 0x05: print("The headers of neighbours disagree, near 0x\(hex: p2).")
      case 0x06, 0x07, 0x08, 0x09, 0x0A, 0x20: print("The header at 0x\(hex: p2) has a wrong size.")
      case 0x0D, 0x0E, 0x0F, 0x23, 0x24, 0x25: print("A block was written to after it was freed, near 0x\(hex: p2).")
      default: break
      }
    }

    private func explainPfnList() {
      switch p1 {
      case 0x01, 0x02, 0x8F: print("A page list is damaged.")
      case 0x07: print("Page 0x\(shortHex: p2) was unlocked more often than it was locked.")
      case 0x99: print("Page 0x\(shortHex: p2) is not in the state its PTE says.")
      case 0x9A: print("Page 0x\(shortHex: p2) was freed while it was locked.")
      default: break
      }
    }
  }
#endif
