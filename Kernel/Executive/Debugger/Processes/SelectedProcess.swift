#if os(none)
  import Machine
  import MemoryManager

  /// The process in whose address space the debugger's thread carries out commands. `.process` selects it; the system process at first.
  enum SelectedProcess {
    /// With a reference of its own; nil for the system process.
    nonisolated(unsafe) private static var selected: Reference<Process>?
    /// While a command is carried out in its address space.
    nonisolated(unsafe) private static var attachment: Attachment?

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

    /// Calls `body` in the address space of the selected process. If that has ended, the system process is selected and `body` is not called.
    static func perform(_ body: () -> Void) {
      guard enter() else { return }
      body()
      leave()
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
        print("The process \(hex: process.object.number, digits: 4) has ended; System is selected.")
        select(systemProcess.referenced())
        return false
      }
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
    SelectedProcess.select(process)
    print("Implicit process is now \(process.address), \(process.object.name), Cid \(hex: process.object.number, digits: 4)")
  }
#endif
