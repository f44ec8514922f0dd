#if os(none)
  import CMachine

  /// How the machine ends, for whoever started the emulator: what is written to QEMU's isa-debug-exit device.
  package enum PowerOffStatus: UInt8 {
    case clean = 0x10
    case bugCheck = 0x11
    case refusedToBoot = 0x12
  }

  /// Ends the emulator once all output has left; a real machine stands still.
  package func powerOff(_ status: PowerOffStatus = .clean) -> Never {
    cpu_cli()
    Console.flush()
    cpu_out8(0xF4, status.rawValue)
    if status == .clean { print("It is now safe to turn off your computer.") }
    while true { cpu_hlt() }
  }

  /// Says why this machine will not do, and stops.
  package func refuseToBoot(_ reason: @autoclosure () -> Message) -> Never {
    print("\nSelfmap cannot start: ", terminator: "")
    print(reason())
    powerOff(.refusedToBoot)
  }
#endif
