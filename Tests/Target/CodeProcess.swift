#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// A process whose program is a few bytes of machine code at 00400000, on a page that it can write, with 64 KB of stack and data behind it.
  struct CodeProcess: ~Copyable {
    static let code = VirtualAddress(0x0040_0000)
    /// A dword that the program may use: zero at first.
    static let data = VirtualAddress(0x0040_1000)
    private static let bytes: UInt32 = 0x1_0000

    let process: Reference<Process>

    /// Nil, and a failure of the test, when there is no memory.
    init?(_ t: inout TestContext) {
      do throws(Status) {
        process = try createProcess(name: ImageName("code"))
      } catch {
        t.expect(error.raw, equals: 0, "status of creating a process")
        return nil
      }
    }

    deinit { process.dereference() }

    /// Writes the code and starts a thread at its first byte.
    @discardableResult
    func start<let count: Int>(_ t: inout TestContext, _ code: InlineArray<count, UInt8>, hook: ExceptionHook? = nil) -> Reference<Thread>? {
      do throws(Status) {
        try load(code)
        return try startThread(hook: hook)
      } catch {
        t.expect(error.raw, equals: 0, "status of starting a program")
        return nil
      }
    }

    private func load<let count: Int>(_ code: InlineArray<count, UInt8>) throws(Status) {
      guard let space = process.object.addressSpace else { throw .unsuccessful }
      let previous = try attach(to: process)
      defer { detach(to: previous) }
      let options = try AllocationOptions(zeroBits: 0, type: 0x3000, protect: 0x40)
      var region = MemoryRegion(base: Self.code.raw, size: Self.bytes)
      let status = restarting { () throws(Restart) in try memoryManager.allocateVirtualMemory(space, options, &region) }
      guard status.isSuccess else { throw status }
      for index in 0..<count { cpu_store8_may_fault(Self.code.raw + UInt32(index), code[index]) }
    }

    /// One more thread at `offset` into the code; each should have a stack of its own. The caller's reference is given up: the thread may end at
    /// any time.
    @discardableResult
    func startThread(at offset: UInt32 = 0, stack: UInt32 = bytes, hook: ExceptionHook? = nil) throws(Status) -> Reference<Thread> {
      let context = UserContext(instruction: Self.code + offset, stackPointer: Self.code + stack)
      let thread = try createUserThread(in: process, context, hook: hook)
      thread.dereference()
      return thread
    }

    /// Waits for the end of the process. The exit status, or STATUS_TIMEOUT.
    func exitStatus(within milliseconds: UInt32 = 2000) -> UInt32 {
      let status = waitForEnd(of: process, milliseconds)
      return status == .success ? process.object.exitStatus.raw : status.rawValue
    }

    /// A dword of its memory, which must be there.
    func read(_ address: VirtualAddress) -> UInt32 {
      guard let previous = try? attach(to: process) else { return 0xDEAD_DEAD }
      defer { detach(to: previous) }
      return Machine().read32(address)
    }

    func write(_ address: VirtualAddress, _ value: UInt32) {
      guard let previous = try? attach(to: process) else { return }
      defer { detach(to: previous) }
      Machine().write32(address, value)
    }
  }

  func waitForEnd(of process: Reference<Process>, _ milliseconds: UInt32 = 2000) -> WaitStatus {
    unsafe waitForSingleObject(&process.object, timeout: .milliseconds(milliseconds), reason: "the end of a process")
  }

  /// Gives the reaper its turn.
  func waitForReaper() { delay(milliseconds: 20) }
#endif
