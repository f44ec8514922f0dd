#if os(none)
  /// The body of the debugger's thread: reads a line, carries it out, and again.
  package func runDebugger(_ argument: UInt32) {
    var editor = LineEditor(prompt: "kd> ")
    while true {
      editor.begin()
      switch readLine(&editor) {
      case .entered: execute(editor.line)
      case .cancelled: break
      case .tooLong: print("The line is too long and was not carried out. The up arrow brings back its start.")
      case .endOfInput: shutDown()
      }
    }
  }

  private func readLine(_ editor: inout LineEditor) -> LineEditor.Outcome {
    while true {
      if let outcome = editor.handle(Console.read()) { return outcome }
    }
  }

  /// Carries out one line; an empty one and a comment do nothing.
  @inline(never) private func execute(_ text: TextLine) {
    var line = CommandLine(text)
    guard !line.isAtEnd && !line.isComment else { return }
    let name = line.commandName()
    guard let command = findCommand(name, in: line) else { return explainUnknown(name, in: line) }
    SelectedProcess.perform {
      do throws(CommandError) {
        try command.run(&line)
      } catch {
        error.write(line)
      }
    }
    ServiceConsoles.sweep()
    // What the command has left for the system's threads to delete is gone before the next one looks.
    yield()
  }
#endif
