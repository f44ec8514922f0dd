#if os(none)
  import CMachine

  /// COM1, a 16550: it sends by polling and receives by interrupt.
  ///
  /// What is received waits in a ring. While the ring is full the receive interrupt is off, the port fills up and the sender is held
  /// back, so nothing is lost. Every method that touches the ring is called with interrupts off.
  struct SerialPort: ~Copyable {
    private var received = ByteRing()
    private var isReceiveInterruptOn = false
    private(set) var isPresent = false
    /// How many Ctrl-C are among the bytes that were not read.
    private var interruptCharacters: UInt32 = 0

    private enum Register {
      static let data: UInt16 = 0x3F8
      static let interruptEnable: UInt16 = 0x3F9
      static let fifoControl: UInt16 = 0x3FA
      static let lineControl: UInt16 = 0x3FB
      static let modemControl: UInt16 = 0x3FC
      static let lineStatus: UInt16 = 0x3FD
      static let scratch: UInt16 = 0x3FF
    }

    private enum LineStatus {
      static let dataReady: UInt8 = 0x01
      static let transmitHoldingEmpty: UInt8 = 0x20
      static let transmitterEmpty: UInt8 = 0x40
    }

    private static let interruptCharacter: UInt8 = 0x03

    // MARK: Set-up

    /// 115,200 bits a second, eight data bits, no parity, one stop bit.
    ///
    /// To switch the FIFOs on clears them. A sender that is already at it waits for its first byte to be taken, and that byte must not be
    /// lost: then the port stays without FIFOs, which only makes it slower.
    mutating func initialize() {
      isPresent = Self.answers()
      guard isPresent else { return }
      cpu_out8(Register.interruptEnable, 0)
      cpu_out8(Register.lineControl, 0x80)
      cpu_out8(Register.data, 1)
      cpu_out8(Register.interruptEnable, 0)
      cpu_out8(Register.lineControl, 0x03)
      if cpu_in8(Register.lineStatus) & LineStatus.dataReady == 0 { cpu_out8(Register.fifoControl, 0x01) }
      // DTR, RTS, and OUT2, which lets the interrupt through to the PIC.
      cpu_out8(Register.modemControl, 0x0B)
    }

    /// A port that is not there reads as all ones.
    private static func answers() -> Bool {
      cpu_out8(Register.scratch, 0x5A)
      return cpu_in8(Register.scratch) == 0x5A
    }

    private mutating func setReceiveInterrupt(_ isOn: Bool) {
      isReceiveInterruptOn = isOn
      cpu_out8(Register.interruptEnable, isOn ? 1 : 0)
    }

    // MARK: Sending

    /// For a port that is present.
    @inline(never) static func send(_ byte: UInt8) {
      wait(for: LineStatus.transmitHoldingEmpty)
      cpu_out8(Register.data, byte)
    }

    /// Waits until the last bit has left.
    static func flush() {
      wait(for: LineStatus.transmitterEmpty)
    }

    private static func wait(for bit: UInt8) {
      while cpu_in8(Register.lineStatus) & bit == 0 {}
    }

    // MARK: Receiving

    var hasReceived: Bool { !received.isEmpty }

    /// Moves what the FIFO holds to the ring, as far as it has room.
    @inline(never) mutating func drain() {
      guard isPresent else { return }
      while cpu_in8(Register.lineStatus) & LineStatus.dataReady != 0 {
        guard !received.isFull else { return setReceiveInterrupt(false) }
        let byte = cpu_in8(Register.data)
        if byte == Self.interruptCharacter { interruptCharacters &+= 1 }
        received.append(byte)
      }
    }

    /// The next byte received; nil if there is none. Works with and without interrupts: an empty ring is filled by polling.
    /// Only then the interrupt is switched on, when the port is empty: so the PIC sees an edge for the next byte.
    @inline(never) mutating func receive() -> UInt8? {
      if received.isEmpty {
        drain()
        if isPresent && !isReceiveInterruptOn { setReceiveInterrupt(true) }
      }
      return removeReceived()
    }

    /// Whether Ctrl-C has come in and was not read; it is taken, with all that was typed in front of it.
    @inline(never) mutating func takeInterruptCharacter() -> Bool {
      drain()
      guard interruptCharacters > 0 else { return false }
      while interruptCharacters > 0 { _ = removeReceived() }
      return true
    }

    private mutating func removeReceived() -> UInt8? {
      let byte = received.removeFirst()
      if byte == Self.interruptCharacter { interruptCharacters &-= 1 }
      return byte
    }
  }
#endif
