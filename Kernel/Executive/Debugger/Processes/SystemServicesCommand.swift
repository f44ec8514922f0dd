#if os(none)
  import CMachine
  import Machine

  /// `!syscalls`: the system services: the number that EAX holds at `int 2Eh`, how many arguments lie at EDX, the name.
  func showSystemServices(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    print("Number  Arguments  Service")
    for number in 0..<ServiceTable.count {
      print("  \(hex: number, digits: 4) \(ServiceTable.arguments(number), width: 10)  ", terminator: "")
      writeText(ServiceTable.name(number))
      print()
    }
    print("\(ServiceTable.count) services; \(ServiceTable.calls) system calls since the start.")
  }

  /// Writes the characters from `address` up to a zero.
  private func writeText(_ address: VirtualAddress) {
    var place = address
    while cpu_load8(place.raw) != 0 {
      Console.write(cpu_load8(place.raw))
      place = place + 1
    }
  }

  extension ServiceTable {
    /// The service called `word`; it may begin with Zw instead of Nt.
    static func find(_ word: Word, in line: CommandLine) -> UInt32? {
      guard word.end &- word.start > 2 else { return nil }
      let prefix = Word(start: word.start, end: word.start &+ 2)
      guard line.equals(prefix, "Nt") || line.equals(prefix, "Zw") else { return nil }
      let rest = Word(start: prefix.end, end: word.end)
      for number in 0..<count where line.equals(rest, textAt: name(number) + 2) { return number }
      return nil
    }
  }

  extension CommandLine {
    /// Whether `word` is the text from `address` up to a zero, letters in either case.
    fileprivate func equals(_ word: Word, textAt address: VirtualAddress) -> Bool {
      var place = address.raw
      for index in word.start..<word.end {
        guard Self.lowercase(cpu_load8(place)) == Self.lowercase(self[index]) else { return false }
        place += 1
      }
      return cpu_load8(place) == 0
    }
  }
#endif
