#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private nonisolated(unsafe) var callWanted = Event(.synchronization)
  private nonisolated(unsafe) var callDone = Event(.synchronization)
  private nonisolated(unsafe) var nextCall: (number: UInt32, arguments: UInt32) = (0, 0)
  private nonisolated(unsafe) var callStatus: UInt32 = 0

  /// The program stands at its INT3: hands over the status of its last system call and gets the next.
  private var nextCallHook: ExceptionHook {
    unsafe ExceptionHook { frame, status, _ in
      guard status == Status.breakpoint.raw else { return false }
      unsafe callStatus = frame.pointee.eax
      unsafe callDone.set()
      unsafe waitForSingleObject(&callWanted, reason: "the next system call")
      unsafe frame.pointee.eip += 1
      unsafe frame.pointee.eax = nextCall.number
      unsafe frame.pointee.edx = nextCall.arguments
      return true
    }
  }

  /// A process whose thread makes system calls from ring 3, one after another as a test asks for them. There is one at a time.
  struct ServiceCaller: ~Copyable {
    /// Dwords for the parameters of services; the page behind the 16th page is not there.
    static let cells: UInt32 = 0x0040_2000
    static let end: UInt32 = 0x0041_0000
    /// The first address of the system, which no argument may be.
    static var system: UInt32 { SystemRegion.systemStart.raw }
    private static let arguments: UInt32 = 0x0040_1000
    /// again: int3; int 2Eh; jmp again
    private static let code: InlineArray<5, UInt8> = [0xCC, 0xCD, 0x2E, 0xEB, 0xFB]

    let program: CodeProcess

    init?(_ t: inout TestContext) {
      guard let program = CodeProcess(&t), program.start(&t, Self.code, hook: nextCallHook) != nil else { return nil }
      self.program = program
      unsafe waitForSingleObject(&callDone, reason: "a program to start")
    }

    deinit {
      terminateProcess(program.process, .success)
      unsafe callWanted.set()
      _ = waitForEnd(of: program.process)
    }

    subscript(cell index: UInt32) -> UInt32 {
      get { program.read(VirtualAddress(Self.cells + index * 4)) }
      nonmutating set { program.write(VirtualAddress(Self.cells + index * 4), newValue) }
    }
    static func cell(_ index: UInt32) -> UInt32 { cells + index * 4 }

    /// The status of a system call by number, with the address of its arguments.
    func call(number: UInt32, arguments: UInt32) -> Status {
      unsafe nextCall = (number, arguments)
      unsafe callWanted.set()
      unsafe waitForSingleObject(&callDone, reason: "a system call")
      return unsafe Status(raw: callStatus)
    }

    func call<let count: Int>(_ name: StaticString, _ arguments: InlineArray<count, UInt32>) -> Status {
      for index in 0..<count { program.write(VirtualAddress(Self.arguments + UInt32(index) * 4), arguments[index]) }
      return call(number: Self.number(name), arguments: Self.arguments)
    }

    /// The number of a service; one that is none if there is no such service.
    static func number(_ name: StaticString) -> UInt32 {
      for number in 0..<ServiceTable.count where isName(name, at: ServiceTable.name(number)) { return number }
      return ServiceTable.count
    }

    private static func isName(_ name: StaticString, at address: VirtualAddress) -> Bool {
      let length = name.utf8CodeUnitCount
      for index in 0..<length where unsafe cpu_load8(address.raw + UInt32(index)) != name.utf8Start[index] { return false }
      return cpu_load8(address.raw + UInt32(length)) == 0
    }
  }

  extension ServiceCaller {
    /// Reserves and commits `bytes` at `base`, protected as the PAGE_ constant says.
    func commit(_ t: inout TestContext, _ base: UInt32, _ bytes: UInt32, _ protect: UInt32) {
      self[cell: 100] = base
      self[cell: 101] = bytes
      let status = call("NtAllocateVirtualMemory", [.max, Self.cell(100), 0, Self.cell(101), 0x3000, protect])
      t.expect(status.raw, equals: 0, "status of allocating memory")
    }

    /// A handle of the caller's to another process.
    func open(_ t: inout TestContext, _ process: Reference<Process>, access: UInt32) -> UInt32 {
      self[cell: 110] = 0
      for index in 0..<UInt32(6) { self[cell: 111 + index] = index == 0 ? 24 : 0 }
      self[cell: 117] = process.object.number
      self[cell: 118] = 0
      let status = call("NtOpenProcess", [Self.cell(110), access, Self.cell(111), Self.cell(117)])
      t.expect(status.raw, equals: 0, "status of opening a process")
      return self[cell: 110]
    }
  }

  extension TestContext {
    mutating func expect(_ found: Status, _ expected: Status, _ what: StaticString) { expect(found.raw, equals: expected.raw, what) }
  }
#endif
