#if os(none)
  /// Numbers as text.
  enum Digits {
    /// Of a 64-bit number in two halves, aligned right in `width` columns.
    @inline(never) static func writeDecimal(high: UInt32, low: UInt32, width: UInt32) {
      var text = InlineArray<20, UInt8>(repeating: 0)
      var start = text.count
      var (high, low) = (high, low)
      repeat {
        start &-= 1
        text[start] = digit(divideByTen(&high, &low))
      } while high | low != 0
      pad(to: width, length: UInt32(truncatingIfNeeded: text.count &- start))
      for index in start..<text.count { Console.write(text[index]) }
    }

    /// Long division by 16 bits at a time: the processor's own 64-bit division would need a library routine. Returns the remainder.
    private static func divideByTen(_ high: inout UInt32, _ low: inout UInt32) -> UInt32 {
      let upper = (high % 10) << 16 | low >> 16
      let lower = (upper % 10) << 16 | low & 0xFFFF
      high /= 10
      low = (upper / 10) << 16 | lower / 10
      return lower % 10
    }

    @inline(never) static func writeHex(_ value: UInt32, digits: UInt32, uppercase: Bool = false) {
      var left = digits
      while left > 0 {
        left &-= 1
        let digit = digit(value >> (left &* 4) & 15)
        Console.write(uppercase && digit > 0x60 ? digit &- 0x20 : digit)
      }
    }

    @inline(never) static func writeShortHex(_ value: UInt32, width: UInt32) {
      var digits: UInt32 = 1
      while digits < 8 && value >> (digits &* 4) != 0 { digits &+= 1 }
      pad(to: width, length: digits)
      writeHex(value, digits: digits)
    }

    private static func pad(to width: UInt32, length: UInt32) {
      if length < width { Console.write(0x20, times: width &- length) }
    }

    private static func digit(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value < 10 ? 0x30 &+ value : 0x57 &+ value) }
  }
#endif
