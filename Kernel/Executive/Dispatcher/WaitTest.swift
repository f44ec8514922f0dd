#if os(none)
  /// Gives the object to those who wait for it, for as long as it is signaled. At DISPATCH_LEVEL, after the signal state was raised.
  /// NT: KiWaitTest
  @inline(__always)
  func testWaiters(of object: Reference<DispatcherHeader>) {
    if object.object.waiters.first != nil { releaseWaiters(of: object) }
  }

  @inline(never)
  private func releaseWaiters(of object: Reference<DispatcherHeader>) {
    var next = object.object.waiters.first
    while let block = next, object.object.signalState > 0 {
      if block.tryToEndWait() {
        // That took the thread's blocks off every list, perhaps more than one off this.
        next = object.object.waiters.first
      } else {
        next = block.object.next
      }
    }
  }

  extension Reference where Object == WaitBlock {
    func link() { object.object?.object.waiters.append(self) }

    func unlink() {
      object.object?.object.waiters.remove(self)
      object.object = nil
    }

    /// The object of this block is signaled: ends the wait of its thread, if that is enough. False when other objects are still missing.
    fileprivate func tryToEndWait() -> Bool {
      guard let thread = object.thread, let waited = object.object else { return false }
      if object.key != .timeout && thread.object.waitsForAll {
        guard let status = thread.satisfyWait() else { return false }
        thread.endWait(status)
      } else {
        thread.endWait(object.key.abandoned(waited.acquire(for: thread)))
      }
      return true
    }
  }

  extension Reference where Object == Thread {
    /// NT: KiUnwaitThread. Without its priority boost: no thread here has to catch up with one that was preempted.
    func endWait(_ status: WaitStatus) {
      for index in 0..<object.waitCount { waitBlock(index).unlink() }
      if waitBlock(3).object.object != nil {
        waitBlock(3).unlink()
        _ = timer.cancel()
      }
      object.waitStatus = status
      object.state = .deferredReady
      makeReady()
    }

    /// The thread can run, or has to wait for its stack. NT: KiReadyThread
    @inline(__always)
    func makeReady() {
      guard object.isStackResident else { return awaitStack() }
      withHeldDispatcher { dispatcher in dispatcher.ready.append(self) }
    }

    @inline(never)
    private func awaitStack() {
      object.state = .transition
      withHeldDispatcher { dispatcher in dispatcher.inswaps.append(self) }
      unsafe swapEvent.set()
    }
  }
#endif
