#if os(none)
  import Machine

  extension CommandLine {
    /// Takes a process: its identifier in hexadecimal, its name, or the address of its object; -1 is the selected one. With a reference for
    /// the caller.
    mutating func process() throws(CommandError) -> Reference<Process> {
      guard !isAtEnd else { throw .missing("a process; !process 0 0 lists them") }
      let word = word { $0 == 0x20 || $0 == 0x2C || $0 == 0x29 }
      if let process = try find(word) { return process }
      throw .wrong(word, "there is no such process; !process 0 0 lists them")
    }

    /// Takes a process if there is one more argument, else the selected one. With a reference for the caller.
    mutating func optionalProcess() throws(CommandError) -> Reference<Process> {
      isAtEnd ? SelectedProcess.process.referenced() : try process()
    }

    /// Refuses an argument too many, and gives back the reference to `process` if there is one.
    mutating func end(releasing process: Reference<Process>) throws(CommandError) {
      do throws(CommandError) { try end() } catch {
        process.dereference()
        throw error
      }
    }

    private func find(_ word: Word) throws(CommandError) -> Reference<Process>? {
      if equals(word, "-1") { return SelectedProcess.process.referenced() }
      if let number = try number(word) {
        if let process = openProcess(number: number) { return process }
        if let process = firstProcess(where: { $0.address.raw == number }) { return process }
      }
      return firstProcess { equals(word, $0.object.name) }
    }

    private func equals(_ word: Word, _ name: ImageName) -> Bool {
      guard word.end &- word.start == name.count else { return false }
      for index in 0..<name.count where Self.lowercase(self[word.start &+ index]) != Self.lowercase(name[index]) { return false }
      return true
    }
  }

  /// The oldest process that fits, with a reference for the caller.
  private func firstProcess(where fits: (Reference<Process>) -> Bool) -> Reference<Process>? {
    var found: Reference<Process>?
    forEachProcess { process in
      if found == nil && fits(process) { found = process.referenced() }
    }
    return found
  }
#endif
