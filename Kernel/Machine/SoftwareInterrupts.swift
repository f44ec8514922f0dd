import CMachine

/// Work asked of the dispatcher from inside a lock, done as soon as the IRQL falls below DISPATCH_LEVEL.
/// So the memory manager can wake a system thread without knowing what a thread is.
public struct SoftwareInterrupts: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A device or the clock has something for the dispatcher. NT: the DISPATCH_LEVEL software interrupt
  public static let deferredCall = Self(rawValue: 1 << 0)
  /// There are enough free pages to be worth zeroing. NT: MmZeroingPageEvent
  public static let wakeZeroPageThread = Self(rawValue: 1 << 1)
  /// Available pages fell below the threshold. NT: MmWorkingSetManagerEvent
  public static let wakeWorkingSetManager = Self(rawValue: 1 << 2)
  /// Pages became available for those who wait for one. NT: MmAvailablePagesEvent
  public static let pagesAvailable = Self(rawValue: 1 << 3)
  /// There are modified pages to write. NT: MmModifiedPageWriterEvent
  public static let wakeModifiedPageWriter = Self(rawValue: 1 << 4)

  public func request() { cpu_request(rawValue) }
  /// Takes every request made on this processor.
  public static func take() -> Self { Self(rawValue: cpu_take_pending()) }
}
