#if os(none)
  import Machine
  import MemoryManager

  /// Waits for the end of a process or a thread. `timeout` points to a LARGE_INTEGER and may be null. There are no user APCs, so that
  /// `isAlertable` means nothing; the end of the calling thread ends every wait.
  @c(NtWaitForSingleObject) public func ntWaitForSingleObject(_ handle: UInt32, _ isAlertable: UInt32, _ timeout: UInt32) -> UInt32 {
    service { () throws(Status) in
      let timeout = timeout == 0 ? Timeout.never : try Timeout(at: timeout)
      let object = try referenceObject(handle: handle, access: AccessRights.synchronize)
      defer { object.dereference() }
      return Status(raw: currentThread.wait(.any, 1, object, timeout: timeout, reason: "user request", mode: .user).rawValue)
    }
  }

  @c(NtDelayExecution) public func ntDelayExecution(_ isAlertable: UInt32, _ interval: UInt32) -> UInt32 {
    service { () throws(Status) in
      let timeout = try Timeout(at: interval)
      if timeout == .immediate {
        yield()
      } else {
        _ = currentThread.wait(.any, 0, timeout: timeout, reason: "user request", mode: .user)
      }
      return .success
    }
  }

  extension Timeout {
    /// Captures a time in units of 100 ns: negative from now on, otherwise a time of the system's clock, which starts with the system.
    fileprivate init(at address: UInt32) throws(Status) {
      let low = try UserDword(address).read()
      let high = try UserDword(address &+ 4).read()
      let time = Int64(bitPattern: UInt64(high) << 32 | UInt64(low))
      let units = time < 0 ? 0 &- UInt64(bitPattern: time) : UInt64(max(0, time - Int64(interruptTime())))
      self = units == 0 ? .immediate : .milliseconds(Self.milliseconds(units))
    }

    /// Rounded up; what is longer than 49 days becomes that. By hand, digit by digit of 16 bits: 64-bit division is not there.
    private static func milliseconds(_ units: UInt64) -> UInt32 {
      let unitsPerMillisecond: UInt32 = 10_000
      var (quotient, rest) = (UInt64(0), UInt32(0))
      for shift in stride(from: 48, through: 0, by: -16) as StrideThrough<UInt64> {
        let part = rest << 16 | UInt32(truncatingIfNeeded: units >> shift & 0xFFFF)
        quotient = quotient << 16 | UInt64(part / unitsPerMillisecond)
        rest = part % unitsPerMillisecond
      }
      return UInt32(clamping: quotient + (rest > 0 ? 1 : 0))
    }
  }
#endif
