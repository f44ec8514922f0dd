#if os(none)
  /// Text that goes into the line piece by piece while it is interpolated: no `String`, no memory.
  ///
  ///     print("\(count) pages at \(address), then \(status)")
  package struct Message: ExpressibleByStringInterpolation {
    package init(stringLiteral text: StaticString) { Output.write(text) }
    package init(stringInterpolation: Interpolation) {}

    package struct Interpolation: StringInterpolationProtocol {
      package init(literalCapacity: Int, interpolationCount: Int) {}
      package mutating func appendLiteral(_ text: StaticString) { Output.write(text) }
    }
  }

  extension Message.Interpolation {
    package mutating func appendInterpolation(_ value: UInt32) { Digits.writeDecimal(value) }
    /// Hexadecimal with leading zeroes.
    package mutating func appendInterpolation(hex value: UInt32) { Digits.writeHex(value) }
    package mutating func appendInterpolation(_ address: Address) { Digits.writeHex(address.raw) }
    package mutating func appendInterpolation(_ status: Status) {
      Output.write("0x")
      Digits.writeHex(status.raw)
    }
    package mutating func appendInterpolation(_ text: StaticString) { Output.write(text) }
    /// A message that a function made at this place of the text: it has written itself.
    @_disfavoredOverload
    package mutating func appendInterpolation(_ message: Message) {}
    package mutating func appendInterpolation(_ word: Word) {
      for index in 0..<word.length { Output.write(word[index]) }
    }
  }

  /// Shows a line. The text itself was written while `message` was made.
  package func print(_ message: Message, terminator: StaticString = "\n") {
    Output.write(terminator)
    Output.flush()
  }
  /// Shows a line. It hides the standard library's function of the same signature.
  @_disfavoredOverload
  package func print(_ text: StaticString, terminator: StaticString = "\n") {
    Output.write(text)
    Output.write(terminator)
    Output.flush()
  }

  /// Numbers as text.
  private enum Digits {
    @inline(never) static func writeDecimal(_ value: UInt32) {
      if value > 9 { writeDecimal(value / 10) }
      Output.write(digit(value % 10))
    }

    @inline(never) static func writeHex(_ value: UInt32) {
      var left: UInt32 = 8
      while left > 0 {
        left &-= 1
        Output.write(digit(value >> (left &* 4) & 15))
      }
    }

    private static func digit(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value < 10 ? 0x30 &+ value : 0x37 &+ value) }
  }
#endif
