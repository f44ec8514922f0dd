#if os(none)
  import CMachine

  /// Stops the system: it can only get worse. The four parameters say more, each code in its own way. NT: KeBugCheckEx
  package func bugCheck(_ code: BugCheckCode, _ p1: UInt32 = 0, _ p2: UInt32 = 0, _ p3: UInt32 = 0, _ p4: UInt32 = 0) -> Never {
    stopSystem(code.rawValue, p1, p2, p3, p4)
  }

  /// The same, with the registers and the stack of the trap that found what is wrong.
  @unsafe package func bugCheck(
    _ code: BugCheckCode, _ p1: UInt32 = 0, _ p2: UInt32 = 0, _ p3: UInt32 = 0, _ p4: UInt32 = 0, frame: UnsafePointer<TrapFrame>
  ) -> Never {
    unsafe BugCheck.setTrap(frame)
    stopSystem(code.rawValue, p1, p2, p3, p4)
  }

  /// The door for those who know the number only, and the place for a breakpoint: every bug check comes through here.
  @c(KeBugCheckEx) @inline(never) public func stopSystem(_ code: UInt32, _ p1: UInt32, _ p2: UInt32, _ p3: UInt32, _ p4: UInt32) -> Never {
    let registers = Registers(capturing: ())
    cpu_cli()
    BugCheck(code: code, p1: p1, p2: p2, p3: p3, p4: p4).stop(caller: registers)
  }
#endif
