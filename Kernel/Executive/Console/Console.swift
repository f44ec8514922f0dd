#if os(none)
  import CMachine
  import Machine

  /// Where the kernel's text goes and its commands come from: COM1 and the text screen, used as one.
  ///
  /// It takes no lock and allocates nothing, so that it works at any IRQL, on any stack and before everything else.
  package enum Console {
    nonisolated(unsafe) private static var serial = SerialPort()
    nonisolated(unsafe) private static var screen = TextScreen()
    nonisolated(unsafe) private static var isSerialOn = true
    nonisolated(unsafe) private static var isScreenOn = true

    /// Call it first of all; the boot code's window on physical memory must be mapped.
    package static func initialize() {
      unsafe serial.initialize()
      unsafe screen.clear()
    }

    // MARK: Output

    @inline(never) package static func write(_ byte: UInt8) {
      if unsafe isSerialOn {
        if byte == 0x0A { send(0x0D) }
        send(byte)
      }
      if unsafe isScreenOn { unsafe screen.write(byte) }
    }

    private static func send(_ byte: UInt8) { if unsafe serial.isPresent { SerialPort.send(byte) } }

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
      for index in 0..<clearTerminal.utf8CodeUnitCount { send(unsafe clearTerminal.utf8Start[index]) }
      if unsafe isScreenOn { unsafe screen.clear() }
    }

    /// Waits until everything written has left the machine.
    package static func flush() { if unsafe serial.isPresent { SerialPort.flush() } }

    /// Where output goes from now on.
    static func select(serial: Bool, screen: Bool) {
      unsafe isSerialOn = serial
      unsafe isScreenOn = screen
    }

    // MARK: The screen

    /// From the moment the kernel's own page directory is active.
    package static func moveScreen(to base: VirtualAddress) { unsafe screen.base = base }

    /// Clears the screen for a report, wherever it is mapped now; false if it is not.
    static func beginStopScreen() -> Bool {
      if unsafe !isAddressValid(screen.base) { moveScreen(to: SystemLayout.video) }
      guard unsafe isAddressValid(screen.base) else { return false }
      unsafe screen.beginStopReport()
      return true
    }

    /// Shows where the next character will be.
    static func showCursor() { if unsafe isScreenOn { unsafe screen.showCursor() } }

    // MARK: Input

    /// The next byte received, without waiting. Works with interrupts on and off.
    static func poll() -> UInt8? { withInterruptsOff { unsafe serial.receive() } }

    /// Whether `poll` would return something without asking the port.
    static var hasInput: Bool { unsafe serial.hasReceived }

    /// Takes what came in off the serial port; called by the interrupt.
    static func drain() { unsafe serial.drain() }

    /// Whether Ctrl-C was typed behind the line that is being carried out: a command with much to say asks now and then, and stops. What was typed
    /// ahead in front of it is dropped, as terminals do.
    package static var isInterrupted: Bool { withInterruptsOff { unsafe serial.takeInterruptCharacter() } }

    @inline(__always) private static func withInterruptsOff<Result>(_ body: () -> Result) -> Result {
      let areOn = cpu_eflags() & 0x200 != 0
      cpu_cli()
      defer { if areOn { cpu_sti() } }
      return body()
    }
  }
#endif
