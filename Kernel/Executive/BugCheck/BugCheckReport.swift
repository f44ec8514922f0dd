#if os(none)
  import CMachine
  import Machine

  /// A stop code with its parameters.
  struct BugCheck {
    let code: UInt32
    let p1: UInt32
    let p2: UInt32
    let p3: UInt32
    let p4: UInt32

    /// Bug checks so far: a report can itself go wrong.
    nonisolated(unsafe) private static var count: UInt32 = 0
    /// The trap whose registers count; those of the caller otherwise.
    nonisolated(unsafe) private static var trap: UnsafePointer<TrapFrame>?

    @unsafe static func setTrap(_ trap: UnsafePointer<TrapFrame>) { unsafe Self.trap = trap }

    /// Interrupts are off.
    @inline(never) func stop(caller: borrowing Registers) -> Never {
      cpu_set_irql(Irql.high.rawValue)
      unsafe Self.count &+= 1
      switch unsafe Self.count {
      case 1: report(caller: caller)
      case 2: reportFailure()
      default: break
      }
      powerOff(.bugCheck)
    }

    /// The code goes to the serial line first: what stopped the system may have taken the screen with it.
    @inline(never) private func report(caller: borrowing Registers) {
      Console.select(serial: true, screen: false)
      writeCode()
      if Console.beginStopScreen() {
        Console.select(serial: false, screen: true)
        writeCode()
        Console.select(serial: true, screen: true)
      }
      if let trap = unsafe Self.trap { unsafe Self.report(Registers(trap: trap)) } else { Self.report(caller) }
      Console.showCursor()
    }

    @inline(never) private func writeCode() {
      print("\n*** STOP: \(stop: code) (\(stop: p1), \(stop: p2), \(stop: p3), \(stop: p4))")
      guard let known = BugCheckCode(rawValue: code) else { return }
      print("*** \(known.name)")
      explain(known)
    }

    private static func report(_ registers: borrowing Registers) {
      print()
      registers.write()
      print()
      StackTrace.write(instruction: registers.instruction, framePointer: registers.framePointer)
    }

    /// Something that the report needs is damaged too: so this takes the serial line only, and little code.
    private func reportFailure() {
      Console.select(serial: true, screen: false)
      print("\n*** The report itself failed: \(stop: code) (\(stop: p1), \(stop: p2), \(stop: p3), \(stop: p4))")
    }
  }
#endif
