#if os(none)
  /// The timers that are set, in 64 lists by the tick at which they are due: setting and cancelling take constant time, and a tick looks at
  /// one list. NT: KiTimerTableListHead
  struct TimerQueue: ~Copyable {
    private static let buckets: UInt32 = 64
    private var first = InlineArray<64, Reference<Timer>?>(repeating: nil)
    /// Everything due up to here has been taken.
    private var lastTick: UInt32 = 0
    private(set) var count: UInt32 = 0

    mutating func insert(_ timer: Reference<Timer>) {
      let bucket = Self.bucket(timer.object.due)
      timer.object.previous = nil
      timer.object.next = first[bucket]
      first[bucket]?.object.previous = timer
      first[bucket] = timer
      timer.object.isSet = true
      count += 1
    }

    mutating func remove(_ timer: Reference<Timer>) {
      let next = timer.object.next
      next?.object.previous = timer.object.previous
      if let previous = timer.object.previous { previous.object.next = next } else { first[Self.bucket(timer.object.due)] = next }
      timer.object.isSet = false
      count -= 1
    }

    /// Takes one timer that is due at `now` or before. The ticks between the last call and this one are gone through, but never more than
    /// once round: each list is then looked at once.
    mutating func removeDue(now: UInt32) -> Reference<Timer>? {
      if now &- lastTick > Self.buckets { lastTick = now &- Self.buckets }
      while lastTick != now {
        if let timer = dueTimer(in: Self.bucket(lastTick &+ 1), now: now) {
          remove(timer)
          return timer
        }
        lastTick &+= 1
      }
      return nil
    }

    private func dueTimer(in bucket: Int, now: UInt32) -> Reference<Timer>? {
      var next = first[bucket]
      while let timer = next {
        // The tick count wraps after 497 days: compare distances.
        if Int32(bitPattern: now &- timer.object.due) >= 0 { return timer }
        next = timer.object.next
      }
      return nil
    }

    private static func bucket(_ tick: UInt32) -> Int { Int(tick & (buckets - 1)) }
  }

  /// Signals every timer whose time has come. Called at DISPATCH_LEVEL after the clock ticked. NT: KiTimerExpiration
  func expireTimers() {
    let now = tickCount()
    while let timer = withDispatcher({ dispatcher in dispatcher.timers.takeDue(now: now) }) {
      timer.object.header.signalState = 1
      testWaiters(of: timer.header)
    }
  }

  extension TimerQueue {
    /// As `removeDue`, and a periodic timer is set again before anyone hears of it.
    fileprivate mutating func takeDue(now: UInt32) -> Reference<Timer>? {
      guard let timer = removeDue(now: now) else { return nil }
      if timer.object.period != 0 {
        timer.object.due &+= timer.object.period
        insert(timer)
      }
      return timer
    }
  }
#endif
