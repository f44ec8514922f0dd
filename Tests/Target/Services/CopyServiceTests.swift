#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  private let current: UInt32 = 0xFFFF_FFFF
  private let mine: UInt32 = 0x5000_0000
  private let others: UInt32 = 0x6000_0000
  private let bytes: UInt32 = 0x8000

  /// A caller with 32 KB at `mine`, and another process with as much at `others`, which the caller may read and write.
  private struct Pair: ~Copyable {
    let caller: ServiceCaller
    let other: Reference<Process>
    let handle: UInt32

    init?(_ t: inout TestContext) {
      guard let caller = ServiceCaller(&t), let other = try? createProcess(name: ImageName("other")) else { return nil }
      handle = caller.open(&t, other, access: AccessRights.processAll)
      caller.commit(&t, mine, bytes, 0x04)
      self.caller = caller
      self.other = other
      allocate(&t)
    }

    deinit { other.dereference() }

    private func allocate(_ t: inout TestContext) {
      caller[cell: 0] = others
      caller[cell: 1] = bytes
      let status = caller.call("NtAllocateVirtualMemory", [handle, ServiceCaller.cell(0), 0, ServiceCaller.cell(1), 0x3000, 0x40])
      t.expect(status, .success, "memory in the other process")
    }

    /// Cell 2 gets the number of bytes.
    func read(_ from: UInt32, _ to: UInt32, _ bytes: UInt32, handle: UInt32? = nil) -> Status {
      caller[cell: 2] = 0xDEAD_BEEF
      return caller.call("NtReadVirtualMemory", [handle ?? self.handle, from, to, bytes, ServiceCaller.cell(2)])
    }
    func write(_ to: UInt32, _ from: UInt32, _ bytes: UInt32, handle: UInt32? = nil) -> Status {
      caller[cell: 2] = 0xDEAD_BEEF
      return caller.call("NtWriteVirtualMemory", [handle ?? self.handle, to, from, bytes, ServiceCaller.cell(2)])
    }
    var copied: UInt32 { caller[cell: 2] }

    func protect(_ handle: UInt32, _ base: UInt32, _ bytes: UInt32, _ protect: UInt32) {
      caller[cell: 0] = base
      caller[cell: 1] = bytes
      _ = caller.call("NtProtectVirtualMemory", [handle, ServiceCaller.cell(0), ServiceCaller.cell(1), protect, ServiceCaller.cell(3)])
    }

    /// A dword of the other process.
    func remote(_ address: UInt32) -> UInt32 {
      guard let previous = try? attach(to: other) else { return 0xDEAD_DEAD }
      defer { detach(to: previous) }
      return Machine().read32(VirtualAddress(address))
    }
  }

  func testBytesGoToOtherProcessesAndBack(_ t: inout TestContext) {
    guard let pair = Pair(&t) else { return t.expect(false, "two processes") }
    for offset in stride(from: 0, to: bytes, by: 4) as StrideTo<UInt32> { pair.caller.program.write(VirtualAddress(mine + offset), offset &* 77) }
    t.expect(pair.write(others, mine, bytes), .success, "writing all")
    t.expect(pair.copied, equals: bytes, "bytes written")
    t.expect(pair.remote(others + 0x7FFC), equals: 0x7FFC * 77, "the last dword")
    t.expect(pair.write(others + 0x1001, mine + 3, 6), .success, "writing a few, not aligned")
    t.expect(pair.read(others, mine, bytes), .success, "reading all")
    t.expect(pair.copied, equals: bytes, "bytes read")
    t.expect(pair.caller.program.read(VirtualAddress(mine + 0x1008)), equals: 0x1008 * 77, "a dword that came back")
  }

  func testCopiesOfNothingAskForNothing(_ t: inout TestContext) {
    guard let pair = Pair(&t) else { return t.expect(false, "two processes") }
    t.expect(pair.read(others, mine, 0), .success, "reading no bytes")
    t.expect(pair.copied, equals: 0, "bytes")
    t.expect(pair.write(others, mine, 0, handle: 0x1234), .success, "writing none, through no handle")
    t.expect(pair.read(ServiceCaller.system, mine, 0), .accessViolation, "from the kernel")
    t.expect(pair.copied, equals: 0xDEAD_BEEF, "the count of a call that was refused")
    t.expect(pair.read(others, mine, 4, handle: 0), .invalidHandle, "handle 0")
    t.expect(pair.copied, equals: 0, "bytes through no handle")
    t.expect(pair.caller.call("NtReadVirtualMemory", [pair.handle, others, mine, 4, 0]), .success, "nobody asks how many")
    t.expect(pair.caller.call("NtReadVirtualMemory", [pair.handle, others, mine, 4, ServiceCaller.end]), .accessViolation, "nowhere to say how many")
  }

  func testCopiesNeedTheRight(_ t: inout TestContext) {
    guard let pair = Pair(&t) else { return t.expect(false, "two processes") }
    let reader = pair.caller.open(&t, pair.other, access: AccessRights.processVmRead)
    let writer = pair.caller.open(&t, pair.other, access: AccessRights.processVmWrite)
    t.expect(pair.read(others, mine, 4, handle: reader), .success, "reading with PROCESS_VM_READ")
    t.expect(pair.write(others, mine, 4, handle: reader), .accessDenied, "writing with it")
    t.expect(pair.write(others, mine, 4, handle: writer), .success, "writing with PROCESS_VM_WRITE")
    t.expect(pair.read(others, mine, 4, handle: writer), .accessDenied, "reading with it")
    pair.caller[cell: 0] = others
    pair.caller[cell: 1] = bytes
    t.expect(
      pair.caller.call("NtFreeVirtualMemory", [writer, ServiceCaller.cell(0), ServiceCaller.cell(1), 0x4000]), .accessDenied,
      "freeing without PROCESS_VM_OPERATION")
    t.expect(pair.caller.call("NtClose", [reader]), .success, "closing")
    t.expect(pair.read(others, mine, 4, handle: reader), .invalidHandle, "a closed handle")
  }

  func testCopiesOnlyTouchUserSpace(_ t: inout TestContext) {
    guard let pair = Pair(&t) else { return t.expect(false, "two processes") }
    t.expect(pair.read(ServiceCaller.system, mine, 4), .accessViolation, "reading the kernel")
    t.expect(pair.read(others, ServiceCaller.system + 0x40_0000, 4), .accessViolation, "reading into it")
    t.expect(pair.write(0xC030_0000, mine, 4), .accessViolation, "writing the page directory")
    t.expect(pair.write(others, 0xE100_0000, 4), .accessViolation, "writing out of paged pool")
    t.expect(pair.read(ServiceCaller.system - 0x1_1000, mine, 0x1001), .accessViolation, "reading past the end of user space")
    t.expect(pair.read(0xFFFF_FFFF, mine, 2), .accessViolation, "around the end of the address space")
    t.expect(pair.read(others, mine, 0xFFFF_FFFF), .accessViolation, "all there is")
  }

  func testCopiesEndAtTheBadByte(_ t: inout TestContext) {
    guard let pair = Pair(&t) else { return t.expect(false, "two processes") }
    t.expect(pair.read(0x1234, mine, 12), .partialCopy, "from nothing")
    t.expect(pair.copied, equals: 0, "bytes from nothing")
    t.expect(pair.read(others, 0x1234, 12), .accessViolation, "to nothing of one's own")
    t.expect(pair.write(0x1234, mine, 12), .partialCopy, "to nothing")
    pair.protect(current, mine + 0x2000, 0x2000, 0x01)
    t.expect(pair.read(others, mine, bytes), .accessViolation, "the caller's buffer is half there")
    t.expect(pair.copied, equals: 0, "bytes read into it")
    t.expect(pair.write(others, mine, bytes), .partialCopy, "out of it")
    t.expect(pair.copied, equals: 0, "bytes written out of it")
    pair.protect(current, mine + 0x2000, 0x2000, 0x04)
    pair.protect(pair.handle, others + 0x2000, 0x6000, 0x20)
    t.expect(pair.write(others, mine, bytes), .partialCopy, "the target is half read-only")
    t.expect(pair.copied, equals: 0x2000, "bytes written to it")
    t.expect(pair.read(others, mine, bytes), .success, "reading it")
    pair.protect(pair.handle, others, bytes, 0x02)
    t.expect(pair.write(others, mine, bytes), .partialCopy, "the target is read-only")
    t.expect(pair.copied, equals: 0, "bytes written to that")
    pair.protect(pair.handle, others, 0x1000, 0x104)
    t.expect(pair.read(others, mine, 4), .partialCopy, "a guard page")
    t.expect(pair.read(others, mine, 4), .success, "the same page again")
  }

  /// Larger than what is copied at once.
  func testLongCopies(_ t: inout TestContext) {
    guard let pair = Pair(&t) else { return t.expect(false, "two processes") }
    let long: UInt32 = 0x3_0000
    pair.caller.commit(&t, 0x5100_0000, long, 0x04)
    pair.caller.commit(&t, 0x5200_0000, long, 0x04)
    for offset in stride(from: 0, to: long, by: 1020) as StrideTo<UInt32> { pair.caller.program.write(VirtualAddress(0x5100_0000 + offset), offset) }
    t.expect(pair.read(0x5100_0000, 0x5200_0000, long, handle: current), .success, "from and to oneself")
    t.expect(pair.copied, equals: long, "bytes")
    var wrong: UInt32 = 0
    for offset in stride(from: 0, to: long, by: 1020) as StrideTo<UInt32> {
      if pair.caller.program.read(VirtualAddress(0x5200_0000 + offset)) != offset { wrong += 1 }
    }
    t.expect(wrong, equals: 0, "dwords that differ")
    pair.protect(current, 0x5100_0000 + 0x1_0000, 0x1000, 0x01)
    t.expect(pair.read(0x5100_0000, 0x5200_0000, long, handle: current), .partialCopy, "a hole in the second piece")
    t.expect(pair.copied, equals: 0xE000, "the bytes of the first")
  }
#endif
