#if os(none)
  import CMachine
  import Machine

  package enum WaitType: Sendable { case any, all }

  /// Waits until `object` is signaled or the time is over. Below DISPATCH_LEVEL only, unless the time-out is `immediate`.
  /// `reason` is for the thread list. An alertable wait ends with `alerted` when the thread is to end. NT: KeWaitForSingleObject
  @discardableResult
  package func waitForSingleObject<Object: DispatcherObject & ~Copyable>(
    _ object: UnsafeMutablePointer<Object>, timeout: Timeout = .never, reason: StaticString = "", isAlertable: Bool = false
  ) -> WaitStatus {
    unsafe currentThread.wait(.any, 1, Reference(object).header, timeout: timeout, reason: reason, isAlertable: isAlertable)
  }

  /// Waits for any or for all of two objects; a status of `.object(1)` means that the second ended a wait for any.
  /// NT: KeWaitForMultipleObjects
  @discardableResult
  package func waitForMultipleObjects<First: DispatcherObject & ~Copyable, Second: DispatcherObject & ~Copyable>(
    _ first: UnsafeMutablePointer<First>, _ second: UnsafeMutablePointer<Second>, _ type: WaitType,
    timeout: Timeout = .never, reason: StaticString = ""
  ) -> WaitStatus {
    unsafe currentThread.wait(type, 2, Reference(first).header, Reference(second).header, timeout: timeout, reason: reason)
  }

  /// As above, of three objects.
  @discardableResult
  package func waitForMultipleObjects<
    First: DispatcherObject & ~Copyable, Second: DispatcherObject & ~Copyable, Third: DispatcherObject & ~Copyable
  >(
    _ first: UnsafeMutablePointer<First>, _ second: UnsafeMutablePointer<Second>, _ third: UnsafeMutablePointer<Third>, _ type: WaitType,
    timeout: Timeout = .never, reason: StaticString = ""
  ) -> WaitStatus {
    unsafe currentThread.wait(
      type, 3, Reference(first).header, Reference(second).header, Reference(third).header, timeout: timeout, reason: reason)
  }

  /// Lets the time pass, unless the wait is alertable and the thread is to end. NT: KeDelayExecutionThread
  @discardableResult
  package func delay(milliseconds: UInt32, isAlertable: Bool = false) -> WaitStatus {
    currentThread.wait(.any, 0, timeout: .milliseconds(milliseconds), reason: "delay", isAlertable: isAlertable)
  }

  extension Reference where Object == Thread {
    /// The wait of the current thread for `count` objects.
    @inline(never)
    func wait(
      _ type: WaitType, _ count: UInt32, _ first: Reference<DispatcherHeader>? = nil, _ second: Reference<DispatcherHeader>? = nil,
      _ third: Reference<DispatcherHeader>? = nil, timeout: Timeout, reason: StaticString,
      isAlertable: Bool = false, mode: WaitMode = .kernel
    ) -> WaitStatus {
      if timeout != .immediate { mayWait() }
      return atDispatchLevel {
        object.waitCount = count
        object.waitsForAll = type == .all
        waitBlock(0).object.object = first
        waitBlock(1).object.object = second
        waitBlock(2).object.object = third
        if let status = satisfyWait() { return status }
        guard timeout != .immediate else { return .timeout }
        object.isAlertable = isAlertable || mode == .user
        if object.isAlertable && object.isTerminating { return .alerted }
        object.waitMode = mode
        beginWait(timeout, reason)
        switchThread(from: self)
        return object.waitStatus
      }
    }

    private func beginWait(_ timeout: Timeout, _ reason: StaticString) {
      for index in 0..<object.waitCount {
        waitBlock(index).object.key = .object(object.waitsForAll ? 0 : index)
        waitBlock(index).link()
      }
      if case .milliseconds(let milliseconds) = timeout {
        timer.set(afterTicks: Clock.ticks(milliseconds: milliseconds) + 1, period: 0)
        waitBlock(3).object.object = timer.header
        waitBlock(3).link()
      }
      object.waitReason = reason
      object.waitTick = tickCount()
      object.state = .waiting
    }

    /// Takes what is waited for if it can be had now.
    func satisfyWait() -> WaitStatus? {
      if object.waitsForAll { return satisfyAll() }
      for index in 0..<object.waitCount {
        guard let waited = waitBlock(index).object.object, waited.isSignaled(for: self) else { continue }
        return WaitStatus.object(index).abandoned(waited.acquire(for: self))
      }
      return nil
    }

    private func satisfyAll() -> WaitStatus? {
      for index in 0..<object.waitCount {
        guard let waited = waitBlock(index).object.object, waited.isSignaled(for: self) else { return nil }
      }
      var isAbandoned = false
      for index in 0..<object.waitCount {
        if let waited = waitBlock(index).object.object, waited.acquire(for: self) { isAbandoned = true }
      }
      return WaitStatus.success.abandoned(isAbandoned)
    }
  }
#endif
