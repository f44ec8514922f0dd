#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let current: UInt32 = 0xFFFF_FFFF
  private let handle = ServiceCaller.cell(0)
  private let attributes = ServiceCaller.cell(10)
  private let name = ServiceCaller.cell(20)
  private let text = ServiceCaller.cell(30)

  /// There are no programs here to be started: what is in order is told that its name was not found.
  func testProgramsAreStartedByName(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    caller[cell: 10] = 24
    caller[cell: 12] = name
    caller[cell: 21] = text
    caller[cell: 30] = 0x0041_0041  // "AA"
    func start(_ bytes: UInt32, process: UInt32? = nil, access: UInt32 = 0, parent: UInt32 = .max, section: UInt32 = 0) -> Status {
      caller[cell: 20] = bytes | bytes << 16
      return caller.call("NtCreateProcess", [process ?? handle, access, attributes, parent, 0, section, 0, 0])
    }
    t.expect(start(4), .objectNameNotFound, "a program that is not there")
    t.expect(start(5), .objectNameNotFound, "half a character")
    t.expect(start(0), .objectNameInvalid, "no name")
    t.expect(start(514), .objectNameInvalid, "257 characters")
    t.expect(start(512), .objectNameNotFound, "256 characters")
    t.expect(start(4, process: ServiceCaller.system), .accessViolation, "a handle in the kernel")
    t.expect(start(0, process: 0), .accessViolation, "the place of the handle is judged first")
    t.expect(start(4, section: 4), .invalidHandle, "a section")
    t.expect(start(4, access: 0x1020_0000), .accessDenied, "a right that is none")
    t.expect(start(4, parent: 0), .invalidHandle, "no parent")
    t.expect(start(4, parent: 0xFFFF_FFFE), .objectTypeMismatch, "a thread as parent")
    refuseNames(&t, caller)
    t.expect(caller.program.process.object.handles.count, equals: 0, "open handles")
  }

  private func refuseNames(_ t: inout TestContext, _ caller: borrowing ServiceCaller) {
    func start() -> Status { caller.call("NtCreateProcess", [handle, 0, attributes, current, 0, 0, 0, 0]) }
    caller[cell: 20] = 4
    caller[cell: 30] = 0x0041_00E4
    t.expect(start(), .objectNameInvalid, "a letter that is not ASCII")
    caller[cell: 21] = text + 1
    t.expect(start(), .datatypeMisalignment, "characters that are not aligned")
    caller[cell: 21] = ServiceCaller.end - 2
    t.expect(start(), .accessViolation, "half of the characters are there")
    caller[cell: 21] = ServiceCaller.system
    t.expect(start(), .accessViolation, "characters in the kernel")
    caller[cell: 12] = 0
    t.expect(start(), .objectNameInvalid, "attributes without a name")
  }
#endif
