#if os(none)
  import CMachine
  import Machine

  // stub
  func serialInterrupt() {
    Console.drain()
    SoftwareInterrupts.deferredCall.request()
  }
  func consoleDeferredCall() {}
  extension Console {
    static func read() -> UInt8 {
      while true {
        if let byte = poll() { return byte }
        showCursor()
        cpu_sti_hlt()
      }
    }
  }
#endif
