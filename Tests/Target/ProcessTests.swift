#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// again: inc dword [00401000h]; jmp again
  private let countingLoop: InlineArray<_, UInt8> = [0xFF, 0x05, 0x00, 0x10, 0x40, 0x00, 0xEB, 0xF8]
  private let justUd2: InlineArray<_, UInt8> = [0x0F, 0x0B]

  // MARK: Preemption

  func testEndlessLoopsShareTheProcessor(_ t: inout TestContext) {
    guard let first = CodeProcess(&t), let second = CodeProcess(&t) else { return }
    first.start(&t, countingLoop)
    second.start(&t, countingLoop)
    delay(milliseconds: 300)
    let (a, b) = (first.read(CodeProcess.data), second.read(CodeProcess.data))
    t.expect(a > 0 && b > 0, "both ran")
    delay(milliseconds: 300)
    t.expect(first.read(CodeProcess.data) != a && second.read(CodeProcess.data) != b, "both go on")
    terminateProcess(first.process, Status(raw: 7))
    terminateProcess(second.process, Status(raw: 8))
    t.expect(first.exitStatus(), equals: 7, "exit status of the first")
    t.expect(second.exitStatus(), equals: 8, "exit status of the second")
  }

  /// A thread of the kernel with the same priority has its turn too, and one with a lower priority has none.
  func testKernelThreadsGetTheirTurn(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    program.start(&t, countingLoop)
    let equal = createThread(name: "Test", priority: 8, body: { _ in })
    t.expect(equal?.wait(timeout: .milliseconds(500)) == .success, "a thread of equal priority ran")
    let lower = createThread(name: "Test", priority: 7, body: { _ in })
    t.expect(lower?.wait(timeout: .milliseconds(200)) == .timeout, "a thread of lower priority waits")
    terminateProcess(program.process, .success)
    t.expect(lower?.wait(timeout: .milliseconds(500)) == .success, "and runs when the loop has ended")
  }

  func testThreadsOfAProcessShareMemory(_ t: inout TestContext) {
    guard let program = CodeProcess(&t), let thread = program.start(&t, countingLoop) else { return }
    let second = try? program.startThread(stack: 0x8000)
    t.expect(second != nil && second != thread, "a second thread")
    t.expect(program.process.object.threads, equals: 2, "threads")
    delay(milliseconds: 100)
    t.expect(thread.object.runTicks > 0, "the first ran")
    t.expect((second?.object.runTicks ?? 0) > 0, "the second ran")
    terminateProcess(program.process, .success)
    t.expect(program.exitStatus(), equals: 0, "exit status")
    t.expect(program.process.object.threads, equals: 0, "threads afterwards")
  }

  // MARK: End

  private nonisolated(unsafe) var neverSet = Event(.notification)
  private nonisolated(unsafe) var waitEnded: UInt32 = 0

  private var waitForever: ExceptionHook {
    unsafe ExceptionHook { _, _, _ in
      unsafe waitEnded = waitForSingleObject(&neverSet, reason: "nothing", isAlertable: true).rawValue
      return true
    }
  }

  func testEndBreaksTheWaitsOfThreads(_ t: inout TestContext) {
    guard let program = CodeProcess(&t), let thread = program.start(&t, justUd2, hook: waitForever) else { return }
    _ = try? program.startThread(stack: 0x8000, hook: waitForever)
    delay(milliseconds: 50)
    t.expect(thread.object.state == .waiting, "the thread waits in the kernel")
    unsafe waitEnded = 0
    terminateProcess(program.process, Status(raw: 9))
    t.expect(program.exitStatus(), equals: 9, "exit status")
    t.expect(unsafe waitEnded, equals: WaitStatus.alerted.rawValue, "how the wait ended")
  }

  func testProcessEndsOnceAndForAll(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    t.expect(program.process.object.exitStatus.raw, equals: Status.pending.raw, "exit status while it is there")
    program.start(&t, countingLoop)
    t.expect(terminateProcess(program.process, Status(raw: 1)).raw, equals: 0, "status of ending it")
    t.expect(terminateProcess(program.process, Status(raw: 2)).raw, equals: Status.processIsTerminating.raw, "status of ending it again")
    t.expect(program.exitStatus(), equals: 1, "exit status")
    var refusal = Status.success
    do throws(Status) { _ = try program.startThread() } catch { refusal = error }
    t.expect(refusal.raw, equals: Status.processIsTerminating.raw, "status of a thread in a process that has ended")
    refusal = .success
    do throws(Status) { detach(to: try attach(to: program.process)) } catch { refusal = error }
    t.expect(refusal.raw, equals: Status.processIsTerminating.raw, "status of attaching to it")
    t.expect(terminateProcess(systemProcess, .success).raw, equals: Status.accessDenied.raw, "status of ending the system process")
  }

  func testEmptyProcessEndsAtOnce(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    t.expect(terminateProcess(program.process, Status(raw: 5)).raw, equals: 0, "status of ending a process without threads")
    t.expect(program.exitStatus(within: 0), equals: 5, "exit status")
  }

  /// The last thread waits until visitors have left.
  func testVisitorsKeepTheAddressSpace(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    program.start(&t, countingLoop)
    delay(milliseconds: 50)
    guard let previous = try? attach(to: program.process) else { return t.expect(false, "attached") }
    terminateProcess(program.process, .success)
    t.expect(waitForEnd(of: program.process, 100) == .timeout, "it does not end while someone is attached")
    t.expect(Machine().read32(CodeProcess.data) > 0, "its memory is there")
    detach(to: previous)
    t.expect(program.exitStatus(), equals: 0, "it ends when the visitor has left")
  }

  // MARK: Attaching

  func testAttachingShowsEachProcessItsOwnMemory(_ t: inout TestContext) {
    guard let first = CodeProcess(&t), let second = CodeProcess(&t) else { return }
    first.start(&t, [0xEB, 0xFE])
    second.start(&t, [0xEB, 0xFE])
    first.write(CodeProcess.data, 1111)
    second.write(CodeProcess.data, 2222)
    guard let outer = try? attach(to: first.process) else { return t.expect(false, "attached") }
    t.expect(currentAddressSpace == first.process.object.addressSpace, "the address space in force is the first's")
    t.expect(currentProcess == systemProcess, "the home is not changed")
    t.expect(Machine().read32(CodeProcess.data), equals: 1111, "memory of the first")
    // Another thread runs meanwhile, with another address space.
    delay(milliseconds: 30)
    t.expect(Machine().read32(CodeProcess.data), equals: 1111, "memory of the first after a wait")
    t.expect(second.read(CodeProcess.data), equals: 2222, "memory of the second, attached in between")
    t.expect(Machine().read32(CodeProcess.data), equals: 1111, "memory of the first again")
    detach(to: outer)
    t.expect(currentAddressSpace == nil, "no address space afterwards")
    t.expect(probeCopy(to: scratch, from: CodeProcess.data, bytes: 4), equals: 4, "bytes not read when detached")
    terminateProcess(first.process, .success)
    terminateProcess(second.process, .success)
    t.expect(first.exitStatus() | second.exitStatus(), equals: 0, "exit statuses")
  }

  // MARK: Numbers

  func testProcessesAreFoundByTheirNumber(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    let number = program.process.object.number
    t.expect(number & 3 == 0 && number > 4, "a multiple of 4")
    let found = openProcess(number: number)
    t.expect(found == program.process, "it is found")
    found?.dereference()
    t.expect(openProcess(number: number + 1) == nil, "not by another number")
    t.expect(openProcess(number: currentThread.object.number) == nil, "not by a thread's number")
    let system = openProcess(number: 4)
    t.expect(system == systemProcess, "the system process is found")
    system?.dereference()
    var count: UInt32 = 0
    forEachProcess { process in
      if process == program.process || process == systemProcess { count += 1 }
    }
    t.expect(count, equals: 2, "processes in the list")
    terminateProcess(program.process, .success)
    t.expect(openProcess(number: number).map { $0.dereference() } != nil, "it is found while someone refers to it")
  }

  // MARK: Resources

  func testProcessesLeakNothing(_ t: inout TestContext) {
    let before = processCount()
    t.expectNothingKept { t in
      for _ in 0..<200 {
        guard let program = CodeProcess(&t) else { return }
        program.start(&t, countingLoop)
        yield()
        terminateProcess(program.process, .success)
        t.expect(program.exitStatus(), equals: 0, "exit status")
      }
      waitForReaper()
    }
    t.expect(processCount(), equals: before, "processes afterwards")
  }

  /// All at once, each with three threads, ended in the order in which they came.
  func testManyProcessesAtOnce(_ t: inout TestContext) {
    let before = processCount()
    t.expectNothingKept { t in
      var last: UInt32 = 0
      // Each is sure of a working set of 50 pages, and has two stacks.
      for _ in 0..<min(40, Count.residentAvailable / 70) {
        guard let program = CodeProcess(&t) else { break }
        program.start(&t, countingLoop)
        _ = try? program.startThread(stack: 0x8000)
        _ = try? program.startThread(stack: 0x4000, hook: waitForever)
        last = program.process.object.number
      }
      delay(milliseconds: 100)
      t.expect(last > 0, "processes")
      forEachProcess { process in if process != systemProcess { terminateProcess(process, .success) } }
      var left: UInt32 = 100
      while processCount() > before, left > 0 {
        delay(milliseconds: 20)
        left -= 1
      }
    }
    t.expect(processCount(), equals: before, "processes afterwards")
  }
#endif
