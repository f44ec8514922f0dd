#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let current: UInt32 = 0xFFFF_FFFF

  func testWorkingSetListIsReturned(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let buffer: UInt32 = 0x5000_0000
    caller.commit(&t, buffer, 0x2000, 0x04)
    func query(_ bytes: UInt32) -> Status { caller.call("NtQueryVirtualMemory", [current, 0, 1, buffer, bytes, ServiceCaller.cell(0)]) }
    t.expect(query(3), .infoLengthMismatch, "no room for a number")
    t.expect(query(8), .infoLengthMismatch, "room for one page")
    let pages = caller.program.read(VirtualAddress(buffer))
    t.expect(pages > 2, "but their number")
    t.expect(query(0x2000), .success, "room enough")
    let count = caller.program.read(VirtualAddress(buffer))
    t.expect(caller[cell: 0], equals: 4 + count * 4, "the length")
    var found = false
    for index in 0..<count where caller.program.read(VirtualAddress(buffer + 4 + index * 4)) & ~0xFFF == buffer { found = true }
    t.expect(found, "the buffer's own page is in it")
  }

  func testWorkingSetEntriesAreAnsweredInPlace(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    caller.commit(&t, 0x5000_0000, 200 << 12, 0x04)
    let buffer: UInt32 = 0x5100_0000
    caller.commit(&t, buffer, 0x1000, 0x04)
    for page in 0..<UInt32(100) {
      if page & 1 == 1 { caller.program.write(VirtualAddress(0x5000_0000 + page << 12), page) }
      caller.program.write(VirtualAddress(buffer + page * 8), 0x5000_0000 + page << 12)
    }
    t.expect(caller.call("NtQueryVirtualMemory", [current, 0, 4, buffer, 804, ServiceCaller.cell(0)]), .success, "100 entries and a half")
    t.expect(caller[cell: 0], equals: 800, "the length")
    var wrong: UInt32 = 0
    for page in 0..<UInt32(100) where caller.program.read(VirtualAddress(buffer + page * 8 + 4)) & 0x7FFF != (page & 1 == 1 ? 4 << 4 | 1 : 0) {
      wrong += 1
    }
    t.expect(wrong, equals: 0, "answers that are wrong")
    t.expect(caller.call("NtQueryVirtualMemory", [current, 0, 4, buffer, 7, 0]), .infoLengthMismatch, "less than an entry")
  }

  func testWriteWatchIsReturned(_ t: inout TestContext) {
    guard let caller = ServiceCaller(&t) else { return }
    let base: UInt32 = 0x5000_0000
    let pages: UInt32 = 600
    caller[cell: 0] = base
    caller[cell: 1] = pages << 12
    t.expect(
      caller.call("NtAllocateVirtualMemory", [current, ServiceCaller.cell(0), 0, ServiceCaller.cell(1), 0x20_3000, 4]), .success,
      "memory whose writes are watched")
    let buffer: UInt32 = 0x5100_0000
    caller.commit(&t, buffer, 0x1000, 0x04)
    for page in stride(from: 1, to: pages, by: 3) as StrideTo<UInt32> { caller.program.write(VirtualAddress(base + page << 12), 1) }
    func watch(_ flags: UInt32, _ size: UInt32, _ capacity: UInt32, from start: UInt32 = base) -> Status {
      caller[cell: 2] = capacity
      return caller.call(
        "NtGetWriteWatch", [current, flags, start, size, buffer, ServiceCaller.cell(2), ServiceCaller.cell(3)])
    }
    t.expect(watch(0, pages << 12, 1024), .success, "all")
    t.expect(caller[cell: 2], equals: 200, "pages written")
    t.expect(caller[cell: 3], equals: pageSize, "granularity")
    var wrong: UInt32 = 0
    for index in 0..<UInt32(200) where caller.program.read(VirtualAddress(buffer + index * 4)) != base + (1 + 3 * index) << 12 { wrong += 1 }
    t.expect(wrong, equals: 0, "addresses that are wrong")
    t.expect(watch(1, pages << 12, 150), .success, "150 of them, and forgetting those")
    t.expect(caller[cell: 2], equals: 150, "pages")
    t.expect(watch(0, pages << 12, 1024), .success, "what is left")
    t.expect(caller[cell: 2], equals: 50, "pages left")
    t.expect(caller.program.read(VirtualAddress(buffer)), equals: base + (1 + 450) << 12, "the first of them")
    t.expect(caller.call("NtResetWriteWatch", [current, base, pages << 12]), .success, "forgetting all")
    t.expect(watch(0, pages << 12, 1024), .success, "then")
    t.expect(caller[cell: 2], equals: 0, "none")
    refuseWriteWatch(&t, caller, base, pages << 12) { watch($0, $1, $2, from: $3) }
  }

  private func refuseWriteWatch(
    _ t: inout TestContext, _ caller: borrowing ServiceCaller, _ base: UInt32, _ size: UInt32, _ watch: (UInt32, UInt32, UInt32, UInt32) -> Status
  ) {
    t.expect(watch(2, size, 64, base), .invalidParameter, "an unknown flag")
    t.expect(watch(0, 0, 64, base), .invalidParameter, "no bytes")
    t.expect(watch(0, size, 0, base), .invalidParameter, "no room")
    t.expect(watch(0, size + 1, 64, base), .invalidParameter, "a byte too much")
    t.expect(watch(0, size, 64, 0), .invalidParameter, "address 0")
    t.expect(watch(0, 4096, 64, 0x5100_0000), .invalidParameter, "memory that is not watched")
    t.expect(watch(0, 4096, 64, ServiceCaller.system), .invalidParameter, "the kernel's")
    t.expect(watch(0, size, 0x2000, base), .accessViolation, "more room than there is")
    caller[cell: 2] = 64
    let (count, granularity) = (ServiceCaller.cell(2), ServiceCaller.cell(3))
    t.expect(caller.call("NtGetWriteWatch", [current, 0, base, size, 0, count, granularity]), .accessViolation, "no array")
    t.expect(caller.call("NtGetWriteWatch", [current, 0, base, size, 0x5100_0000, 0, granularity]), .accessViolation, "no count")
    t.expect(caller.call("NtGetWriteWatch", [current, 0, base, size, 0x5100_0000, count, 0]), .accessViolation, "no granularity")
    t.expect(caller.call("NtGetWriteWatch", [0, 0, base, size, 0x5100_0000, count, granularity]), .invalidHandle, "no handle")
    t.expect(caller.call("NtResetWriteWatch", [current, base, 0]), .invalidParameter, "forgetting no bytes")
    t.expect(caller.call("NtResetWriteWatch", [current, 0x5100_0000, 4096]), .invalidParameter, "forgetting what is not watched")
  }
#endif
