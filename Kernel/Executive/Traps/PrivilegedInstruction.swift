#if os(none)
  import CMachine
  import Machine

  /// A general protection fault in ring 3 came from an instruction for ring 0, and not from an access or a segment. `address` is the
  /// instruction's. NT: KiTrap0D's look at the opcode
  func isPrivilegedInstruction(at address: UInt32) -> Bool {
    var position = address
    for _ in 0..<InstructionBytes.most {
      guard let byte = InstructionBytes.read(position) else { return false }
      position &+= 1
      if isPrefix(byte) { continue }
      return byte == 0x0F ? isPrivilegedExtension(at: position) : isPrivileged(byte)
    }
    return false
  }

  private enum InstructionBytes {
    /// NT: MAX_INSTRUCTION_LENGTH
    static let most = 15

    /// Nil if the byte cannot be read.
    static func read(_ address: UInt32) -> UInt8? {
      var byte: UInt8 = 0
      let missing = unsafe withUnsafeMutablePointer(to: &byte) { copy in
        probeCopy(to: VirtualAddress(UInt32(UInt(bitPattern: copy))), from: VirtualAddress(address), bytes: 1)
      }
      return missing == 0 ? byte : nil
    }
  }

  private func isPrefix(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0x66, 0x67, 0xF0, 0xF2, 0xF3: true
    default: false
    }
  }

  /// INS, OUTS, IN, OUT, HLT, CLI, STI.
  private func isPrivileged(_ opcode: UInt8) -> Bool {
    switch opcode {
    case 0x6C...0x6F, 0xE4...0xE7, 0xEC...0xEF, 0xF4, 0xFA, 0xFB: true
    default: false
    }
  }

  /// What follows 0F: CLTS, INVD, WBINVD, moves to and from control and debug registers, WRMSR, RDTSC, RDMSR, RDPMC; and of the groups LLDT,
  /// LTR, and LGDT, LIDT, LMSW, INVLPG.
  private func isPrivilegedExtension(at address: UInt32) -> Bool {
    guard let opcode = InstructionBytes.read(address) else { return false }
    switch opcode {
    case 0x00: return operation(at: address &+ 1).map { $0 == 2 || $0 == 3 } ?? false
    case 0x01: return operation(at: address &+ 1).map { $0 == 2 || $0 == 3 || $0 >= 6 } ?? false
    case 0x06, 0x08, 0x09, 0x20...0x26, 0x30...0x33: return true
    default: return false
    }
  }

  /// The middle field of the byte behind the opcode.
  private func operation(at address: UInt32) -> UInt8? { InstructionBytes.read(address).map { $0 >> 3 & 7 } }
#endif
