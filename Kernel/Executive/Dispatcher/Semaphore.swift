#if os(none)
  /// Counts something of which waiters take one each. NT: KSEMAPHORE
  package struct Semaphore: ~Copyable, DispatcherObject {
    package var header: DispatcherHeader
    private let limit: Int32

    /// `count` may be 0...`limit`, which is positive.
    package init(count: Int32, limit: Int32) {
      header = DispatcherHeader(.semaphore, signalState: count)
      self.limit = limit
    }

    package var count: Int32 { header.signalState }

    /// Adds to the count. False, and nothing is changed, if that would exceed the limit (NT: STATUS_SEMAPHORE_LIMIT_EXCEEDED).
    /// NT: KeReleaseSemaphore
    package mutating func release(_ adjustment: Int32 = 1) -> Bool { unsafe Reference(&self).release(adjustment, limit: limit) }
  }

  extension Reference where Object == Semaphore {
    @inline(never)
    func release(_ adjustment: Int32, limit: Int32) -> Bool {
      atDispatchLevel {
        guard adjustment > 0, adjustment <= limit - object.header.signalState else { return false }
        object.header.signalState += adjustment
        testWaiters(of: header)
        return true
      }
    }
  }
#endif
