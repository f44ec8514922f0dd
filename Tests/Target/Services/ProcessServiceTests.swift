#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let current: UInt32 = 0xFFFF_FFFF

  func testProcessesAreOpenedByNumber(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let (handle, attributes, identifiers) = (ServiceCaller.cell(0), ServiceCaller.cell(10), ServiceCaller.cell(20))
    caller[cell: 10] = 24
    func open(_ number: UInt32, thread: UInt32 = 0, access: UInt32 = 0x1F_0FFF) -> Status {
      caller[cell: 20] = number
      caller[cell: 21] = thread
      return caller.call("NtOpenProcess", [handle, access, attributes, identifiers])
    }
    let number = caller.program.process.object.number
    t.expect(open(number), .success, "itself")
    t.expect(caller[cell: 0], equals: 4, "the first handle")
    t.expect(open(number, access: 0xE000_0000), .success, "generic rights")
    t.expect(open(number, access: 0x1020_0000), .accessDenied, "a right that is none")
    t.expect(open(number + 1), .invalidCid, "a number of nothing")
    t.expect(open(0), .invalidCid, "number 0")
    t.expect(open(4), .accessDenied, "the system process")
    t.expect(open(number, thread: number), .invalidCid, "a thread that is none")
    t.expect(caller.call("NtOpenProcess", [handle, 0, attributes, 0]), .invalidParameterMix, "without a number")
    t.expect(caller.call("NtOpenProcess", [handle, 0, attributes + 1, identifiers]), .datatypeMisalignment, "attributes not aligned")
    t.expect(caller.call("NtOpenProcess", [handle, 0, 0, identifiers]), .accessViolation, "no attributes")
    t.expect(caller.call("NtOpenProcess", [handle, 0, attributes, ServiceCaller.system]), .accessViolation, "a number in the kernel")
    t.expect(caller.call("NtOpenProcess", [ServiceCaller.end, 0, attributes, identifiers]), .accessViolation, "nowhere to put the handle")
    t.expect(caller.program.process.object.handles.count, equals: 2, "open handles")
    t.expect(caller.call("NtClose", [4]), .success, "closing")
    t.expect(caller.call("NtClose", [4]), .invalidHandle, "closing twice")
    t.expect(caller.call("NtClose", [current]), .invalidHandle, "closing the pseudo handle")
  }

  func testWaitsOfPrograms(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t), let other = try? createProcess(name: ImageName("other")) else { return t.expect(false, "two processes") }
    defer { other.dereference() }
    let handle = caller.open(&t, other, access: AccessRights.synchronize | AccessRights.processTerminate)
    let blind = caller.open(&t, other, access: AccessRights.processTerminate)
    func wait(_ handle: UInt32, _ time: Int64) -> Status {
      caller[cell: 0] = UInt32(truncatingIfNeeded: time)
      caller[cell: 1] = UInt32(truncatingIfNeeded: time >> 32)
      return caller.call("NtWaitForSingleObject", [handle, 0, ServiceCaller.cell(0)])
    }
    t.expect(wait(handle, 0).raw, equals: WaitStatus.timeout.rawValue, "asking")
    t.expect(wait(blind, 0), .accessDenied, "without SYNCHRONIZE")
    t.expect(wait(0x1000, 0), .invalidHandle, "no handle")
    t.expect(caller.call("NtWaitForSingleObject", [handle, 0, ServiceCaller.system]), .accessViolation, "a time in the kernel")
    let start = tickCount()
    t.expect(wait(handle, -300_000).raw, equals: WaitStatus.timeout.rawValue, "30 ms")
    t.expect(tickCount() - start >= 3, "not early")
    t.expect(caller.call("NtDelayExecution", [0, ServiceCaller.cell(0)]), .success, "a delay")
    t.expect(tickCount() - start >= 6, "nor the delay")
    t.expect(wait(handle, 1).raw, equals: WaitStatus.timeout.rawValue, "a time that has passed")
    t.expect(caller.call("NtDelayExecution", [0, 0]), .accessViolation, "a delay of nothing")
    t.expect(caller.call("NtTerminateProcess", [blind, 0x77]), .success, "ending the other")
    t.expect(caller.call("NtTerminateProcess", [blind, 0x78]), .processIsTerminating, "ending it twice")
    t.expect(caller.call("NtWaitForSingleObject", [handle, 0, 0]), .success, "it has ended")
    t.expect(other.object.exitStatus.raw, equals: 0x77, "its exit status")
    pair(&t, caller, handle)
  }

  /// What can be asked and done of a process that has ended.
  private func pair(_ t: inout TestContext, _ caller: borrowing ServiceCaller, _ handle: UInt32) {
    caller[cell: 0] = 0
    caller[cell: 1] = 4096
    t.expect(
      caller.call("NtAllocateVirtualMemory", [handle, ServiceCaller.cell(0), 0, ServiceCaller.cell(1), 0x3000, 4]), .accessDenied,
      "a handle without the right")
  }

  func testProgramsEndThemselves(_ t: inout TestContext) {
    // mov eax, NtTerminateProcess; mov edx, 00401000h; int 2Eh; ud2. The arguments: -1, 1234h
    guard let program = CodeProcess(&t) else { return }
    let number = UInt8(truncatingIfNeeded: ServiceCaller.number("NtTerminateProcess"))
    program.start(
      &t,
      [
        0xC7, 0x05, 0x00, 0x10, 0x40, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xC7, 0x05, 0x04, 0x10, 0x40, 0x00, 0x34, 0x12, 0x00, 0x00,  // two stores
        0xB8, number, 0x00, 0x00, 0x00, 0xBA, 0x00, 0x10, 0x40, 0x00, 0xCD, 0x2E, 0x0F, 0x0B,
      ])
    t.expect(program.exitStatus(), equals: 0x1234, "exit status")
  }

  func testProcessInformation(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    func query(_ kind: UInt32, _ bytes: UInt32, handle: UInt32 = 0xFFFF_FFFF, at buffer: UInt32 = 0x0040_2000) -> Status {
      caller[cell: 40] = 0
      return caller.call("NtQueryInformationProcess", [handle, kind, buffer, bytes, ServiceCaller.cell(40)])
    }
    t.expect(query(0, 24), .success, "ProcessBasicInformation")
    t.expect(caller[cell: 40], equals: 24, "its length")
    t.expect(caller[cell: 0], equals: Status.pending.raw, "exit status of a process that runs")
    t.expect(caller[cell: 4], equals: caller.program.process.object.number, "number")
    t.expect(query(1, 32), .success, "ProcessQuotaLimits")
    t.expect(caller[cell: 2], equals: 204_800, "minimum working set")
    t.expect(caller[cell: 3], equals: 1_413_120, "maximum working set")
    t.expect(caller[cell: 4], equals: .max, "page file limit")
    t.expect(query(3, 44), .success, "ProcessVmCounters")
    t.expect(caller[cell: 1], equals: 0x1_0000, "virtual size")
    t.expect(query(3, 48), .success, "the longer form")
    t.expect(query(39, 4), .success, "ProcessPagePriority")
    t.expect(caller[cell: 0], equals: 5, "page priority")
    t.expect(query(3, 46), .infoLengthMismatch, "a length between")
    t.expect(query(0, 25), .infoLengthMismatch, "too long")
    t.expect(query(77, 24), .invalidInfoClass, "an unknown class")
    t.expect(query(1, 32, handle: 0), .invalidHandle, "handle 0")
    t.expect(query(1, 32, handle: 0, at: 0), .invalidHandle, "handles are judged before the buffer is touched")
    t.expect(query(1, 32, at: 0), .accessViolation, "no buffer")
    t.expect(query(1, 32, at: ServiceCaller.end - 16), .accessViolation, "half a buffer")
    t.expect(query(1, 32, at: ServiceCaller.cells + 2), .datatypeMisalignment, "a buffer not aligned")
  }

  func testWorkingSetLimitsAreSet(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    func set(_ minimum: UInt32, _ maximum: UInt32, bytes: UInt32 = 32) -> Status {
      caller[cell: 2] = minimum
      caller[cell: 3] = maximum
      return caller.call("NtSetInformationProcess", [current, 1, ServiceCaller.cells, bytes])
    }
    t.expect(set(100 << 12, 500 << 12), .success, "new limits")
    caller[cell: 2] = 0
    t.expect(caller.call("NtQueryInformationProcess", [current, 1, ServiceCaller.cells, 32, 0]), .success, "asking")
    t.expect(caller[cell: 2] == 100 << 12 && caller[cell: 3] == 500 << 12, "what was set")
    t.expect(set(.max, .max), .success, "emptying")
    t.expect(set(0, 500 << 12), .privilegeNotHeld, "no minimum")
    t.expect(set(100 << 12, 500 << 12, bytes: 31), .infoLengthMismatch, "too short")
    t.expect(!set(500 << 12, 100 << 12).isSuccess, "the wrong way round")
    caller[cell: 0] = 3
    t.expect(caller.call("NtSetInformationProcess", [current, 39, ServiceCaller.cells, 4]), .success, "a page priority")
    caller[cell: 0] = 6
    t.expect(caller.call("NtSetInformationProcess", [current, 39, ServiceCaller.cells, 4]), .invalidParameter, "one that is too high")
    t.expect(caller.call("NtSetInformationProcess", [current, 0, ServiceCaller.cells, 24]), .invalidInfoClass, "what cannot be set")
  }

  func testSystemInformation(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    t.expect(caller.call("NtQuerySystemInformation", [0, ServiceCaller.cells, 44, ServiceCaller.cell(20)]), .success, "SystemBasicInformation")
    t.expect(caller[cell: 20], equals: 44, "its length")
    t.expect(caller[cell: 2], equals: pageSize, "bytes of a page")
    t.expect(caller[cell: 3], equals: Count.frames, "pages")
    t.expect(caller[cell: 8], equals: VirtualAddress.highestUser.raw, "highest user address")
    t.expect(caller.call("NtQuerySystemInformation", [0, ServiceCaller.cells, 45, 0]), .infoLengthMismatch, "too long")
    let performance: UInt32 = 2
    t.expect(
      caller.call("NtQuerySystemInformation", [performance, ServiceCaller.cells, 316, ServiceCaller.cell(100)]), .success,
      "SystemPerformanceInformation")
    t.expect(caller[cell: 100], equals: 312, "its length")
    t.expect(caller[cell: 13], equals: memoryManager.commitment.withLock { $0.limit }, "commit limit")
    t.expect(caller[cell: 20], equals: memoryManager.pagingCounters().pagesRead, "pages read")
    t.expect(caller[cell: 24], equals: memoryManager.pagingCounters().pagesWritten, "pages written")
    t.expect(caller[cell: 77], equals: ServiceTable.calls, "system calls")
    t.expect(caller.call("NtQuerySystemInformation", [performance, ServiceCaller.cells, 308, 0]), .infoLengthMismatch, "too short for it")
    let pageFiles: UInt32 = 18
    t.expect(
      caller.call("NtQuerySystemInformation", [pageFiles, ServiceCaller.cells, 400, ServiceCaller.cell(110)]), .success, "SystemPageFileInformation")
    t.expect(caller[cell: 110], equals: 0, "no page file, no length")
    t.expect(caller.call("NtQuerySystemInformation", [pageFiles, ServiceCaller.cells, 23, 0]), .infoLengthMismatch, "too short for one")
    t.expect(caller.call("NtQuerySystemInformation", [pageFiles, ServiceCaller.system, 400, 0]), .accessViolation, "the kernel's memory")
    t.expect(caller.call("NtQuerySystemInformation", [999, ServiceCaller.cells, 44, 0]), .invalidInfoClass, "an unknown class")
    t.expect(caller.call("NtQuerySystemInformation", [0, ServiceCaller.system, 44, 0]), .accessViolation, "the kernel's memory")
  }

  func testStringsAreProbed(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    func display(_ length: UInt32, _ buffer: UInt32) -> Status {
      caller[cell: 0] = length | length << 16
      caller[cell: 1] = buffer
      return caller.call("NtDisplayString", [ServiceCaller.cells])
    }
    t.expect(display(0, ServiceCaller.system), .success, "nothing")
    t.expect(display(2, ServiceCaller.system), .accessViolation, "of the kernel")
    t.expect(display(8, ServiceCaller.end - 4), .accessViolation, "half there")
    t.expect(display(2, ServiceCaller.cells + 1), .datatypeMisalignment, "not aligned")
    t.expect(caller.call("NtDisplayString", [0xC000_0000]), .accessViolation, "a string in the page tables")
  }
#endif
