#if os(none)
  import CMachine
  import Machine

  /// The two task state segments that the boot code made. NT: KTSS, KiDoubleFaultTSS. Source: Intel SDM volume 3, "Task-state segment"
  enum TaskState {
    private enum Offset {
      static let directory: UInt32 = 0x1C
      static let eip: UInt32 = 0x20
      static let eflags: UInt32 = 0x24
      /// eax, ecx, edx, ebx, esp, ebp, esi, edi.
      static let registers: UInt32 = 0x28
    }

    /// The double fault's task needs the kernel's page directory.
    static func prepareDoubleFault() { cpu_store32(cpu_double_fault_task_state() + Offset.directory, cpu_cr3()) }

    /// What the processor saved of the task that a double fault ended.
    static var interrupted: TrapFrame {
      func register(_ index: UInt32) -> UInt32 { cpu_load32(cpu_task_state() + Offset.registers + index * 4) }
      var frame = TrapFrame()
      frame.vector = 8
      frame.eip = cpu_load32(cpu_task_state() + Offset.eip)
      frame.eflags = cpu_load32(cpu_task_state() + Offset.eflags)
      frame.cs = 8
      (frame.eax, frame.ecx, frame.edx, frame.ebx) = (register(0), register(1), register(2), register(3))
      (frame.kernelEsp, frame.ebp, frame.esi, frame.edi) = (register(4), register(5), register(6), register(7))
      return frame
    }
  }

  /// A fault while entering a fault handler: as a rule a kernel stack that ran into its guard page. On a stack of its own. NT: KiTrap08
  @c(KiDoubleFault) public func doubleFault() {
    var frame = TaskState.interrupted
    unsafe bugCheck(.unexpectedKernelModeTrap, 8, cpu_cr2(), frame.kernelEsp, frame.eip, frame: &frame)
  }
#endif
