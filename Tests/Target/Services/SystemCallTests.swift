#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let current: UInt32 = 0xFFFF_FFFF
  /// Places no argument can be at: the kernel's, the top of everything, between user and system, free, and address 0.
  private let badAddresses: InlineArray<7, UInt32> = [
    0x8000_0000, 0x8040_0000, 0xC030_0000, 0xFFFF_FFFC, 0x7FFF_0000, 0x6000_0000, 0,
  ]

  func testServicesAreFoundByTheirNumber(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let calls = ServiceTable.calls
    t.expect(caller.call(number: ServiceCaller.number("NtTestAlert"), arguments: ServiceCaller.cells), .success, "a service without arguments")
    t.expect(caller.call("NtClose", [0]), .invalidHandle, "a service with one")
    let numbers: InlineArray<4, UInt32> = [ServiceTable.count, 0x1000, 0x8000_0000, 0xFFFF_FFFF]
    for index in 0..<numbers.count {
      t.expect(caller.call(number: numbers[index], arguments: ServiceCaller.cells), .invalidSystemService, "a number of no service")
    }
    t.expect(ServiceTable.calls, equals: calls + 6, "system calls counted")
  }

  func testArgumentsMustBeReadable(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let number = ServiceCaller.number("NtAllocateVirtualMemory")
    for index in 0..<badAddresses.count {
      t.expect(caller.call(number: number, arguments: badAddresses[index]), .accessViolation, "arguments at a bad address")
    }
    t.expect(caller.call(number: number, arguments: ServiceCaller.end - 20), .accessViolation, "the sixth argument is missing")
    // Six zeroes: the handle is judged last, the type before the pointers.
    t.expect(caller.call(number: number, arguments: ServiceCaller.end - 24), .invalidParameter5, "six arguments up to the end of memory")
    t.expect(caller.call(number: number, arguments: ServiceCaller.cells + 1), .invalidParameter5, "arguments that are not aligned")
    caller.commit(&t, 0x5000_0000, 2 << 12, 0x104)
    t.expect(caller.call(number: number, arguments: 0x5000_0000), .guardPageViolation, "arguments on a guard page")
    t.expect(caller.call(number: number, arguments: 0x5000_0000), .invalidParameter5, "and again, when it is one no more")
    t.expect(Irql.current, equals: Irql.passive.rawValue, "the IRQL afterwards")
    t.expect(cpu_eflags() & 0x700, equals: 0x200, "the flags afterwards")
  }

  func testPointersMustBeWritable(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let (base, size) = (ServiceCaller.cell(0), ServiceCaller.cell(1))
    caller[cell: 1] = 4096
    for index in 0..<badAddresses.count {
      let bad = badAddresses[index]
      t.expect(caller.call("NtAllocateVirtualMemory", [current, bad, 0, size, 0x2000, 1]), .accessViolation, "a bad base address pointer")
      t.expect(caller.call("NtAllocateVirtualMemory", [current, base, 0, bad, 0x2000, 1]), .accessViolation, "a bad size pointer")
    }
    let halfThere = ServiceCaller.end - 2
    t.expect(caller.call("NtAllocateVirtualMemory", [current, halfThere, 0, size, 0x2000, 1]), .accessViolation, "half a pointer is there")
    t.expect(caller.call("NtAllocateVirtualMemory", [current, halfThere, 0, size, 0, 1]), .invalidParameter5, "flags are judged before pointers")
    t.expect(caller.call("NtAllocateVirtualMemory", [0, halfThere, 0, size, 0x2000, 1]), .accessViolation, "pointers are judged before the handle")
    caller.commit(&t, 0x5000_0000, 4096, 0x02)
    t.expect(caller.call("NtAllocateVirtualMemory", [current, 0x5000_0000, 0, size, 0x2000, 1]), .accessViolation, "a read-only pointer")
    caller.commit(&t, 0x5001_0000, 4096, 0x104)
    t.expect(caller.call("NtAllocateVirtualMemory", [current, 0x5001_0000, 0, size, 0x2000, 1]), .guardPageViolation, "a pointer on a guard page")
    caller[cell: 0] = 0
    t.expect(caller.call("NtAllocateVirtualMemory", [current, base + 1, 0, size, 0x2000, 1]), .success, "a pointer that is not aligned")
    t.expect(caller[cell: 0] & 0xFF, equals: 0, "the byte in front of it")
    t.expect(caller[cell: 0], equals: 0x1_0000 << 8, "the lowest address")
  }

  func testBuffersAreJudgedAsAWhole(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let address = ServiceCaller.cells
    func query(_ kind: UInt32, _ buffer: UInt32, _ bytes: UInt32, _ returned: UInt32 = 0) -> Status {
      caller.call("NtQueryVirtualMemory", [current, address, kind, buffer, bytes, returned])
    }
    t.expect(query(0, address, 28, ServiceCaller.cell(20)), .success, "a good buffer")
    t.expect(caller[cell: 20], equals: 28, "the length that is returned")
    t.expect(caller[cell: 0], equals: ServiceCaller.cells, "the page's address")
    t.expect(caller[cell: 1], equals: 0x0040_0000, "the allocation base")
    t.expect(query(0, address, 27), .infoLengthMismatch, "too short")
    t.expect(query(5, address, 28), .invalidInfoClass, "an unknown class")
    t.expect(query(9, 0, 0), .invalidInfoClass, "the class is judged first")
    t.expect(query(0, ServiceCaller.system + 1, 27), .infoLengthMismatch, "then the length")
    t.expect(query(0, address + 2, 28), .datatypeMisalignment, "not aligned")
    t.expect(query(0, ServiceCaller.system + 1, 28), .datatypeMisalignment, "alignment before the address")
    t.expect(query(0, 0, 28), .accessViolation, "null")
    t.expect(query(0, ServiceCaller.system, 28), .accessViolation, "the kernel's")
    t.expect(query(0, 0xFFFF_FFF0, 28), .accessViolation, "around the end of the address space")
    t.expect(query(0, 0x7FFE_FFF0, 28), .accessViolation, "across the end of user space")
    t.expect(query(0, ServiceCaller.end - 16, 28), .accessViolation, "half there")
    t.expect(query(0, address, 28, ServiceCaller.end), .accessViolation, "nowhere to return the length")
    t.expect(query(2, address, 0), .invalidAddress, "no file view")
  }

  /// A call that frees the memory its own parameters lie in has done so all the same.
  func testResultsWithoutAPlaceAreDropped(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    caller.commit(&t, 0x5000_0000, 4096, 0x04)
    caller.program.write(VirtualAddress(0x5000_0000), 0x5000_0000)
    t.expect(caller.call("NtFreeVirtualMemory", [current, 0x5000_0000, 0x5000_0004, 0x8000]), .success, "freeing the parameters")
    t.expect(caller.call("NtFreeVirtualMemory", [current, 0x5000_0000, 0x5000_0004, 0x8000]), .accessViolation, "freeing them again")
  }

  func testHandlesAreJudgedAfterValues(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let (base, size) = (ServiceCaller.cell(0), ServiceCaller.cell(1))
    caller[cell: 0] = ServiceCaller.system
    caller[cell: 1] = 4096
    t.expect(caller.call("NtAllocateVirtualMemory", [0, base, 0, size, 0x1000, 4]), .invalidParameter2, "a kernel address")
    t.expect(caller.call("NtFreeVirtualMemory", [0, base, size, 0x8000]), .invalidParameter2, "freeing one")
    t.expect(caller.call("NtProtectVirtualMemory", [0, base, size, 4, ServiceCaller.cell(2)]), .invalidParameter2, "protecting one")
    t.expect(caller.call("NtLockVirtualMemory", [0, base, size, 1]), .invalidParameter, "locking one")
    t.expect(caller.call("NtFlushVirtualMemory", [0, base, size, ServiceCaller.cell(2)]), .invalidParameter2, "flushing one")
    caller[cell: 0] = 0x5000_0000
    t.expect(caller.call("NtAllocateVirtualMemory", [0, base, 0, size, 0x3000, 4]), .invalidHandle, "handle 0")
    t.expect(caller.call("NtFreeVirtualMemory", [4, base, size, 0x8000]), .invalidHandle, "a handle that is none")
    t.expect(caller.call("NtProtectVirtualMemory", [0xFFFF_FFFE, base, size, 4, ServiceCaller.cell(2)]), .objectTypeMismatch, "a thread's")
    t.expect(caller.call("NtLockVirtualMemory", [0, base, size, 1]), .invalidHandle, "locking without a handle")
    t.expect(caller.call("NtUnlockVirtualMemory", [current, base, size, 2]), .privilegeNotHeld, "MAP_SYSTEM without the privilege")
    t.expect(caller.call("NtLockVirtualMemory", [current, base, size, 4]), .invalidParameter, "an unknown kind of lock")
    t.expect(caller.call("NtFlushVirtualMemory", [current, base, size, ServiceCaller.cell(2)]), .notMappedView, "flushing what is no view")
    t.expect(caller[cell: 0] == 0x5000_0000 && caller[cell: 1] == 4096, "parameters of failed calls are left alone")
  }
#endif
