#if os(none)
  import CMachine
  import Machine

  /// `r`: the registers of the thread that reads the commands.
  func showRegisters(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    let registers = Registers(capturing: ())
    registers.write()
    print("\(symbol: registers.instruction)")
  }

  /// `k`: the stack trace of the thread that reads the commands, or of the one whose saved EBP is given.
  func showStack(_ line: inout CommandLine) throws(CommandError) {
    guard let frame = try line.optionalAddress() else {
      let registers = Registers(capturing: ())
      return StackTrace.write(instruction: registers.instruction, framePointer: registers.framePointer)
    }
    try line.end()
    guard StackTrace.isFrame(frame) else { throw .invalid("There is no stack frame at that address") }
    StackTrace.write(from: frame)
  }
#endif
