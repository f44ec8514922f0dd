#if os(none)
  import Machine
  import MemoryManager

  /// Every process there is, oldest first, and those that nobody refers to and that are still to be deleted. NT: PsActiveProcessHead
  struct ProcessList: ~Copyable {
    private(set) var first: Reference<Process>?
    private var last: Reference<Process>?
    private var unreferenced: Reference<Process>?
    private(set) var count: UInt32 = 0

    mutating func append(_ process: Reference<Process>) {
      process.object.listPrevious = last
      if let last { last.object.listNext = process } else { first = process }
      last = process
      count += 1
    }

    mutating func remove(_ process: Reference<Process>) {
      let (next, previous) = (process.object.listNext, process.object.listPrevious)
      if let previous { previous.object.listNext = next } else { first = next }
      if let next { next.object.listPrevious = previous } else { last = previous }
      count -= 1
    }

    /// After `remove`.
    mutating func addUnreferenced(_ process: Reference<Process>) {
      process.object.listNext = unreferenced
      unreferenced = process
    }

    mutating func removeUnreferenced() -> Reference<Process>? {
      guard let process = unreferenced else { return nil }
      unreferenced = process.object.listNext
      return process
    }
  }

  /// Calls `body` with every process, oldest first, the system process and those that have ended included. `body` may wait.
  package func forEachProcess(_ body: (Reference<Process>) -> Void) {
    var next = withDispatcher { dispatcher in dispatcher.processes.first?.referenced() }
    while let process = next {
      body(process)
      next = withDispatcher { _ in process.object.listNext?.referenced() }
      process.dereference()
    }
  }

  /// The process of this number, ended or not, with a reference for the caller; nil if there is none. NT: PsLookupProcessByProcessId
  package func openProcess(number: UInt32) -> Reference<Process>? {
    withDispatcher { dispatcher in
      var next = dispatcher.processes.first
      while let process = next, process.object.number != number { next = process.object.listNext }
      return next?.referenced()
    }
  }

  /// How many processes there are, the system process and those that have ended and are still referred to included.
  package func processCount() -> UInt32 { withDispatcher { dispatcher in dispatcher.processes.count } }

  extension Reference where Object == Process {
    /// Takes one more reference. NT: ObReferenceObject
    package func referenced() -> Self {
      atDispatchLevel { object.references += 1 }
      return self
    }

    /// The last one has the process deleted: from another address space than its own, and so by another thread. NT: ObDereferenceObject
    package func dereference() {
      let isLast = withDispatcher { dispatcher in
        object.references -= 1
        guard object.references == 0 else { return false }
        dispatcher.processes.remove(self)
        dispatcher.processes.addUnreferenced(self)
        return true
      }
      if isLast { unsafe swapEvent.set() }
    }
  }
#endif
