#if os(none)
  import CMachine

  /// The threads that could run: a first-in first-out queue for each priority, and a bit for each queue that is not empty, so that the best
  /// thread is found in constant time. NT: KiDispatcherReadyListHead, KiReadySummary
  struct ReadyQueues: ~Copyable {
    private struct Queue {
      var first: Reference<Thread>?
      var last: Reference<Thread>?
    }

    private var queues = InlineArray<32, Queue>(repeating: Queue())
    /// In the processor control region, where the way back to ring 3 looks at it.
    private(set) var summary: UInt32 {
      get { cpu_ready_summary() }
      set { cpu_set_ready_summary(newValue) }
    }

    var isEmpty: Bool { summary == 0 }

    /// Some thread of `priority` or better is ready.
    @inline(__always)
    func hasThread(atLeast priority: UInt32) -> Bool { summary &>> priority != 0 }

    @inline(__always)
    mutating func append(_ thread: Reference<Thread>) {
      let priority = thread.object.priority & 31
      thread.object.state = .ready
      thread.object.next = nil
      if let last = unsafe queues[unchecked: Int(priority)].last {
        last.object.next = thread
      } else {
        unsafe queues[unchecked: Int(priority)].first = thread
        summary |= 1 &<< priority
      }
      unsafe queues[unchecked: Int(priority)].last = thread
    }

    /// For a thread that was taken off the processor before its time was over: it is the next of its priority.
    mutating func prepend(_ thread: Reference<Thread>) {
      let priority = thread.object.priority & 31
      thread.object.state = .ready
      thread.object.next = queues[Int(priority)].first
      queues[Int(priority)].first = thread
      if thread.object.next == nil { queues[Int(priority)].last = thread }
      summary |= 1 &<< priority
    }

    /// The thread to run next. NT: KiSelectReadyThread
    @inline(__always)
    mutating func removeBest() -> Reference<Thread>? {
      guard summary != 0 else { return nil }
      let priority = cpu_bit_scan_reverse(summary) & 31
      guard let thread = unsafe queues[unchecked: Int(priority)].first else { return nil }
      unsafe queues[unchecked: Int(priority)].first = thread.object.next
      if thread.object.next == nil {
        unsafe queues[unchecked: Int(priority)].last = nil
        summary &= ~(1 &<< priority)
      }
      return thread
    }
  }
#endif
