#if os(none)
  import Machine

  /// Every thread there is, oldest first, and those that have ended but still have a stack. NT: the thread list of a process, and
  /// PsReaperListHead
  struct ThreadList: ~Copyable {
    private(set) var first: Reference<Thread>?
    private var last: Reference<Thread>?
    private var ended: Reference<Thread>?
    private(set) var count: UInt32 = 0

    mutating func append(_ thread: Reference<Thread>) {
      thread.object.listPrevious = last
      if let last { last.object.listNext = thread } else { first = thread }
      last = thread
      count += 1
    }

    mutating func remove(_ thread: Reference<Thread>) {
      let next = thread.object.listNext
      let previous = thread.object.listPrevious
      if let previous { previous.object.listNext = next } else { first = next }
      if let next { next.object.listPrevious = previous } else { last = previous }
      count -= 1
    }

    mutating func addEnded(_ thread: Reference<Thread>) {
      thread.object.next = ended
      ended = thread
    }

    mutating func removeEnded() -> Reference<Thread>? {
      guard let thread = ended else { return nil }
      ended = thread.object.next
      return thread
    }
  }

  /// Calls `body` with every thread, oldest first. `body` does not wait: another thread could end meanwhile.
  package func forEachThread(_ body: (Reference<Thread>) -> Void) {
    var next = withDispatcher { dispatcher in dispatcher.threads.first }
    while let thread = next {
      body(thread)
      next = thread.object.listNext
    }
  }

  /// How many threads there are, those that have ended and are still referred to included.
  package func threadCount() -> UInt32 { withDispatcher { dispatcher in dispatcher.threads.count } }
#endif
