#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// What the test threads leave behind: one hexadecimal digit each time one of them gets somewhere.
  private nonisolated(unsafe) var trace: UInt32 = 0
  private nonisolated(unsafe) var statusSeen: UInt32 = 0
  private nonisolated(unsafe) var event = Event(.synchronization)
  private nonisolated(unsafe) var notification = Event(.notification)
  private nonisolated(unsafe) var semaphore = Semaphore(count: 0, limit: 3)
  private nonisolated(unsafe) var mutex = Mutex()
  private nonisolated(unsafe) var timer = Timer(.notification)
  private nonisolated(unsafe) var periodicTimer = Timer(.synchronization)

  private func mark(_ digit: UInt32) { unsafe trace = trace << 4 | digit }

  /// The trace so far; starts a new one.
  private func takeTrace() -> UInt32 {
    defer { unsafe trace = 0 }
    return unsafe trace
  }

  private func start(priority: UInt32, argument: UInt32 = 0, _ body: @escaping Thread.Body) -> ThreadReference? {
    createThread(name: "Test", priority: priority, body: body, argument: argument)
  }

  private var ownPriority: UInt32 { currentThread.object.priority }

  // MARK: Scheduling

  func testThreadRunsWithItsArgumentAndEnds(_ t: inout TestContext) {
    _ = takeTrace()
    guard let thread = start(priority: ownPriority, argument: 7, { argument in mark(argument) }) else {
      return t.expect(0, equals: 1, "a thread is created")
    }
    t.expect(takeTrace(), equals: 0, "creating a thread does not switch to it")
    t.expect(UInt32(thread.thread.object.state.rawValue), equals: UInt32(ThreadState.ready.rawValue), "state of a new thread")
    t.expect(thread.wait(timeout: .milliseconds(1000)).rawValue, equals: WaitStatus.success.rawValue, "status of waiting for its end")
    t.expect(takeTrace(), equals: 7, "what it did with its argument")
    t.expect(UInt32(thread.thread.object.state.rawValue), equals: UInt32(ThreadState.terminated.rawValue), "state after its end")
    t.expect(thread.wait().rawValue, equals: WaitStatus.success.rawValue, "status of waiting again")
  }

  func testYieldAlternatesBetweenEqualPriorities(_ t: inout TestContext) {
    _ = takeTrace()
    let body: Thread.Body = { digit in
      for _ in 0..<3 {
        mark(digit)
        yield()
      }
    }
    let a = start(priority: ownPriority, argument: 1, body)
    let b = start(priority: ownPriority, argument: 2, body)
    for _ in 0..<4 { yield() }
    t.expect(takeTrace(), equals: 0x121212, "order of the two threads")
    a?.wait()
    b?.wait()
  }

  func testHigherPriorityRunsFirst(_ t: inout TestContext) {
    _ = takeTrace()
    _ = start(priority: 5, argument: 1) { digit in mark(digit) }
    _ = start(priority: 31, argument: 2) { digit in mark(digit) }
    _ = start(priority: 12, argument: 3) { digit in mark(digit) }
    _ = start(priority: 31, argument: 4) { digit in mark(digit) }
    let last = start(priority: 1, argument: 5) { digit in mark(digit) }
    last?.wait()
    t.expect(takeTrace(), equals: 0x24315, "order of priorities 5, 31, 12, 31, 1")
  }

  func testYieldDoesNotRunLowerPriorities(_ t: inout TestContext) {
    _ = takeTrace()
    let low = start(priority: ownPriority - 1, argument: 1) { digit in mark(digit) }
    yield()
    t.expect(takeTrace(), equals: 0, "a thread of lower priority ran")
    low?.wait()
    t.expect(takeTrace(), equals: 1, "it ran when everyone above waited")
  }

  func testManyThreadsReuseTheirMemory(_ t: inout TestContext) {
    delay(milliseconds: 10)
    let before = threadCount()
    var created: UInt32 = 0
    for _ in 0..<1000 {
      guard let thread = start(priority: 9, { _ in }) else { break }
      created += 1
      thread.wait()
    }
    t.expect(created, equals: 1000, "threads of 12 KB stacks created one after the other")
    delay(milliseconds: 10)
    t.expect(threadCount(), equals: before, "threads left afterwards")
  }

  func testTerminateThreadEndsItInTheMiddle(_ t: inout TestContext) {
    _ = takeTrace()
    let thread = start(priority: ownPriority) { _ in
      mark(1)
      if currentThread.object.priority < 32 { terminateThread() }
      mark(2)
    }
    thread?.wait()
    t.expect(takeTrace(), equals: 1, "what it did")
  }

  func testStackLimitsSurroundTheStack(_ t: inout TestContext) {
    let thread = start(priority: ownPriority) { _ in
      let thread = currentThread
      unsafe statusSeen = thread.object.stackBase.raw - thread.object.stackLimit.raw
      if cpu_esp() < thread.object.stackBase.raw && cpu_esp() > thread.object.stackLimit.raw { mark(1) }
    }
    _ = takeTrace()
    thread?.wait()
    t.expect(takeTrace(), equals: 1, "the stack pointer lies within the limits")
    t.expect(unsafe statusSeen, equals: Thread.stackBytes, "bytes of stack")
  }

  /// The priority of the thread with this name; 99 if there is none.
  private func priority(of name: StaticString) -> UInt32 {
    var found: UInt32 = 99
    forEachThread { thread in
      if isSame(thread.object.name, name) { found = thread.object.priority }
    }
    return found
  }

  private func isSame(_ a: StaticString, _ b: StaticString) -> Bool {
    guard a.utf8CodeUnitCount == b.utf8CodeUnitCount else { return false }
    for index in 0..<a.utf8CodeUnitCount {
      if unsafe a.utf8Start[index] != b.utf8Start[index] { return false }
    }
    return true
  }

  func testSystemThreadsHaveTheirPriorities(_ t: inout TestContext) {
    t.expect(priority(of: "Balance set manager"), equals: 16, "balance set manager")
    t.expect(priority(of: "Process/stack swapper"), equals: 23, "process/stack swapper")
    t.expect(priority(of: "Modified page writer"), equals: 17, "modified page writer")
    t.expect(priority(of: "Mapped page writer"), equals: 17, "mapped page writer")
    t.expect(priority(of: "Segment dereference"), equals: 18, "segment dereference")
    t.expect(priority(of: "Zero page"), equals: 0, "zero page")
  }

  func testThreadsSharingAMutexLoseNothing(_ t: inout TestContext) {
    unsafe statusSeen = 0
    let body: Thread.Body = { _ in
      for round in 0..<50 {
        unsafe waitForSingleObject(&mutex)
        let old = unsafe statusSeen
        if round % 8 == 0 { delay(milliseconds: 1) } else { yield() }
        unsafe statusSeen = old + 1
        unsafe mutex.release()
        unsafe waitForSingleObject(&semaphore, timeout: .immediate)
        yield()
      }
    }
    let a = start(priority: 8, body)
    let b = start(priority: 9, body)
    let c = start(priority: 9, body)
    let d = start(priority: 20, body)
    a?.wait()
    b?.wait()
    c?.wait()
    d?.wait()
    t.expect(unsafe statusSeen, equals: 200, "increments by four threads")
    t.expect(unsafe mutex.owner == nil ? 1 : 0, equals: 1, "nobody owns it at the end")
  }

  // MARK: Waits

  func testSatisfiedWaitDoesNotSwitch(_ t: inout TestContext) {
    unsafe notification.set()
    let before = Scheduling.contextSwitches
    t.expect(unsafe waitForSingleObject(&notification).rawValue, equals: WaitStatus.success.rawValue, "status")
    t.expect(Scheduling.contextSwitches, equals: before, "context switches")
    unsafe notification.clear()
  }

  func testWaitTimesOutAndNotEarly(_ t: inout TestContext) {
    unsafe event.clear()
    let timers = Scheduling.timersSet
    let before = interruptTime()
    t.expect(unsafe waitForSingleObject(&event, timeout: .milliseconds(50)).rawValue, equals: WaitStatus.timeout.rawValue, "status")
    let ticks = UInt32(truncatingIfNeeded: interruptTime() - before) / 100_000
    t.expect(ticks >= 6 && ticks <= 8 ? 6 : ticks, equals: 6, "ticks of 10 ms for 50 ms and the one under way")
    t.expect(Scheduling.timersSet, equals: timers, "timers left set")
    unsafe event.set()
    t.expect(unsafe waitForSingleObject(&event, timeout: .immediate).rawValue, equals: 0, "the event works after the time-out")
  }

  func testImmediateTimeoutOnlyAsks(_ t: inout TestContext) {
    let before = Scheduling.contextSwitches
    let level = Irql.raise(to: .dispatch)
    t.expect(unsafe waitForSingleObject(&event, timeout: .immediate).rawValue, equals: WaitStatus.timeout.rawValue, "status when clear")
    unsafe event.set()
    t.expect(unsafe waitForSingleObject(&event, timeout: .immediate).rawValue, equals: WaitStatus.success.rawValue, "status when set")
    Irql.lower(to: level)
    t.expect(Scheduling.contextSwitches, equals: before, "context switches")
  }

  func testSatisfiedWaitCancelsItsTimeout(_ t: inout TestContext) {
    let timers = Scheduling.timersSet
    let thread = start(priority: ownPriority) { _ in unsafe event.set() }
    t.expect(unsafe waitForSingleObject(&event, timeout: .milliseconds(20)).rawValue, equals: WaitStatus.success.rawValue, "status")
    t.expect(Scheduling.timersSet, equals: timers, "timers left set")
    thread?.wait()
    delay(milliseconds: 40)
    t.expect(unsafe waitForSingleObject(&event, timeout: .immediate).rawValue, equals: WaitStatus.timeout.rawValue, "nothing came later")
  }

  func testWaitRestoresTheIrql(_ t: inout TestContext) {
    let level = Irql.raise(to: .apc)
    delay(milliseconds: 10)
    t.expect(Irql.current, equals: Irql.apc.rawValue, "IRQL after a wait at APC_LEVEL")
    Irql.lower(to: level)
    t.expect(Irql.current, equals: Irql.passive.rawValue, "IRQL afterwards")
  }

  // MARK: Objects

  private struct Pair: ~Copyable {
    let first, second: ThreadReference?

    func wait() {
      first?.wait()
      second?.wait()
    }
  }

  /// Two threads that wait for `event` or `notification` and leave the digits 1 and 2 when they go on.
  private func startWaiters(notification waitsForNotification: Bool) -> Pair {
    let body: Thread.Body =
      waitsForNotification
      ? { digit in
        unsafe waitForSingleObject(&notification)
        mark(digit)
      }
      : { digit in
        unsafe waitForSingleObject(&event)
        mark(digit)
      }
    let first = start(priority: ownPriority, argument: 1, body)
    let second = start(priority: ownPriority, argument: 2, body)
    yield()
    _ = takeTrace()
    return Pair(first: first, second: second)
  }

  func testSynchronizationEventReleasesOne(_ t: inout TestContext) {
    unsafe event.clear()
    let waiters = startWaiters(notification: false)
    unsafe event.set()
    t.expect(unsafe event.isSignaled ? 1 : 0, equals: 0, "signal state after a waiter took it")
    yield()
    t.expect(takeTrace(), equals: 1, "who went on, first come first served")
    unsafe event.set()
    waiters.wait()
    t.expect(takeTrace(), equals: 2, "who went on after the second set")
  }

  func testNotificationEventReleasesAll(_ t: inout TestContext) {
    unsafe notification.clear()
    let waiters = startWaiters(notification: true)
    unsafe notification.set()
    waiters.wait()
    t.expect(takeTrace(), equals: 0x12, "who went on")
    t.expect(unsafe notification.isSignaled ? 1 : 0, equals: 1, "it stays signaled")
    unsafe notification.clear()
  }

  func testSemaphoreCounts(_ t: inout TestContext) {
    _ = takeTrace()
    t.expect(unsafe waitForSingleObject(&semaphore, timeout: .immediate).rawValue, equals: WaitStatus.timeout.rawValue, "taking from none")
    t.expect(unsafe semaphore.release(4) ? 1 : 0, equals: 0, "release beyond the limit of 3")
    t.expect(UInt32(unsafe semaphore.count), equals: 0, "count after the refused release")
    t.expect(unsafe semaphore.release(3) ? 1 : 0, equals: 1, "release of 3")
    for _ in 0..<3 {
      t.expect(unsafe waitForSingleObject(&semaphore, timeout: .immediate).rawValue, equals: WaitStatus.success.rawValue, "taking one of three")
    }
    let waiting: Thread.Body = { digit in
      unsafe waitForSingleObject(&semaphore)
      mark(digit)
    }
    let first = start(priority: 9, argument: 1, waiting)
    let second = start(priority: 9, argument: 2, waiting)
    let third = start(priority: 9, argument: 3, waiting)
    delay(milliseconds: 10)
    t.expect(unsafe semaphore.release(2) ? 1 : 0, equals: 1, "release of 2 to three waiters")
    delay(milliseconds: 10)
    t.expect(takeTrace(), equals: 0x12, "who went on")
    _ = unsafe semaphore.release()
    first?.wait()
    second?.wait()
    third?.wait()
    t.expect(takeTrace(), equals: 3, "who went on last")
    t.expect(UInt32(unsafe semaphore.count), equals: 0, "count at the end")
  }

  func testMutexIsRecursiveAndHandedOver(_ t: inout TestContext) {
    unsafe waitForSingleObject(&mutex)
    unsafe waitForSingleObject(&mutex)
    let thread = start(priority: ownPriority) { _ in
      mark(1)
      unsafe waitForSingleObject(&mutex)
      mark(2)
      unsafe mutex.release()
    }
    _ = takeTrace()
    yield()
    unsafe mutex.release()
    yield()
    t.expect(takeTrace(), equals: 1, "after one of two releases")
    unsafe mutex.release()
    t.expect(unsafe mutex.owner != nil && mutex.owner != currentThread ? 1 : 0, equals: 1, "the waiter owns it at once")
    t.expect(unsafe waitForSingleObject(&mutex, timeout: .immediate).rawValue, equals: WaitStatus.timeout.rawValue, "taking it meanwhile")
    thread?.wait()
    t.expect(takeTrace(), equals: 2, "after the second release")
    t.expect(unsafe waitForSingleObject(&mutex, timeout: .immediate).rawValue, equals: WaitStatus.success.rawValue, "taking it at the end")
    unsafe mutex.release()
  }

  func testMutexOfAnEndedThreadIsAbandoned(_ t: inout TestContext) {
    let thread = start(priority: ownPriority) { _ in
      unsafe waitForSingleObject(&mutex)
      unsafe waitForSingleObject(&mutex)
    }
    thread?.wait()
    t.expect(unsafe waitForSingleObject(&mutex, timeout: .immediate).rawValue, equals: WaitStatus.abandoned.rawValue, "status of the next owner")
    unsafe mutex.release()
    t.expect(unsafe waitForSingleObject(&mutex, timeout: .immediate).rawValue, equals: WaitStatus.success.rawValue, "status after that")
    unsafe mutex.release()
  }

  // MARK: Timers

  func testTimerFiresOnceAndStaysSignaled(_ t: inout TestContext) {
    unsafe timer.set(milliseconds: 30)
    t.expect(unsafe timer.isSignaled ? 1 : 0, equals: 0, "signaled at once")
    let before = tickCount()
    unsafe waitForSingleObject(&timer)
    let ticks = tickCount() - before
    t.expect(ticks >= 3 && ticks <= 5 ? 4 : ticks, equals: 4, "ticks of 10 ms for 30 ms and the one under way")
    t.expect(unsafe waitForSingleObject(&timer, timeout: .immediate).rawValue, equals: 0, "it stays signaled")
    t.expect(unsafe timer.cancel() ? 1 : 0, equals: 0, "cancelling what has fired")
    unsafe timer.set(milliseconds: 30)
    t.expect(unsafe timer.isSignaled ? 1 : 0, equals: 0, "signaled after it was set anew")
    t.expect(unsafe timer.cancel() ? 1 : 0, equals: 1, "cancelling what is to come")
    delay(milliseconds: 60)
    t.expect(unsafe timer.isSignaled ? 1 : 0, equals: 0, "signaled after it was cancelled")
  }

  func testPeriodicTimerFiresAgainAndAgain(_ t: inout TestContext) {
    unsafe periodicTimer.set(milliseconds: 20, period: 20)
    let before = tickCount()
    for _ in 0..<50 { unsafe waitForSingleObject(&periodicTimer) }
    let ticks = tickCount() - before
    t.expect(ticks >= 100 && ticks <= 102 ? 100 : ticks, equals: 100, "ticks of 10 ms for 50 periods of 20 ms")
    t.expect(unsafe waitForSingleObject(&periodicTimer, timeout: .immediate).rawValue, equals: WaitStatus.timeout.rawValue, "one waiter each time")
    t.expect(unsafe periodicTimer.cancel() ? 1 : 0, equals: 1, "cancelling")
  }

  func testLongTimersSurviveARoundOfTheTimerTable(_ t: inout TestContext) {
    // 640 ms is one round of 64 lists: both timers are in the same list.
    unsafe timer.set(milliseconds: 700)
    unsafe periodicTimer.set(milliseconds: 60)
    let before = tickCount()
    t.expect(unsafe waitForMultipleObjects(&timer, &periodicTimer, .any).rawValue, equals: 1, "which fires first")
    t.expect(unsafe waitForSingleObject(&timer, timeout: .milliseconds(1000)).rawValue, equals: 0, "status of the longer one")
    let ticks = tickCount() - before
    t.expect(ticks >= 70 && ticks <= 72 ? 71 : ticks, equals: 71, "its ticks")
  }

  // MARK: Several objects

  func testWaitForAnyReturnsTheIndex(_ t: inout TestContext) {
    unsafe event.clear()
    unsafe notification.clear()
    let setter = start(priority: ownPriority) { _ in unsafe notification.set() }
    let status = unsafe waitForMultipleObjects(&event, &notification, .any, timeout: .milliseconds(500))
    t.expect(status.rawValue, equals: 1, "the second object ended the wait")
    unsafe event.set()
    t.expect(unsafe waitForMultipleObjects(&event, &notification, .any).rawValue, equals: 0, "the first signaled object is taken")
    t.expect(unsafe event.isSignaled ? 1 : 0, equals: 0, "and only that")
    unsafe notification.clear()
    let late = unsafe waitForMultipleObjects(&event, &notification, &semaphore, .any, timeout: .milliseconds(20))
    t.expect(late.rawValue, equals: WaitStatus.timeout.rawValue, "three objects, none signaled")
    setter?.wait()
  }

  func testWaitForAllTakesAllOrNothing(_ t: inout TestContext) {
    unsafe event.clear()
    let thread = start(priority: ownPriority) { _ in
      unsafe statusSeen = waitForMultipleObjects(&event, &semaphore, .all).rawValue
      mark(1)
    }
    yield()
    _ = takeTrace()
    unsafe event.set()
    yield()
    t.expect(takeTrace(), equals: 0, "went on with one of two")
    t.expect(unsafe event.isSignaled ? 1 : 0, equals: 1, "the first is left for others")
    t.expect(unsafe waitForSingleObject(&event, timeout: .immediate).rawValue, equals: 0, "someone else takes it")
    _ = unsafe semaphore.release()
    yield()
    t.expect(takeTrace(), equals: 0, "went on with the other one of two")
    unsafe event.set()
    thread?.wait()
    t.expect(takeTrace(), equals: 1, "went on with both")
    t.expect(unsafe statusSeen, equals: WaitStatus.success.rawValue, "status")
    t.expect(unsafe event.isSignaled ? 1 : 0, equals: 0, "both were taken")
    t.expect(UInt32(unsafe semaphore.count), equals: 0, "count of the semaphore")
  }

  // MARK: Interrupts

  func testRequestsWaitForTheIrqlToFall(_ t: inout TestContext) {
    unsafe availablePagesEvent.clear()
    let level = Irql.raise(to: .dispatch)
    SoftwareInterrupts.pagesAvailable.request()
    t.expect(unsafe availablePagesEvent.isSignaled ? 1 : 0, equals: 0, "event at DISPATCH_LEVEL")
    Irql.lower(to: level)
    t.expect(unsafe availablePagesEvent.isSignaled ? 1 : 0, equals: 1, "event afterwards")
  }

  func testClockTicksAtDispatchLevelButTimersWait(_ t: inout TestContext) {
    unsafe timer.set(milliseconds: 10)
    let level = Irql.raise(to: .dispatch)
    let before = tickCount()
    while tickCount() - before < 4 { cpu_hlt() }
    t.expect(unsafe timer.isSignaled ? 1 : 0, equals: 0, "timer at DISPATCH_LEVEL")
    Irql.lower(to: level)
    t.expect(unsafe timer.isSignaled ? 1 : 0, equals: 1, "timer afterwards")
  }
#endif
