#if os(none)
  /// How a wait ended, with the values of NT's status codes.
  package struct WaitStatus: Equatable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The object waited for was signaled, or all of them were. NT: STATUS_WAIT_0
    package static let success = Self(rawValue: 0)
    /// As `success`, but a mutex was left behind by a thread that ended: what it guards may be inconsistent. NT: STATUS_ABANDONED_WAIT_0
    package static let abandoned = Self(rawValue: 0x80)
    /// The thread is to end, and its wait was one that could be broken. NT: STATUS_ALERTED
    package static let alerted = Self(rawValue: 0x101)
    /// NT: STATUS_TIMEOUT
    package static let timeout = Self(rawValue: 0x102)

    /// The object at `index` ended a wait for any of several.
    package static func object(_ index: UInt32) -> Self { Self(rawValue: index) }
    /// The object itself was signaled, abandoned or not.
    package var isSatisfied: Bool { self != .timeout && self != .alerted }
    /// Which of the objects it was. Meaningless if it was none.
    package var index: UInt32 { rawValue & 0x7F }

    func abandoned(_ isAbandoned: Bool) -> Self { isAbandoned ? Self(rawValue: rawValue | Self.abandoned.rawValue) : self }
  }

  /// How long a wait may take. It never ends early: the clock's running tick is not counted.
  package enum Timeout: Equatable, Sendable {
    case never
    /// Asks without waiting, which is allowed at DISPATCH_LEVEL too.
    case immediate
    case milliseconds(UInt32)
  }
#endif
