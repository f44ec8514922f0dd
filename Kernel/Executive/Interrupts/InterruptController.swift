#if os(none)
  import CMachine

  /// The PC's two cascaded 8259A interrupt controllers. Source: Intel, 8259A data sheet.
  enum InterruptController {
    /// The vector of IRQ 0; those of the processor's own exceptions end below. NT: PRIMARY_VECTOR_BASE
    static let firstVector: UInt32 = 0x30

    private static let master: UInt16 = 0x20
    private static let slave: UInt16 = 0xA0
    /// The master's input that the slave is at.
    private static let cascade: UInt32 = 2

    /// Edge triggered, at `firstVector`, everything masked. NT: HalpInitializePICs
    static func initialize() {
      initialize(master, vector: firstVector, cascade: 1 << cascade)
      initialize(slave, vector: firstVector + 8, cascade: cascade)
      cpu_out8(master + 1, ~UInt8(1 << cascade))
      cpu_out8(slave + 1, 0xFF)
    }

    private static func initialize(_ port: UInt16, vector: UInt32, cascade: UInt32) {
      let initialization: UInt8 = 0x11
      let mode8086: UInt8 = 0x01
      cpu_out8(port, initialization)
      cpu_out8(port + 1, UInt8(truncatingIfNeeded: vector))
      cpu_out8(port + 1, UInt8(truncatingIfNeeded: cascade))
      cpu_out8(port + 1, mode8086)
    }

    /// Lets the interrupts of `line` 0...15 through. NT: HalEnableSystemInterrupt
    static func enable(_ line: UInt32) {
      let mask = port(line) + 1
      cpu_out8(mask, cpu_in8(mask) & ~bit(line))
    }

    /// The controller signals its last line when a request went away before the processor answered; then the line is not in service, and
    /// only the master, if the slave did it, waits for an end of interrupt.
    static func isSpurious(_ line: UInt32) -> Bool {
      guard line & 7 == 7 else { return false }
      let readInService: UInt8 = 0x0B
      cpu_out8(port(line), readInService)
      guard cpu_in8(port(line)) & bit(line) == 0 else { return false }
      if line >= 8 { endOfInterrupt(cascade) }
      return true
    }

    static func endOfInterrupt(_ line: UInt32) {
      let specific: UInt8 = 0x60
      cpu_out8(port(line), specific | UInt8(truncatingIfNeeded: line & 7))
      if line >= 8 { cpu_out8(master, specific | UInt8(truncatingIfNeeded: cascade)) }
    }

    private static func port(_ line: UInt32) -> UInt16 { line < 8 ? master : slave }
    private static func bit(_ line: UInt32) -> UInt8 { 1 << UInt8(truncatingIfNeeded: line & 7) }
  }
#endif
