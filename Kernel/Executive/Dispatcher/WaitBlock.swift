#if os(none)
  /// One thread waiting for one object, linked into the object's list; it lies inside the thread. NT: KWAIT_BLOCK
  struct WaitBlock: ~Copyable {
    var next: Reference<WaitBlock>?
    var previous: Reference<WaitBlock>?
    /// The thread this block is in, from the thread's beginning to its end.
    var thread: Reference<Thread>?
    /// What is waited for.
    var object: Reference<DispatcherHeader>?
    /// What the wait returns when this object ends it. NT: WaitKey
    var key = WaitStatus.success
  }

  /// Those who wait for an object, in the order in which they came. NT: DISPATCHER_HEADER.WaitListHead
  struct WaitList: ~Copyable {
    private(set) var first: Reference<WaitBlock>?
    private var last: Reference<WaitBlock>?

    mutating func append(_ block: Reference<WaitBlock>) {
      block.object.next = nil
      block.object.previous = last
      if let last { last.object.next = block } else { first = block }
      last = block
    }

    mutating func remove(_ block: Reference<WaitBlock>) {
      let next = block.object.next
      let previous = block.object.previous
      if let previous { previous.object.next = next } else { first = next }
      if let next { next.object.previous = previous } else { last = previous }
    }
  }
#endif
