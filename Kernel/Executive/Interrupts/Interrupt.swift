#if os(none)
  import CMachine
  import Machine

  /// The lines in use.
  private enum InterruptLine {
    static let clock: UInt32 = 0
    static let serial: UInt32 = 4
    static let firstDisk: UInt32 = 14
    static let secondDisk: UInt32 = 15
  }

  /// Interrupts that the controllers or no known line gave. Rare on real machines, none in QEMU.
  package nonisolated(unsafe) var spuriousInterrupts: UInt32 = 0

  /// Takes over the interrupt controllers and starts the clock. Called once, with interrupts off, when traps are handled and the dispatcher has
  /// a current thread; from here on interrupts are on.
  package func initializeInterrupts() {
    InterruptController.initialize()
    Clock.start()
    InterruptController.enable(InterruptLine.clock)
    InterruptController.enable(InterruptLine.serial)
    cpu_sti()
  }

  /// Entered from the stub of a vector 0x30...0x3F with interrupts off, on the stack of whoever was running. NT: KiInterruptDispatch
  @c(KiInterrupt) public func interrupt(_ frame: UnsafeMutablePointer<TrapFrame>) {
    let line = unsafe frame.pointee.vector &- InterruptController.firstVector
    guard !InterruptController.isSpurious(line) else {
      unsafe spuriousInterrupts &+= 1
      return
    }
    let interrupted = cpu_irql()
    cpu_set_irql(level(of: line))
    switch line {
    case InterruptLine.clock: unsafe clock.tick()
    case InterruptLine.serial: serialInterrupt()
    case InterruptLine.firstDisk, InterruptLine.secondDisk: if !diskInterrupt(line) { unsafe spuriousInterrupts &+= 1 }
    default: unsafe spuriousInterrupts &+= 1
    }
    InterruptController.endOfInterrupt(line)
    leaveInterrupt(to: interrupted)
  }

  /// NT's numbers: the clock has its own level, the other lines 27 and down.
  private func level(of line: UInt32) -> UInt32 { line == InterruptLine.clock ? Irql.clock.rawValue : 27 - line }

  /// Goes back to the interrupted level, after the work that the interrupt left if it came in below DISPATCH_LEVEL. That work runs with
  /// interrupts on; between the last look and the return they are off, so that interrupts do not pile up on the stack. NT: HalEndSystemInterrupt
  private func leaveInterrupt(to interrupted: UInt32) {
    if interrupted < Irql.dispatch.rawValue {
      cpu_set_irql(Irql.dispatch.rawValue)
      while cpu_pending() != 0 {
        cpu_sti()
        runDeferredWork()
        cpu_cli()
      }
    }
    cpu_set_irql(interrupted)
  }
#endif
