#if os(none)
  import Machine

  /// A drive that does not answer is reset, and what it was at has failed. It all happens at clock ticks: nobody spins.
  /// Source: ATA/ATAPI-6, 9.2 software reset.
  extension DiskDrive {
    /// NT's time-out for a disk.
    private static let secondsForTransfer: UInt32 = 10
    /// "May take longer than 30 s."
    private static let secondsForFlush: UInt32 = 60
    /// "31 s."
    private static let secondsForReset: UInt32 = 31
    /// The reset signal stays on for 5 us, and its effect is looked at after 2 ms: at least one whole tick.
    private static let ticksForSignal: UInt32 = 2

    /// At every clock tick, and at other times.
    mutating func lookAtTheClock() {
      switch state {
      case .absent, .idle, .failed: break
      case .awaitingDataRequest:
        answerDataRequest()
        checkTimeOut()
      case .busy: checkTimeOut()
      case .resetting:
        if ticksPassed >= Self.ticksForSignal { endReset() }
      case .recovering:
        if ticksPassed >= Self.ticksForSignal { lookWhetherItIsBack() }
      }
    }

    private mutating func checkTimeOut() {
      guard let request = current else { return }
      let seconds = request.object.operation == .flush ? Self.secondsForFlush : Self.secondsForTransfer
      if ticksPassed > seconds * Clock.ticksPerSecond { reset(.timedOut(channel.registers)) }
    }

    /// Fails the current request with `error` and begins a reset.
    @inline(never)
    mutating func reset(_ error: DiskError) {
      state = .resetting
      since = tickCount()
      counters.resets &+= 1
      channel.stopBusMaster()
      channel.setReset(true)
      complete(.failed(error))
    }

    private mutating func endReset() {
      channel.setReset(false)
      state = .recovering
      since = tickCount()
    }

    private mutating func lookWhetherItIsBack() {
      if channel.statusOnly & DiskRegisters.busy == 0 {
        channel.select(unit)
        if channel.statusOnly & (DiskRegisters.busy | DiskRegisters.dataRequest) == 0 {
          state = .idle
          return startNext()
        }
      }
      if ticksPassed > Self.secondsForReset * Clock.ticksPerSecond { fail() }
    }
  }
#endif
