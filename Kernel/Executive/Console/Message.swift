#if os(none)
  import Machine

  /// Text that goes to the console piece by piece while it is interpolated: no `String`, no memory.
  ///
  ///     print("page \(frame) at \(address), \(count, width: 6) times")
  package struct Message: ExpressibleByStringInterpolation {
    package init(stringLiteral text: StaticString) { Console.write(text) }
    package init(stringInterpolation: Interpolation) {}

    package struct Interpolation: StringInterpolationProtocol {
      package init(literalCapacity: Int, interpolationCount: Int) {}
      package mutating func appendLiteral(_ text: StaticString) { Console.write(text) }
    }
  }

  /// Writes a line to the console. The text itself was written while `message` was made.
  package func print(_ message: Message, terminator: StaticString = "\n") { Console.write(terminator) }
  /// Writes a line to the console. It hides the standard library's function of the same signature.
  @_disfavoredOverload
  package func print(_ text: StaticString, terminator: StaticString = "\n") {
    Console.write(text)
    Console.write(terminator)
  }
  /// Writes an empty line.
  package func print() { Console.write(0x0A) }

  // MARK: Numbers

  extension Message.Interpolation {
    /// Decimal, aligned right in `width` columns.
    package mutating func appendInterpolation(_ value: UInt32, width: UInt32 = 0) { Digits.writeDecimal(high: 0, low: value, width: width) }
    /// Decimal, aligned right in `width` columns.
    package mutating func appendInterpolation(_ value: UInt64, width: UInt32 = 0) {
      Digits.writeDecimal(high: UInt32(truncatingIfNeeded: value >> 32), low: UInt32(truncatingIfNeeded: value), width: width)
    }
    /// Decimal with a sign if negative.
    package mutating func appendInterpolation(_ value: Int) {
      if value < 0 { Console.write(0x2D) }
      Digits.writeDecimal(high: 0, low: UInt32(truncatingIfNeeded: value.magnitude), width: 0)
    }
    /// Hexadecimal with leading zeroes, in lower case.
    package mutating func appendInterpolation(hex value: UInt32, digits: UInt32 = 8) { Digits.writeHex(value, digits: digits) }
    /// Hexadecimal as NT's stop screen writes it: `0x0000000A`.
    package mutating func appendInterpolation(stop value: UInt32) {
      Console.write("0x")
      Digits.writeHex(value, digits: 8, uppercase: true)
    }
    /// Hexadecimal without leading zeroes, aligned right in `width` columns.
    package mutating func appendInterpolation(shortHex value: UInt32, width: UInt32 = 0) { Digits.writeShortHex(value, width: width) }
  }

  // MARK: Addresses

  extension Message.Interpolation {
    package mutating func appendInterpolation(_ address: VirtualAddress) { Digits.writeHex(address.raw, digits: 8) }
    package mutating func appendInterpolation(_ entry: PteAddress) { Digits.writeHex(entry.raw, digits: 8) }
    package mutating func appendInterpolation(_ address: PhysicalAddress) { Digits.writeHex(address.raw, digits: 8) }
    /// Hexadecimal without leading zeroes, as WinDbg writes page frame numbers.
    package mutating func appendInterpolation(_ frame: PageFrameNumber, width: UInt32 = 0) { Digits.writeShortHex(frame.raw, width: width) }
  }

  // MARK: Text

  extension Message.Interpolation {
    /// Aligned left in `width` columns.
    package mutating func appendInterpolation(_ text: StaticString, width: UInt32 = 0) {
      Console.write(text)
      let length = UInt32(truncatingIfNeeded: text.utf8CodeUnitCount)
      if length < width { Console.write(0x20, times: width &- length) }
    }
    /// A message that a function made at this place of the text: it has written itself.
    @_disfavoredOverload
    package mutating func appendInterpolation(_ message: Message) {}
    package mutating func appendInterpolation(_ value: Bool) { Console.write(value ? "true" : "false") }
    package mutating func appendInterpolation(character: UInt8) { Console.write(character) }
    /// The four characters of a pool tag, a dot for each that cannot be shown.
    package mutating func appendInterpolation(tag: UInt32) {
      var shift: UInt32 = 0
      while shift < 32 {
        let character = UInt8(truncatingIfNeeded: tag >> shift)
        Console.write(character >= 0x20 && character < 0x7F ? character : 0x2E)
        shift &+= 8
      }
    }
  }
#endif
