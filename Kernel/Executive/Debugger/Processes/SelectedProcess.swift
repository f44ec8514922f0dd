#if os(none)
  import Machine
  import MemoryManager

  /// The process in whose address space the debugger's thread carries out commands. `.process` selects it; the system process at first.
  enum SelectedProcess {
    /// With a reference of its own; nil for the system process.
    nonisolated(unsafe) private static var selected: Reference<Process>?
    /// While a command is carried out in its address space.
    nonisolated(unsafe) private static var attachment: Attachment?
    /// The selected process that turned out to have ended, until that has been said.
    nonisolated(unsafe) private static var ended: UInt32?

    static var process: Reference<Process> { unsafe selected ?? systemProcess }

    /// Takes over a reference. Where the thread is now does not change.
    static func select(_ process: Reference<Process>) {
      unsafe selected?.dereference()
      if process == systemProcess {
        process.dereference()
        unsafe selected = nil
      } else {
        unsafe selected = process
      }
    }

    /// Calls `body` in the address space of the selected process. If that has ended before, `body` is not called; whenever it ends, the system
    /// process is selected from then on.
    static func perform(_ body: () -> Void) {
      if enter() { body() }
      leave()
      sayEnd()
    }

    /// Waits, outside of the address space: a process cannot end while someone is in it.
    static func waitOutside<Result>(_ body: () -> Result) -> Result {
      leave()
      defer { _ = enter() }
      return body()
    }

    private static func enter() -> Bool {
      guard let process = unsafe selected else { return true }
      do throws(Status) {
        unsafe attachment = try attach(to: process)
        return true
      } catch {
        unsafe ended = process.object.number
        select(systemProcess.referenced())
        return false
      }
    }

    /// Behind what the command has written.
    private static func sayEnd() {
      guard let number = unsafe ended else { return }
      unsafe ended = nil
      print("The process \(hex: number, digits: 4) has ended; System is selected.")
    }

    private static func leave() {
      if let previous = unsafe attachment { detach(to: previous) }
      unsafe attachment = nil
    }
  }

  /// `.process ID`: selects the process in whose address space the following commands look and act; alone says which it is.
  func selectProcess(_ line: inout CommandLine) throws(CommandError) {
    if line.isAtEnd {
      let process = SelectedProcess.process
      return print("Implicit process is now \(process.address), \(process.object.name), Cid \(hex: process.object.number, digits: 4)")
    }
    let process = try line.process()
    try line.end(releasing: process)
    guard process.object.header.signalState == 0 else {
      process.dereference()
      throw .invalid("The process has ended")
    }
    SelectedProcess.select(process)
    print("Implicit process is now \(process.address), \(process.object.name), Cid \(hex: process.object.number, digits: 4)")
  }
#endif
