#if os(none)
  /// Becomes signaled at a time, once or periodically. NT: KTIMER
  package struct Timer: ~Copyable, DispatcherObject {
    package enum Kind: Sendable {
      /// Stays signaled until it is set again.
      case notification
      /// Lets one waiter through each time.
      case synchronization
    }

    package var header: DispatcherHeader
    /// The tick at which it is signaled.
    package internal(set) var due: UInt32 = 0
    /// In ticks; 0 for once.
    var period: UInt32 = 0
    package internal(set) var isSet = false
    var next: Reference<Timer>?
    var previous: Reference<Timer>?

    package init(_ kind: Kind) { header = DispatcherHeader(kind == .notification ? .notificationTimer : .synchronizationTimer) }

    package var isSignaled: Bool { header.signalState > 0 }

    /// Starts it anew: signaled no earlier than in `milliseconds`, and from then on every `period` milliseconds if that is not 0.
    /// NT: KeSetTimerEx
    package mutating func set(milliseconds: UInt32, period: UInt32 = 0) {
      unsafe Reference(&self).set(afterTicks: Clock.ticks(milliseconds: milliseconds) + 1, period: Clock.ticks(milliseconds: period))
    }

    /// Returns whether it was still to come. NT: KeCancelTimer
    @discardableResult
    package mutating func cancel() -> Bool { unsafe Reference(&self).cancel() }
  }

  extension Reference where Object == Timer {
    @inline(never)
    func set(afterTicks ticks: UInt32, period: UInt32) {
      withDispatcher { dispatcher in
        if object.isSet { dispatcher.timers.remove(self) }
        object.header.signalState = 0
        object.period = period
        object.due = tickCount() &+ ticks
        dispatcher.timers.insert(self)
      }
    }

    @inline(never)
    func cancel() -> Bool {
      withDispatcher { dispatcher in
        guard object.isSet else { return false }
        dispatcher.timers.remove(self)
        return true
      }
    }
  }
#endif
