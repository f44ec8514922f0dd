#if os(none)
  import CMachine
  import Machine

  /// Where the kernel's text goes and its commands come from: COM1 and the text screen, used as one.
  ///
  /// It takes no lock and allocates nothing, so that it works at any IRQL, on any stack and before everything else.
  package enum Console {
    nonisolated(unsafe) private static var serial = SerialPort()
    nonisolated(unsafe) private static var screen = TextScreen()
    /// False while the screen's memory may not be mapped.
    nonisolated(unsafe) private static var isScreenOn = true

    /// Call it first of all; the boot code's window on physical memory must be mapped.
    package static func initialize() {
      unsafe serial.initialize()
      unsafe screen.clear()
    }

    // MARK: Output

    @inline(never) package static func write(_ byte: UInt8) {
      if byte == 0x0A { unsafe serial.send(0x0D) }
      unsafe serial.send(byte)
      if unsafe isScreenOn { unsafe screen.write(byte) }
    }

    @inline(never) package static func write(_ byte: UInt8, times: UInt32) {
      var left = times
      while left > 0 {
        write(byte)
        left &-= 1
      }
    }

    @inline(never) package static func write(_ text: StaticString) {
      let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      for index in 0..<bytes.count { write(unsafe bytes[index]) }
    }

    /// Clears the screen, and the terminal at the other end of the line.
    package static func clear() {
      let clearTerminal: StaticString = "\u{1B}[H\u{1B}[2J"
      for index in 0..<clearTerminal.utf8CodeUnitCount { unsafe serial.send(clearTerminal.utf8Start[index]) }
      if unsafe isScreenOn { unsafe screen.clear() }
    }

    /// Waits until everything written has left the machine.
    package static func flush() { unsafe serial.flush() }

    // MARK: The screen's memory

    /// From the moment the kernel's own page directory is active.
    package static func moveScreen(to base: VirtualAddress) { unsafe screen.base = base }

    /// Makes sure that a report cannot fault on the screen, and gives it a screen of its own.
    static func beginStopReport() {
      if !isScreenMapped { moveScreen(to: SystemLayout.video) }
      unsafe isScreenOn = isScreenMapped
      if unsafe isScreenOn { unsafe screen.beginStopReport() }
    }

    private static var isScreenMapped: Bool { unsafe isAddressValid(screen.base) }

    /// From here on the serial line only.
    static func abandonScreen() { unsafe isScreenOn = false }

    /// Shows where the next character will be.
    static func showCursor() { if unsafe isScreenOn { unsafe screen.showCursor() } }

    // MARK: Input

    /// The next byte received, without waiting. Works with interrupts on and off.
    static func poll() -> UInt8? { withInterruptsOff { unsafe serial.receive() } }

    /// Takes what came in off the serial port; called by the interrupt.
    static func drain() { unsafe serial.drain() }

    /// Whether Ctrl-C was typed since the last question: a command with much to say asks now and then, and stops.
    package static var isInterrupted: Bool { withInterruptsOff { unsafe serial.takeInterruptCharacter() } }

    @inline(__always) private static func withInterruptsOff<Result>(_ body: () -> Result) -> Result {
      let areOn = cpu_eflags() & 0x200 != 0
      cpu_cli()
      defer { if areOn { cpu_sti() } }
      return body()
    }
  }
#endif
