#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// A program that waits in NtDelayExecution, then says so and goes on for ever.
  struct Sleeper: ~Copyable {
    static var said: VirtualAddress { CodeProcess.data + 0x10 }
    private static var time: VirtualAddress { CodeProcess.data + 0x20 }
    let program: CodeProcess
    let thread: Reference<Thread>

    /// Waiting, for so long.
    init?(_ t: inout TestContext, milliseconds: UInt32) {
      guard let program = CodeProcess(&t) else { return nil }
      // mov eax, service; mov edx, arguments; int 2Eh; mov dword [said], 77h; jmp $
      let number = ServiceCaller.number("NtDelayExecution")
      let code: InlineArray<24, UInt8> = [
        0xB8, UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8), 0, 0, 0xBA, 0x00, 0x10, 0x40, 0x00, 0xCD, 0x2E,
        0xC7, 0x05, 0x10, 0x10, 0x40, 0x00, 0x77, 0, 0, 0, 0xEB, 0xFE,
      ]
      guard let thread = program.start(&t, code) else { return nil }
      program.write(CodeProcess.data + 4, Self.time.raw)
      program.write(Self.time, 0 &- milliseconds * 10_000)
      program.write(Self.time + 4, .max)
      self.program = program
      self.thread = thread
      delay(milliseconds: 50)
      t.expect(thread.object.state == .waiting && thread.object.waitMode == .user, "it waits for its program")
    }

    func end(_ t: inout TestContext) {
      terminateProcess(program.process, Status(raw: 0x55))
      t.expect(program.exitStatus(), equals: 0x55, "exit status")
      t.expectInvariants()
    }
  }
#endif
