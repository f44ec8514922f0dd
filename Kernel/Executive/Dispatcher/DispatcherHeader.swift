#if os(none)
  import Machine

  /// The beginning of everything that can be waited for. NT: DISPATCHER_HEADER
  package struct DispatcherHeader: ~Copyable {
    /// NT's numbers: EventNotificationObject and so on.
    package enum Kind: UInt8, Sendable {
      case notificationEvent = 0
      case synchronizationEvent = 1
      case mutex = 2
      case process = 3
      case semaphore = 5
      case thread = 6
      case notificationTimer = 8
      case synchronizationTimer = 9

      package var name: StaticString {
        switch self {
        case .notificationEvent: "notification event"
        case .synchronizationEvent: "synchronization event"
        case .mutex: "mutex"
        case .process: "process"
        case .semaphore: "semaphore"
        case .thread: "thread"
        case .notificationTimer: "notification timer"
        case .synchronizationTimer: "synchronization timer"
        }
      }
    }

    package let kind: Kind
    /// Above zero: signaled. A semaphore's count; a mutex has 1 when free, 0 when owned and less when owned several times over.
    package var signalState: Int32
    var waiters = WaitList()

    init(_ kind: Kind, signalState: Int32 = 0) {
      self.kind = kind
      self.signalState = signalState
    }
  }

  /// What can be waited for: a type whose first stored property is a `DispatcherHeader`.
  package protocol DispatcherObject: ~Copyable {}

  extension Reference where Object: DispatcherObject & ~Copyable {
    package var header: Reference<DispatcherHeader> { unsafe rebound(to: DispatcherHeader.self) }
  }

  extension Reference where Object == DispatcherHeader {
    /// A wait of `thread` for the object would not have to wait.
    func isSignaled(for thread: Reference<Thread>) -> Bool {
      object.signalState > 0 || object.kind == .mutex && mutex.object.owner == thread
    }

    /// What a successful wait does to the object. True when it was a mutex whose owner had ended without releasing it. NT: KiWaitSatisfyAny
    func acquire(for thread: Reference<Thread>) -> Bool {
      switch object.kind {
      case .notificationEvent, .notificationTimer, .process, .thread: return false
      case .synchronizationEvent, .synchronizationTimer: object.signalState = 0
      case .semaphore: object.signalState -= 1
      case .mutex: return mutex.take(for: thread)
      }
      return false
    }

    private var mutex: Reference<Mutex> { unsafe rebound(to: Mutex.self) }
  }
#endif
