#if os(none)
  /// A run of characters without a blank.
  package struct Word {
    let start: Address
    package let length: UInt32

    package subscript(index: UInt32) -> UInt8 { (start + index).loadByte() }

    /// Decimal, or hexadecimal behind 0x; nil if it is no number or does not fit.
    package var number: UInt32? {
      let isHex = length > 2 && self[0] == 0x30 && self[1] | 0x20 == 0x78
      let base: UInt32 = isHex ? 16 : 10
      var value: UInt32 = 0
      for index in (isHex ? 2 : 0)..<length {
        guard let digit = Self.digit(self[index]), digit < base else { return nil }
        let (product, isTooBig) = value.multipliedReportingOverflow(by: base)
        let (sum, isTooBigNow) = product.addingReportingOverflow(digit)
        if isTooBig || isTooBigNow { return nil }
        value = sum
      }
      return value
    }

    /// A number of bytes: with K or M behind it so many thousands or millions, to the base of 1024. Nil if it is none or does not fit.
    package var size: UInt32? {
      guard length > 1 else { return number }
      let scale: UInt32
      switch self[length - 1] | 0x20 {
      case 0x6B: scale = 1 << 10
      case 0x6D: scale = 1 << 20
      default: return number
      }
      guard let count = Word(start: start, length: length - 1).number else { return nil }
      let (bytes, isTooBig) = count.multipliedReportingOverflow(by: scale)
      return isTooBig ? nil : bytes
    }

    private static func digit(_ character: UInt8) -> UInt32? {
      switch character {
      case 0x30...0x39: UInt32(character &- 0x30)
      case 0x41...0x46: UInt32(character &- 0x37)
      case 0x61...0x66: UInt32(character &- 0x57)
      default: nil
      }
    }
  }

  /// Whether there is a word, and it is this one.
  package func == (word: Word?, text: StaticString) -> Bool {
    guard let word, word.length == UInt32(truncatingIfNeeded: text.utf8CodeUnitCount) else { return false }
    for index in 0..<word.length where unsafe word[index] != text.utf8Start[Int(index)] { return false }
    return true
  }

  /// What the program was started with, word by word.
  package struct Arguments {
    private var position: Address
    private let end: Address

    /// As the program's function receives them.
    package init(_ text: UInt32, _ length: UInt32) {
      position = Address(text)
      end = position + length
    }

    package mutating func next() -> Word? {
      while position < end, position.loadByte() <= 0x20 { position = position + 1 }
      let start = position
      while position < end, position.loadByte() > 0x20 { position = position + 1 }
      return start < position ? Word(start: start, length: position - start) : nil
    }

    /// The next word as a number, or `standard` if there is no further word; nil if the word is no number.
    package mutating func number(or standard: UInt32) -> UInt32? {
      guard let word = next() else { return standard }
      return word.number
    }
  }

  /// Says how a program is called, and returns its exit status.
  package func refuse(_ usage: StaticString) -> UInt32 {
    print("usage: \(usage)")
    return Status.invalidParameter.raw
  }
#endif
