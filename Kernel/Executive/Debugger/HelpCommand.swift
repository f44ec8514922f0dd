#if os(none)
  /// `help`: the list of commands, or the line of one of them.
  func showHelp(_ line: inout CommandLine) throws(CommandError) {
    guard !line.isAtEnd else { return listCommands() }
    let word = line.word()
    try line.end()
    guard let command = findCommand(word, in: line) else { return explainUnknown(word, in: line) }
    writeHelp(command)
  }

  private func listCommands() {
    let commands = commandTable.span
    for index in commands.indices { writeHelp(commands[index]) }
    print("Numbers are hexadecimal, 0n10 is decimal. Ctrl-C stops a long dump.")
  }

  private func writeHelp(_ command: Command) {
    let width = UInt32(truncatingIfNeeded: max(29 &- command.name.utf8CodeUnitCount, 0))
    print("\(command.name) \(command.usage, width: width) \(command.help)")
  }

  /// The command called `word`.
  func findCommand(_ word: Word, in line: CommandLine) -> Command? {
    let commands = commandTable.span
    for index in commands.indices where line.equals(word, commands[index].name) { return commands[index] }
    return nil
  }

  /// What to say about a word that is no command: `vm` is perhaps `!vm`.
  func explainUnknown(_ word: Word, in line: CommandLine) {
    Console.write("There is no command '")
    line.write(word)
    let commands = commandTable.span
    for index in commands.indices where line.equals(word, commands[index].name, from: 1) {
      return print("': did you mean \(commands[index].name)?")
    }
    print("'. Type help for the list.")
  }
#endif
