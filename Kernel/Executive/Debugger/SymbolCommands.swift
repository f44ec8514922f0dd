#if os(none)
  import Machine

  /// `ln`: the function that an address is in, and the one behind it.
  func showNearestSymbol(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.address()
    try line.end()
    guard let index = Symbols.index(of: address) else { return print("\(address) is not in the kernel's text.") }
    Console.write("(")
    print("\(Symbols[index].address))   \(symbol: address)", terminator: "")
    if index + 1 < Symbols.count { print("   |  (\(Symbols[index + 1].address))   \(Symbols[index + 1])", terminator: "") }
    print()
    if Symbols[index].address == address { print("Exact matches:\n    \(symbol: address)") }
  }

  /// `? EXPRESSION`: its value in decimal and hexadecimal.
  func evaluate(_ line: inout CommandLine) throws(CommandError) {
    guard !line.isAtEnd else { return try showHelp(&line) }
    let value = try line.expression("an expression")
    try line.end()
    print("Evaluate expression: \(value) = \(hex: value)")
  }
#endif
