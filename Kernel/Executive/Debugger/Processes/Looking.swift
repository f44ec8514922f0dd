#if os(none)
  import MemoryManager

  /// Calls `body` in the address space of `process`, whose reference it takes over.
  func look(into process: Reference<Process>, _ body: () throws(CommandError) -> Void) throws(CommandError) {
    defer { process.dereference() }
    guard let previous = try? attach(to: process) else { throw .invalid("The process has ended") }
    defer { detach(to: previous) }
    try body()
  }

  /// The same for those who want to see what lies below the system's half.
  func look(intoMemoryOf process: Reference<Process>, _ body: (AddressSpace) throws(CommandError) -> Void) throws(CommandError) {
    try look(into: process) { () throws(CommandError) in
      guard let space = process.object.addressSpace else { throw .invalid("The system process has nothing below the system's half") }
      try body(space)
    }
  }
#endif
