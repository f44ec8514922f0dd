#if os(none)
  /// Threads that could run if their stacks were in memory, in the order in which their waits ended. NT: KiStackInSwapListHead
  struct InswapQueue: ~Copyable {
    private var first: Reference<Thread>?
    private var last: Reference<Thread>?

    mutating func append(_ thread: Reference<Thread>) {
      thread.object.next = nil
      if let last { last.object.next = thread } else { first = thread }
      last = thread
    }

    mutating func removeFirst() -> Reference<Thread>? {
      guard let thread = first else { return nil }
      first = thread.object.next
      if first == nil { last = nil }
      return thread
    }
  }
#endif
