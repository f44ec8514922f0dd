#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// What the controller said at the last interrupt, for the deferred call; 0 if there was none.
  private nonisolated(unsafe) var posted: UInt32 = 0

  extension DiskRegisters {
    private static var isPosted: UInt32 { 0x8000_0000 }
    fileprivate var word: UInt32 { Self.isPosted | UInt32(busMaster) << 16 | UInt32(error) << 8 | UInt32(status) }
    fileprivate init(word: UInt32) {
      self.init(
        status: UInt8(truncatingIfNeeded: word), error: UInt8(truncatingIfNeeded: word >> 8), busMaster: UInt8(truncatingIfNeeded: word >> 16))
    }
  }

  /// The drives of a channel interrupt. At device level. False if the disk is not among them, or has nothing to say.
  func diskInterrupt(_ line: UInt32) -> Bool {
    let channel = unsafe diskDrive.channel
    guard channel.line == line, channel.hasInterrupted else { return false }
    unsafe posted = channel.registers.word
    // Reading the status takes the drive's interrupt away; then the controller's is cleared, so that the next one is a new one.
    _ = channel.status
    channel.clearBusMaster()
    SoftwareInterrupts.deferredCall.request()
    return true
  }

  /// Before a command: what is posted is not its interrupt.
  func discardDiskInterrupt() { unsafe cpu_atomic_store(&posted, 0) }

  /// The part of the interrupt that may touch requests, and the clock's. At DISPATCH_LEVEL, also without a reason.
  func diskDeferredCall() {
    let word = unsafe cpu_atomic_take(&posted)
    withDrive { drive in
      if word != 0 { drive.interrupted(DiskRegisters(word: word)) }
      drive.lookAtTheClock()
    }
  }

  extension DiskDrive {
    fileprivate mutating func interrupted(_ registers: DiskRegisters) {
      guard state == .busy, let request = current else { return }
      let isDma = usesDma && request.object.operation != .identify
      if isDma { channel.stopBusMaster() }
      guard !registers.isError else { return complete(.failed(.device(registers))) }
      switch request.object.operation {
      case .flush: complete(.done)
      case .read, .write: if isDma { complete(.done) } else { moveSector(request, registers) }
      case .identify: moveSector(request, registers)
      }
    }
  }
#endif
