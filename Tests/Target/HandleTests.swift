#if os(none)
  import Executive
  import Machine
  import MemoryManager

  /// The status that `body` throws, or success.
  private func status(_ body: () throws(Status) -> Void) -> UInt32 {
    do throws(Status) { try body() } catch { return error.raw }
    return Status.success.raw
  }

  private func dereference(_ handle: UInt32, access: UInt32) throws(Status) {
    try referenceProcess(handle: handle, access: access).dereference()
  }

  func testHandlesNameProcessesAndThreads(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    let header = program.process.header
    guard let handle = try? openHandle(header, access: AccessRights.processVmRead) else { return t.expect(false, "a handle") }
    t.expect(handle & 3, equals: 0, "a handle's lowest bits")
    t.expect(status { () throws(Status) in try dereference(handle, access: AccessRights.processVmRead) }, equals: 0, "status of what it grants")
    t.expect(
      status { () throws(Status) in try dereference(handle, access: AccessRights.processVmRead | AccessRights.processVmWrite) },
      equals: Status.accessDenied.raw, "status of more than it grants")
    t.expect(
      status { () throws(Status) in try referenceThread(handle: handle, access: 0).dereference() },
      equals: Status.objectTypeMismatch.raw, "status of a process for a thread")
    t.expect(status { () throws(Status) in try dereference(handle + 3, access: 0) }, equals: 0, "status with the lowest bits set, which mean nothing")
    t.expect(status { () throws(Status) in try dereference(handle + 4000, access: 0) }, equals: Status.invalidHandle.raw, "status of no handle")
    t.expect(status { () throws(Status) in try dereference(0, access: 0) }, equals: Status.invalidHandle.raw, "status of 0")
    t.expect(status { () throws(Status) in try closeHandle(handle) }, equals: 0, "status of closing it")
    t.expect(status { () throws(Status) in try closeHandle(handle) }, equals: Status.invalidHandle.raw, "status of closing it again")
    t.expect(status { () throws(Status) in try dereference(handle, access: 0) }, equals: Status.invalidHandle.raw, "status after it was closed")
  }

  func testPseudoHandlesNameTheCaller(_ t: inout TestContext) {
    let process = try? referenceProcess(handle: PseudoHandle.currentProcess, access: AccessRights.processAll)
    t.expect(process == systemProcess, "the current process")
    process?.dereference()
    let thread = try? referenceThread(handle: PseudoHandle.currentThread, access: AccessRights.threadAll)
    t.expect(thread == currentThread, "the current thread")
    thread?.dereference()
    t.expect(
      status { () throws(Status) in try dereference(PseudoHandle.currentThread, access: 0) }, equals: Status.objectTypeMismatch.raw,
      "status of the thread for a process")
    t.expect(status { () throws(Status) in try closeHandle(PseudoHandle.currentProcess) }, equals: Status.invalidHandle.raw, "status of closing one")
  }

  /// Enough for several leaves, and for the array of leaves to grow.
  func testManyHandles(_ t: inout TestContext) {
    guard let program = CodeProcess(&t) else { return }
    let count: UInt32 = 3000
    let before = systemProcess.object.handles.count
    guard let first = try? openHandle(program.process.header, access: 1) else { return t.expect(false, "a handle") }
    var last = first
    for index in 1..<count {
      guard let handle = try? openHandle(program.process.header, access: index + 1) else { return t.expect(false, "many handles") }
      last = handle
    }
    t.expect(systemProcess.object.handles.count, equals: before + count, "handles")
    t.expect(last - first, equals: (count - 1) * 4, "from the first to the last")
    t.expect(status { () throws(Status) in try dereference(last, access: count) }, equals: 0, "status of the last one's access")
    t.expect(status { () throws(Status) in try closeHandle(first + 400) }, equals: 0, "status of closing one in the middle")
    t.expect((try? openHandle(program.process.header, access: 1)) == first + 400, "its number is used again")
    for index in 0..<count { t.expect(status { () throws(Status) in try closeHandle(first + index * 4) }, equals: 0, "status of closing each") }
    t.expect(systemProcess.object.handles.count, equals: before, "handles afterwards")
  }

  /// A handle keeps the object, and what a process has open is closed at its end.
  func testHandlesKeepProcesses(_ t: inout TestContext) {
    let before = processCount()
    var handle: UInt32 = 0
    do {
      guard let program = CodeProcess(&t) else { return }
      handle = (try? openHandle(program.process.header, access: AccessRights.processAll)) ?? 0
      terminateProcess(program.process, .success)
    }
    waitForReaper()
    t.expect(processCount(), equals: before + 1, "processes while there is a handle")
    t.expect(status { () throws(Status) in try closeHandle(handle) }, equals: 0, "status of closing it")
    waitForReaper()
    t.expect(processCount(), equals: before, "processes when it was closed")
  }
#endif
