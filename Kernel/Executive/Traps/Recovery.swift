#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Instructions that may meet a bad address on purpose, and where they go on when they do. They make the table themselves: section .recovery.
  /// NT: what a __try block around a probe is for
  enum Recovery {
    /// The trap came from such an instruction.
    static func covers(_ frame: UnsafePointer<TrapFrame>) -> Bool { unsafe landing(frame.pointee.eip) != nil }

    /// Makes the trap return to the landing place with `status` in edx; false if there is none.
    static func resume(_ frame: UnsafeMutablePointer<TrapFrame>, _ status: UInt32) -> Bool {
      guard let landing = unsafe landing(frame.pointee.eip) else { return false }
      unsafe frame.pointee.eip = landing
      unsafe frame.pointee.edx = status
      return true
    }

    private static func landing(_ instruction: UInt32) -> UInt32? {
      var entry = cpu_recovery_table()
      while entry < cpu_recovery_table_end() {
        if instruction >= cpu_load32(entry) && instruction < cpu_load32(entry + 4) { return cpu_load32(entry + 8) }
        entry += 12
      }
      return nil
    }
  }

  /// Copies `bytes` from or to memory that may be inaccessible in whole or in part; returns how many bytes were not copied.
  /// Below DISPATCH_LEVEL.
  package func probeCopy(to: VirtualAddress, from: VirtualAddress, bytes: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: KiProbeCopy(to.raw, from.raw, bytes))
  }
#endif
