#if os(none)
  import Machine
  import MemoryManager

  /// How long something that can fail waits for pages.
  private let patience: UInt32 = Clock.ticksPerSecond

  /// Does something that needs pages which it has been promised, until they are there, or for a second: then it throws STATUS_NO_MEMORY. If it cannot be
  /// promised them page files grow first. Whoever cannot wait, and a thread that is to end, gets the status at once.
  func waitingForPages<Result>(_ body: () throws(Status) -> Result) throws(Status) -> Result {
    let start = tickCount()
    while true {
      do throws(Status) { return try body() } catch {
        guard !Irql.isAtDispatchOrAbove, !currentThread.object.isTerminating else { throw error }
        if error == .noMemory {
          guard tickCount() &- start < patience else { throw error }
          PageShortage.wait(isAlertable: true)
        } else {
          guard PageFileExtension.wait() else { throw error }
        }
      }
    }
  }
#endif
