#if os(none)
  /// Why a command line cannot be carried out.
  package enum CommandError: Error {
    /// An argument is not there; says what it is.
    case missing(StaticString)
    /// Neither a number nor a register nor a symbol.
    case unknown(Word)
    /// The beginning of several symbols.
    case ambiguous(Word)
    /// A number of more than 32 bits.
    case tooLarge(Word)
    case unexpected(Word)
    /// A word that makes no sense where it stands, and why.
    case wrong(Word, StaticString)
    /// A service got another number of arguments than this.
    case argumentCount(UInt32)
    /// What else may be wrong with an argument.
    case invalid(StaticString)

    /// One line of explanation.
    @inline(never) func write(_ line: CommandLine) {
      switch self {
      case .missing(let what): print("Missing argument: \(what).")
      case .unknown(let word): Self.write(word, of: line, "no number, register or symbol")
      case .ambiguous(let word): Self.write(word, of: line, "several symbols begin with it")
      case .tooLarge(let word): Self.write(word, of: line, "the number has more than 32 bits")
      case .unexpected(let word): Self.write(word, of: line, "one argument too many")
      case .wrong(let word, let explanation): Self.write(word, of: line, explanation)
      case .argumentCount(let expected): print("The service takes \(expected) argument\(expected == 1 ? "" : "s").")
      case .invalid(let explanation): print("\(explanation).")
      }
    }

    private static func write(_ word: Word, of line: CommandLine, _ explanation: StaticString) {
      Console.write("Couldn't resolve error at '")
      line.write(word)
      print("': \(explanation).")
    }
  }
#endif
