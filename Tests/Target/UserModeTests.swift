#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// The registers that the last thread with `recordFrame` as its hook had at its exception.
  private nonisolated(unsafe) var seen = TrapFrame()
  private nonisolated(unsafe) var statusSeen: UInt32 = 0
  private nonisolated(unsafe) var hooked: UInt32 = 0

  private var recordFrame: ExceptionHook {
    unsafe ExceptionHook { frame, status, _ in
      unsafe seen = frame.pointee
      unsafe statusSeen = status
      unsafe hooked += 1
      return false
    }
  }

  // MARK: Ring 3

  func testUserThreadRunsInRing3(_ t: inout TestContext) {
    // mov eax, 11111111h; mov ebx, esp; mov ecx, ds; mov edx, cs; ud2
    let code: InlineArray<_, UInt8> = [0xB8, 0x11, 0x11, 0x11, 0x11, 0x89, 0xE3, 0x8C, 0xD9, 0x8C, 0xCA, 0x0F, 0x0B]
    guard let program = CodeProcess(&t) else { return }
    program.start(&t, code, hook: recordFrame)
    t.expect(program.exitStatus(), equals: Status.illegalInstruction.raw, "exit status")
    t.expect(unsafe seen.eax, equals: 0x1111_1111, "eax")
    t.expect(unsafe seen.ebx, equals: 0x0041_0000, "esp at the entry")
    t.expect(unsafe seen.ecx, equals: 0x23, "ds")
    t.expect(unsafe seen.edx, equals: 0x1B, "cs")
    t.expect(unsafe seen.eip, equals: 0x0040_000B, "eip at the exception")
    t.expect(unsafe seen.eflags & 0x3000, equals: 0, "I/O privilege level")
    t.expect(unsafe seen.eflags & 0x200, equals: 0x200, "interrupt flag")
    t.expect(unsafe seen.userSs, equals: 0x23, "ss")
    t.expect(unsafe statusSeen, equals: Status.illegalInstruction.raw, "status that the hook heard of")
  }

  /// A hook that mends the frame: the thread goes on.
  func testHookCanResumeAThread(_ t: inout TestContext) {
    // xor ecx, ecx; div ecx; ud2
    let code: InlineArray<_, UInt8> = [0x31, 0xC9, 0xF7, 0xF1, 0x0F, 0x0B]
    guard let program = CodeProcess(&t) else { return }
    unsafe hooked = 0
    let hook = unsafe ExceptionHook { frame, status, _ in
      unsafe hooked += 1
      guard status == Status.integerDivideByZero.raw else { return false }
      unsafe frame.pointee.ecx = 1
      // A hook gives no rights away.
      unsafe frame.pointee.cs = 8
      unsafe frame.pointee.userSs = 16
      unsafe frame.pointee.eflags = 0x3000
      return true
    }
    program.start(&t, code, hook: hook)
    t.expect(program.exitStatus(), equals: Status.illegalInstruction.raw, "exit status after a division that was mended")
    t.expect(unsafe hooked, equals: 2, "exceptions")
  }

  // MARK: What a program must not do

  /// Runs code that ends in an exception; true if it was this one and the kernel is as before.
  private func expectEnd<let count: Int>(_ t: inout TestContext, _ code: InlineArray<count, UInt8>, _ status: Status, _ what: StaticString) {
    guard let program = CodeProcess(&t) else { return }
    program.start(&t, code)
    t.expect(program.exitStatus(), equals: status.raw, what)
    t.expect(Irql.current, equals: Irql.passive.rawValue, "IRQL afterwards")
    t.expect(cpu_eflags() & 0x3700, equals: 0x200, "flags afterwards")
  }

  func testExceptionsEndTheProcess(_ t: inout TestContext) {
    expectEnd(&t, [0x31, 0xC9, 0xF7, 0xF1], .integerDivideByZero, "division by zero")
    expectEnd(&t, [0x0F, 0x0B], .illegalInstruction, "ud2")
    expectEnd(&t, [0xCC], .breakpoint, "int 3")
    expectEnd(&t, [0xCD, 0x03], .breakpoint, "int 3 in two bytes")
    expectEnd(&t, [0xCD, 0x2D], .breakpoint, "int 2Dh")
    expectEnd(&t, [0xB0, 0x7F, 0x04, 0x01, 0xCE], .integerOverflow, "into")
    expectEnd(&t, [0x6A, 0x02, 0x6A, 0x01, 0x31, 0xC0, 0x62, 0x04, 0x24], .arrayBoundsExceeded, "bound")
    expectEnd(&t, [0x9C, 0x80, 0x4C, 0x24, 0x01, 0x01, 0x9D, 0x90], .singleStep, "the trap flag")
    expectEnd(&t, [0xD9, 0xEE], .illegalInstruction, "fldz")
    expectEnd(&t, [0x0F, 0x6E, 0xC0], .illegalInstruction, "movd mm0, eax")
    expectEnd(&t, [0x0F, 0x57, 0xC0], .illegalInstruction, "xorps")
  }

  func testPrivilegedInstructionsEndTheProcess(_ t: inout TestContext) {
    expectEnd(&t, [0xFA], .privilegedInstruction, "cli")
    expectEnd(&t, [0xFB], .privilegedInstruction, "sti")
    expectEnd(&t, [0xF4], .privilegedInstruction, "hlt")
    expectEnd(&t, [0xEC], .privilegedInstruction, "in al, dx")
    expectEnd(&t, [0x31, 0xD2, 0xEC], .privilegedInstruction, "in from port 0")
    expectEnd(&t, [0xE6, 0xF4], .privilegedInstruction, "out to the emulator's exit")
    expectEnd(&t, [0x66, 0xEF], .privilegedInstruction, "out dx, ax")
    expectEnd(&t, [0x6E], .privilegedInstruction, "outsb")
    expectEnd(&t, [0xF3, 0x6C], .privilegedInstruction, "rep insb")
    expectEnd(&t, [0x0F, 0x22, 0xD8], .privilegedInstruction, "mov cr3, eax")
    expectEnd(&t, [0x0F, 0x20, 0xC0], .privilegedInstruction, "mov eax, cr0")
    expectEnd(&t, [0x0F, 0x23, 0xF8], .privilegedInstruction, "mov dr7, eax")
    expectEnd(&t, [0x0F, 0x01, 0x14, 0x24], .privilegedInstruction, "lgdt")
    expectEnd(&t, [0x0F, 0x01, 0x1C, 0x24], .privilegedInstruction, "lidt")
    expectEnd(&t, [0x0F, 0x01, 0x38], .privilegedInstruction, "invlpg")
    expectEnd(&t, [0x0F, 0x00, 0xD8], .privilegedInstruction, "ltr")
    expectEnd(&t, [0x0F, 0x06], .privilegedInstruction, "clts")
    expectEnd(&t, [0x0F, 0x09], .privilegedInstruction, "wbinvd")
    expectEnd(&t, [0x0F, 0x32], .privilegedInstruction, "rdmsr")
  }

  func testGatesAndSegmentsAreGuarded(_ t: inout TestContext) {
    expectEnd(&t, [0xCD, 0x00], .accessViolation, "int 0")
    expectEnd(&t, [0xCD, 0x02], .accessViolation, "int 2")
    expectEnd(&t, [0xCD, 0x08], .accessViolation, "int 8")
    expectEnd(&t, [0xCD, 0x0E], .accessViolation, "int 0Eh")
    expectEnd(&t, [0xCD, 0x30], .accessViolation, "int 30h")
    expectEnd(&t, [0xCD, 0x80], .accessViolation, "int 80h")
    expectEnd(&t, [0xB8, 0x10, 0x00, 0x00, 0x00, 0x8E, 0xD8], .accessViolation, "mov ds, the kernel's")
    expectEnd(&t, [0xB8, 0x28, 0x00, 0x00, 0x00, 0x8E, 0xE0], .accessViolation, "mov fs, the task state")
    expectEnd(&t, [0x31, 0xC0, 0x8E, 0xD0], .accessViolation, "mov ss, null")
    expectEnd(&t, [0xEA, 0x00, 0x00, 0x40, 0x00, 0x08, 0x00], .accessViolation, "jump to the kernel's code segment")
    expectEnd(&t, [0xEA, 0x00, 0x00, 0x00, 0x00, 0x30, 0x00], .accessViolation, "jump to the double fault's task")
    expectEnd(&t, [0x9C, 0x6A, 0x08, 0x68, 0x00, 0x00, 0x40, 0x00, 0xCF], .accessViolation, "iret to the kernel's code segment")
    expectEnd(&t, [0x9C, 0x80, 0x4C, 0x24, 0x01, 0x40, 0x9D, 0xCF], .accessViolation, "iret from a nested task")
    expectEnd(&t, [0x0F, 0x34], .accessViolation, "sysenter")
  }

  func testAddressesOfTheSystemAreGuarded(_ t: inout TestContext) {
    expectEnd(&t, [0xA1, 0x00, 0x00, 0x00, 0x00], .accessViolation, "read of 0")
    expectEnd(&t, [0xA3, 0x00, 0x00, 0x00, 0x00], .accessViolation, "write of 0")
    expectEnd(&t, [0xA1, 0x00, 0x00, 0x10, 0x80], .accessViolation, "read of kernel text")
    expectEnd(&t, [0xA3, 0x00, 0x00, 0x40, 0x80], .accessViolation, "write of kernel data")
    expectEnd(&t, [0xA1, 0x00, 0x00, 0x30, 0xC0], .accessViolation, "read of the page directory")
    expectEnd(&t, [0xA3, 0x00, 0xF0, 0xDF, 0xFF], .accessViolation, "write of the processor control region")
    expectEnd(&t, [0xA1, 0x00, 0x00, 0x00, 0xE1], .accessViolation, "read of paged pool")
    expectEnd(&t, [0xB8, 0x00, 0x00, 0x10, 0x80, 0xFF, 0xE0], .accessViolation, "jump to kernel text")
    expectEnd(&t, [0x31, 0xC0, 0xFF, 0xE0], .accessViolation, "jump to 0")
    expectEnd(&t, [0x31, 0xE4, 0x50], .accessViolation, "push at the top of the address space")
    expectEnd(&t, [0xBC, 0x00, 0x00, 0x10, 0x80, 0xCC], .breakpoint, "int 3 with esp in the kernel")
  }

  /// The kernel uses nothing of what a program leaves in its segment registers and flags.
  func testKernelTrustsNoRegisterOfRing3(_ t: inout TestContext) {
    // xor eax, eax; mov ds, eax; mov es, eax; mov fs, eax; mov gs, eax; std; ud2
    expectEnd(
      &t, [0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xC0, 0x8E, 0xE0, 0x8E, 0xE8, 0xFD, 0x0F, 0x0B], .illegalInstruction, "null segments and std")
    // mov eax, 1Bh; mov ds, eax; mov es, eax; mov [0], eax
    expectEnd(
      &t, [0xB8, 0x1B, 0x00, 0x00, 0x00, 0x8E, 0xD8, 0x8E, 0xC0, 0xA3, 0x00, 0x00, 0x40, 0x00], .accessViolation, "data segment that is code")
    // mov ebp, F0000000h; std; push 0; popfd to clear all; hlt
    expectEnd(&t, [0xBD, 0x00, 0x00, 0x00, 0xF0, 0xFD, 0xF4], .privilegedInstruction, "a wild ebp")
  }

  /// A program that goes round while its counter grows: what is in its registers, segments and flags survives interrupts and other threads.
  func testInterruptsPreserveEveryRegister(_ t: inout TestContext) {
    let code: InlineArray<_, UInt8> = [
      0xB8, 0x1B, 0x00, 0x00, 0x00, 0x8E, 0xE0,  // mov fs, 1Bh
      0x31, 0xC0, 0x8E, 0xE8,  // mov gs, 0
      0xB8, 0x11, 0x11, 0x11, 0x11,  // mov eax, 11111111h
      0xBB, 0x22, 0x22, 0x22, 0x22,  // mov ebx, 22222222h
      0xB9, 0x33, 0x33, 0x33, 0x33,  // mov ecx, 33333333h
      0xBA, 0x44, 0x44, 0x44, 0x44,  // mov edx, 44444444h
      0xBE, 0x55, 0x55, 0x55, 0x55,  // mov esi, 55555555h
      0xBF, 0x66, 0x66, 0x66, 0x66,  // mov edi, 66666666h
      0xBD, 0x77, 0x77, 0x77, 0x77,  // mov ebp, 77777777h
      0xFD,  // std
      0xFF, 0x05, 0x00, 0x10, 0x40, 0x00,  // again: inc dword [00401000h]
      0x83, 0x3D, 0x04, 0x10, 0x40, 0x00, 0x00,  // cmp dword [00401004h], 0
      0x74, 0xF1,  // je again
      0x0F, 0x0B,  // ud2
    ]
    guard let program = CodeProcess(&t), let other = CodeProcess(&t) else { return }
    // The other one does the same with null segments and without std.
    let noise: InlineArray<_, UInt8> = [0x31, 0xC0, 0x8E, 0xD8, 0x8E, 0xC0, 0x8E, 0xE0, 0x8E, 0xE8, 0x31, 0xDB, 0xEB, 0xFE]
    program.start(&t, code, hook: recordFrame)
    other.start(&t, noise)
    delay(milliseconds: 200)
    t.expect(program.read(CodeProcess.data) > 1000, "it went round")
    program.write(CodeProcess.data + 4, 1)
    t.expect(program.exitStatus(), equals: Status.illegalInstruction.raw, "exit status")
    unsafe t.expect(seen.eax, equals: 0x1111_1111, "eax")
    unsafe t.expect(seen.ebx, equals: 0x2222_2222, "ebx")
    unsafe t.expect(seen.ecx, equals: 0x3333_3333, "ecx")
    unsafe t.expect(seen.edx, equals: 0x4444_4444, "edx")
    unsafe t.expect(seen.esi, equals: 0x5555_5555, "esi")
    unsafe t.expect(seen.edi, equals: 0x6666_6666, "edi")
    unsafe t.expect(seen.ebp, equals: 0x7777_7777, "ebp")
    unsafe t.expect(seen.userEsp, equals: 0x0041_0000, "esp")
    unsafe t.expect(seen.fs & 0xFFFF, equals: 0x1B, "fs")
    unsafe t.expect(seen.gs & 0xFFFF, equals: 0, "gs")
    unsafe t.expect(seen.ds & 0xFFFF, equals: 0x23, "ds")
    unsafe t.expect(seen.es & 0xFFFF, equals: 0x23, "es")
    unsafe t.expect(seen.eflags & 0x600, equals: 0x600, "interrupt and direction flag")
    terminateProcess(other.process, .success)
    t.expect(other.exitStatus(), equals: 0, "exit status of the other")
  }
#endif
