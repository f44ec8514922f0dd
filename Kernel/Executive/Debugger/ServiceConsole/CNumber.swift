#if os(none)
  /// Numbers as in C: hexadecimal with 0x, otherwise decimal.
  extension CommandLine {
    /// Takes the letters, digits and underscores that come next.
    mutating func name() -> Word {
      word { !($0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    }

    /// The value of a word that begins with a digit.
    func cNumber(_ word: Word) throws(CommandError) -> UInt32 {
      let isHexadecimal = word.end &- word.start > 2 && self[word.start] == 0x30 && self[word.start &+ 1] | 0x20 == 0x78
      let radix: UInt32 = isHexadecimal ? 16 : 10
      var value: UInt32 = 0
      for index in word.start &+ (isHexadecimal ? 2 : 0)..<word.end {
        guard let digit = Self.digit(self[index]), digit < radix else { throw .wrong(word, "numbers are decimal, or hexadecimal with 0x") }
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
        let (sum, carries) = product.addingReportingOverflow(digit)
        guard !isTooLarge && !carries else { throw .tooLarge(word) }
        value = sum
      }
      return value
    }
  }
#endif
