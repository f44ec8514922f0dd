#if os(none)
  /// Numbers as in C: hexadecimal with 0x, otherwise decimal, also when 0n says so.
  extension CommandLine {
    /// Takes the letters, digits and underscores that come next.
    mutating func name() -> Word {
      word { !($0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    }

    /// The value of a word that begins with a digit.
    func cNumber(_ word: Word) throws(CommandError) -> UInt32 {
      let prefix = word.end &- word.start > 2 && self[word.start] == 0x30 ? self[word.start &+ 1] | 0x20 : 0
      let (radix, start): (UInt32, Int) =
        switch prefix {
        case 0x78: (16, word.start &+ 2)
        case 0x6E: (10, word.start &+ 2)
        default: (10, word.start)
        }
      var value: UInt32 = 0
      for index in start..<word.end {
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
