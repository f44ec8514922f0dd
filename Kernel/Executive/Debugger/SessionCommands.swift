#if os(none)
  /// `.cls`: clears the screen.
  func clearScreen(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    Console.clear()
  }

  /// `q`: powers off.
  func quit(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    shutDown()
  }
#endif
