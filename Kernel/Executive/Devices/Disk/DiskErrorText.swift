#if os(none)
  import MemoryManager

  extension Message.Interpolation {
    package mutating func appendInterpolation(_ error: DiskError) {
      switch error {
      case .noDisk: Console.write("the disk is gone")
      case .outOfRange: Console.write("behind the end of the disk")
      case .badBuffer: Console.write("no buffer for a disk")
      case .device(let registers): appendInterpolation("disk error", registers)
      case .timedOut(let registers): appendInterpolation("no answer from the disk", registers)
      }
    }

    private mutating func appendInterpolation(_ text: StaticString, _ registers: DiskRegisters) {
      Console.write(text)
      appendLiteral(" (status ")
      appendInterpolation(hex: UInt32(registers.status), digits: 2)
      appendLiteral(", error ")
      appendInterpolation(hex: UInt32(registers.error), digits: 2)
      appendLiteral(", bus master ")
      appendInterpolation(hex: UInt32(registers.busMaster), digits: 2)
      appendLiteral(")")
    }
  }

  extension DiskError {
    var status: Status {
      switch self {
      case .noDisk: .noSuchDevice
      case .outOfRange, .badBuffer: .invalidParameter
      case .device: .deviceDataError
      case .timedOut: .ioTimeout
      }
    }

    /// It is a matter of the sectors, so that others may do.
    var isOfPlace: Bool {
      switch self {
      case .device, .outOfRange: true
      case .noDisk, .badBuffer, .timedOut: false
      }
    }
  }
#endif
