#if os(none)
  import Machine

  /// Numbers as WinDbg reads them: hexadecimal unless `0n` says decimal; registers as `@eax`; symbols by name; sums and differences of
  /// them. A backtick in a number is left out.
  extension CommandLine {
    /// Takes an expression. `what` names it when it is missing.
    package mutating func expression(_ what: StaticString) throws(CommandError) -> UInt32 {
      guard !isAtEnd else { throw .missing(what) }
      var value: UInt32 = 0
      if take(Operator.minus) { value = try 0 &- term() } else { value = try term() }
      while true {
        if take(Operator.plus) {
          value = try value &+ term()
        } else if take(Operator.minus) {
          value = try value &- term()
        } else {
          return value
        }
      }
    }

    /// Takes an expression if there is one more argument.
    package mutating func optionalExpression() throws(CommandError) -> UInt32? {
      isAtEnd ? nil : try expression("a number")
    }

    /// Takes an address.
    package mutating func address() throws(CommandError) -> VirtualAddress { VirtualAddress(try expression("an address")) }

    /// Takes an address if there is one more argument.
    package mutating func optionalAddress() throws(CommandError) -> VirtualAddress? { isAtEnd ? nil : try address() }

    private enum Operator {
      static let plus: UInt8 = 0x2B
      static let minus: UInt8 = 0x2D
    }

    @inline(never) private mutating func term() throws(CommandError) -> UInt32 {
      let isRegister = take(0x40)
      let word = word { $0 == 0x20 || $0 == Operator.plus || $0 == Operator.minus }
      guard word.start < word.end else { throw .missing("a number at the operator") }
      if isRegister {
        guard let value = Registers(capturing: ()).value(of: word, in: self) else { throw .unknown(word) }
        return value
      }
      if let value = try number(word) { return value }
      switch Symbols.search(word, in: self) {
      case .found(let address): return address.raw
      case .ambiguous: throw .ambiguous(word)
      case .none: throw .unknown(word)
      }
    }

    // MARK: Numbers

    /// Nil if `word` is not a number.
    func number(_ word: Word) throws(CommandError) -> UInt32? {
      let (radix, start) = radix(of: word)
      guard start < word.end else { return nil }
      var value: UInt32 = 0
      for index in start..<word.end where self[index] != 0x60 {
        guard let digit = Self.digit(self[index]), digit < radix else { return nil }
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
        let (sum, carries) = product.addingReportingOverflow(digit)
        guard !isTooLarge && !carries else { throw .tooLarge(word) }
        value = sum
      }
      return value
    }

    /// `0x`, `0n`, `0t` and `0y` as in WinDbg; and where the digits begin.
    private func radix(of word: Word) -> (UInt32, Int) {
      guard word.end &- word.start > 2, self[word.start] == 0x30 else { return (16, word.start) }
      switch self[word.start &+ 1] | 0x20 {
      case 0x78: return (16, word.start &+ 2)
      case 0x6E: return (10, word.start &+ 2)
      case 0x74: return (8, word.start &+ 2)
      case 0x79: return (2, word.start &+ 2)
      default: return (16, word.start)
      }
    }

    static func digit(_ character: UInt8) -> UInt32? {
      switch character {
      case 0x30...0x39: UInt32(character &- 0x30)
      case 0x41...0x46: UInt32(character &- 0x37)
      case 0x61...0x66: UInt32(character &- 0x57)
      default: nil
      }
    }
  }
#endif
