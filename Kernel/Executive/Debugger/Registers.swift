#if os(none)
  import CMachine
  import Machine

  /// The registers at one moment: those of a trap, or those of the caller.
  struct Registers {
    let frame: TrapFrame
    let esp: UInt32

    var instruction: VirtualAddress { VirtualAddress(frame.eip) }
    var framePointer: VirtualAddress { VirtualAddress(frame.ebp) }

    /// The registers that `trap` interrupted.
    @unsafe init(trap: UnsafePointer<TrapFrame>) {
      unsafe frame = trap.pointee
      esp = unsafe Self.stackPointer(of: trap)
    }

    /// The processor pushes ESP only when the trap came from ring 3. From ring 0 the stack goes on behind `eflags`, unless the trap was a
    /// task switch: then `kernelEsp` is not what PUSHAD pushes, the address of `vector`, but the ESP of the interrupted task.
    @unsafe private static func stackPointer(of trap: UnsafePointer<TrapFrame>) -> UInt32 {
      let start = UInt32(truncatingIfNeeded: UInt(bitPattern: trap))
      if unsafe trap.pointee.cs & 3 != 0 { return unsafe trap.pointee.userEsp }
      let pushed = unsafe trap.pointee.kernelEsp
      return pushed == start &+ 48 ? start &+ 68 : pushed
    }

    /// The registers of the function this is inlined in.
    @inline(__always) init(capturing: Void) {
      var frame = TrapFrame()
      unsafe cpu_capture(&frame)
      self.frame = frame
      esp = frame.kernelEsp
    }

    /// The value of `@name`, if there is a register of that name.
    func value(of word: Word, in line: CommandLine) -> UInt32? {
      if line.equals(word, "eax") { return frame.eax }
      if line.equals(word, "ebx") { return frame.ebx }
      if line.equals(word, "ecx") { return frame.ecx }
      if line.equals(word, "edx") { return frame.edx }
      if line.equals(word, "esi") { return frame.esi }
      if line.equals(word, "edi") { return frame.edi }
      if line.equals(word, "ebp") { return frame.ebp }
      if line.equals(word, "esp") { return esp }
      if line.equals(word, "eip") { return frame.eip }
      if line.equals(word, "efl") { return frame.eflags }
      if line.equals(word, "cr0") { return cpu_cr0() }
      if line.equals(word, "cr2") { return cpu_cr2() }
      if line.equals(word, "cr3") { return cpu_cr3() }
      if line.equals(word, "cr4") { return cpu_cr4() }
      return nil
    }

    @inline(never) func write() {
      print("eax=\(hex: frame.eax) ebx=\(hex: frame.ebx) ecx=\(hex: frame.ecx) edx=\(hex: frame.edx)")
      print("esi=\(hex: frame.esi) edi=\(hex: frame.edi) ebp=\(hex: frame.ebp) esp=\(hex: esp)")
      print("eip=\(hex: frame.eip) efl=\(hex: frame.eflags) ", terminator: "")
      print("cr0=\(hex: cpu_cr0()) cr2=\(hex: cpu_cr2()) cr3=\(hex: cpu_cr3()) cr4=\(hex: cpu_cr4())")
    }
  }
#endif
