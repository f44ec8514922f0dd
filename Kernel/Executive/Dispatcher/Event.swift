#if os(none)
  /// Something that happened. NT: KEVENT
  package struct Event: ~Copyable, DispatcherObject {
    package enum Kind: Sendable {
      /// Stays signaled, for everyone, until it is cleared.
      case notification
      /// Lets one waiter through, and is clear again.
      case synchronization
    }

    package var header: DispatcherHeader

    package init(_ kind: Kind, isSignaled: Bool = false) {
      header = DispatcherHeader(kind == .notification ? .notificationEvent : .synchronizationEvent, signalState: isSignaled ? 1 : 0)
    }

    package var isSignaled: Bool { header.signalState > 0 }

    /// Allowed up to DISPATCH_LEVEL. NT: KeSetEvent
    package mutating func set() { unsafe Reference(&self).set() }

    /// NT: KeClearEvent
    package mutating func clear() { header.signalState = 0 }
  }

  extension Reference where Object == Event {
    @inline(never)
    func set() {
      atDispatchLevel {
        object.header.signalState = 1
        testWaiters(of: header)
      }
    }
  }
#endif
