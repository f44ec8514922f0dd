#if os(none)
  import Machine
  import MemoryManager

  /// A spawned process and its thread, which does one task after the other for the console. In nonpaged pool, until the process has ended.
  struct ServiceConsole: ~Copyable {
    /// With a reference, and the thread too.
    let process: Reference<Process>
    let thread: Reference<Thread>
    let cells: CellTable
    var next: Reference<ServiceConsole>?

    // MARK: Between the thread and the console

    var request = AgentRequest()
    var outcome = AgentOutcome.underWay
    /// The thread stands still in the kernel, and `outcome` is that of the last request.
    var isParked = false
    /// The console went away before the last request was done.
    var isLate = false
    var parked = Event(.synchronization)
    var go = Event(.synchronization)
  }

  extension Reference where Object == ServiceConsole {
    var parked: Reference<Event> { unsafe withUnsafeMutablePointer(to: &object.parked) { unsafe Reference<Event>($0) } }
    var go: Reference<Event> { unsafe withUnsafeMutablePointer(to: &object.go) { unsafe Reference<Event>($0) } }

    // MARK: Handles of the process

    /// Throws when there is no memory.
    func open(_ target: Reference<Process>, access: UInt32) throws(CommandError) -> UInt32 {
      let process = object.process
      guard let handle = atDispatchLevel({ process.object.handles.insert(target.header, access: access) }) else {
        throw .invalid("There is no memory for a handle")
      }
      _ = target.referenced()
      return handle
    }

    func closeHandle(_ handle: UInt32) {
      let process = object.process
      atDispatchLevel { process.object.handles.remove(handle) }?.dereference()
    }
  }

  /// The spawned processes.
  enum ServiceConsoles {
    nonisolated(unsafe) private static var first: Reference<ServiceConsole>?

    static func add(_ console: Reference<ServiceConsole>) {
      console.object.next = unsafe first
      unsafe first = console
    }

    private static func forEach(_ body: (Reference<ServiceConsole>) -> Void) {
      var next = unsafe first
      while let console = next {
        body(console)
        next = console.object.next
      }
    }

    static func find(where fits: (Reference<ServiceConsole>) -> Bool) -> Reference<ServiceConsole>? {
      var next = unsafe first
      while let console = next, !fits(console) { next = console.object.next }
      return next
    }

    /// Lets processes end that are about to, so that the next line of a script finds them ended, and forgets those that have.
    static func sweep() {
      forEach { console in
        guard console.object.process.object.isTerminating else { return }
        _ = currentThread.wait(
          .any, 1, console.object.process.header, timeout: .milliseconds(1000), reason: "the end of a spawned process")
      }
      var (previous, next) = (nil as Reference<ServiceConsole>?, unsafe first)
      while let console = next {
        next = console.object.next
        guard console.object.process.object.header.signalState > 0 else {
          previous = console
          continue
        }
        if let previous { previous.object.next = next } else { unsafe first = next }
        console.delete()
      }
    }
  }

  /// The console of the selected process, whose thread waits for a task.
  func selectedConsole() throws(CommandError) -> Reference<ServiceConsole> {
    let process = SelectedProcess.process
    guard let console = ServiceConsoles.find(where: { $0.object.process == process }) else {
      throw .invalid("The selected process was not spawned here; spawn makes one, .process selects it")
    }
    guard console.object.isParked else { throw .invalid("The thread is not back from its last call; .kill ends the process") }
    if console.object.isLate {
      console.object.isLate = false
      print("The last call came back meanwhile: ", terminator: "")
      console.object.outcome.write()
    }
    return console
  }
#endif
