#if os(none)
  import Machine

  /// There is input to read.
  nonisolated(unsafe) private var inputEvent = Event(.synchronization)

  extension Console {
    /// Waits for the next byte. For one thread, below DISPATCH_LEVEL.
    package static func read() -> UInt8 {
      while true {
        if let byte = poll() { return byte }
        showCursor()
        unsafe waitForSingleObject(&inputEvent, reason: "console input")
      }
    }
  }

  /// The serial port interrupts: bytes have come in. At device level.
  func serialInterrupt() {
    Console.drain()
    SoftwareInterrupts.deferredCall.request()
  }

  /// The part of the interrupt that may touch the dispatcher. At DISPATCH_LEVEL, also without a reason.
  func consoleDeferredCall() {
    if Console.hasInput { unsafe inputEvent.set() }
  }
#endif
