#if os(none)
  /// What a press of a key means to the line editor.
  enum Key {
    case character(UInt8)
    case enter, cancel, endOfInput
    case backspace, delete, eraseToStart, eraseToEnd, eraseWord
    case left, right, home, end
    case previous, next
    case clearScreen
  }

  /// Puts keys together from the bytes that a terminal sends for them: VT100, xterm, rxvt, the Linux console.
  struct KeyDecoder {
    private enum State { case plain, escape, sequence }
    private var state = State.plain
    /// The first parameter of an escape sequence: `ESC [ 3 ~` is delete.
    private var parameter: UInt32 = 0
    private var isFirstParameter = true
    /// `\r\n` is one end of a line.
    private var sawCarriageReturn = false

    /// Returns nil while a key is incomplete, and for a key without a meaning.
    mutating func decode(_ byte: UInt8) -> Key? {
      switch state {
      case .plain: return decodePlain(byte)
      case .escape: return decodeEscape(byte)
      case .sequence: return decodeSequence(byte)
      }
    }

    private mutating func decodePlain(_ byte: UInt8) -> Key? {
      let endsLine = sawCarriageReturn
      sawCarriageReturn = byte == 0x0D
      switch byte {
      case 0x0A: return endsLine ? nil : .enter
      case 0x1B:
        state = .escape
        return nil
      default: return Self.meaning(of: byte)
      }
    }

    private static func meaning(of byte: UInt8) -> Key? {
      switch byte {
      case 0x01: .home
      case 0x02: .left
      case 0x03: .cancel
      case 0x04: .endOfInput
      case 0x05: .end
      case 0x06: .right
      case 0x08, 0x7F: .backspace
      case 0x09: .character(0x20)
      case 0x0B: .eraseToEnd
      case 0x0C: .clearScreen
      case 0x0D: .enter
      case 0x0E: .next
      case 0x10: .previous
      case 0x15: .eraseToStart
      case 0x17: .eraseWord
      case 0x20..<0x7F: .character(byte)
      default: nil
      }
    }

    /// `ESC [` and `ESC O` begin a sequence; an escape before anything else is left out.
    private mutating func decodeEscape(_ byte: UInt8) -> Key? {
      switch byte {
      case 0x5B, 0x4F:
        state = .sequence
        parameter = 0
        isFirstParameter = true
        return nil
      case 0x1B: return nil
      default:
        state = .plain
        return decodePlain(byte)
      }
    }

    private mutating func decodeSequence(_ byte: UInt8) -> Key? {
      switch byte {
      case 0x30...0x39:
        if isFirstParameter { parameter = parameter &* 10 &+ UInt32(byte &- 0x30) }
        return nil
      case 0x20..<0x40:
        isFirstParameter = false
        return nil
      case 0x40..<0x7F:
        state = .plain
        return Self.meaning(ofFinal: byte, parameter)
      default:
        state = .plain
        return decodePlain(byte)
      }
    }

    private static func meaning(ofFinal byte: UInt8, _ parameter: UInt32) -> Key? {
      switch (byte, parameter) {
      case (0x41, _): .previous
      case (0x42, _): .next
      case (0x43, _): .right
      case (0x44, _): .left
      case (0x48, _), (0x7E, 1), (0x7E, 7): .home
      case (0x46, _), (0x7E, 4), (0x7E, 8): .end
      case (0x7E, 3): .delete
      default: nil
      }
    }
  }
#endif
