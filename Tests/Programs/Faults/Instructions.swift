#if os(none)
  import CNative

  func divide() { native_divide_by_zero() }
  func illegalInstruction() { native_illegal_instruction() }
  func breakpoint() { native_breakpoint() }
  func disableInterrupts() { native_disable_interrupts() }
  func halt() { native_halt() }
  func readPort() { native_read_port() }
  /// A ring 0 data segment.
  func loadSelector() { native_load_selector(0x10) }
#endif
