import Machine
import Testing

/// Page protections and what the processor says of a fault.
@Suite struct FaultDecodingTests {
  @Test func protectionCodesAreNTs() {
    let names: [Protection] = [.none, .readOnly, .execute, .executeRead, .readWrite, .writeCopy, .executeReadWrite, .executeWriteCopy]
    #expect(names.map(\.raw) == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(Protection.decommitted.raw == 0x10 && Protection.noAccess.raw == 0x18)
    #expect(Protection(raw: 0xFFFF_FFE4) == .readWrite)
  }

  @Test func writableAndCopyOnWrite() {
    for modifier in [0, 0x08, 0x10, 0x18] as [UInt32] {
      for code in 0..<UInt32(8) {
        let protection = Protection(raw: modifier | code)
        #expect(protection.isWritable == (code == 4 || code == 6))
        #expect(protection.isCopyOnWrite == (code == 5 || code == 7))
        #expect(protection.isNoCache == (modifier == 8))
      }
    }
  }

  private let address = VirtualAddress(0xE100_1234)
  private func decode(_ error: UInt32, instruction: UInt32 = 0x8010_0000) -> PageFault {
    PageFault(address: address, error: error, instruction: VirtualAddress(instruction))
  }

  @Test func errorCodeBits() {
    for error in 0..<UInt32(32) {
      let fault = decode(error)
      #expect(fault.address == address)
      #expect(fault.isProtectionViolation == (error & 1 != 0))
      #expect(fault.access == (error & 2 != 0 ? .write : error & 16 != 0 ? .execute : .read))
      #expect(fault.mode == (error & 4 != 0 ? .user : .kernel))
    }
  }

  @Test func aReadOfTheInstructionPointerItselfIsAnExecute() {
    #expect(decode(0, instruction: address.raw).access == .execute)
    #expect(decode(4, instruction: address.raw) == PageFault(address: address, access: .execute, mode: .user))
    #expect(decode(2, instruction: address.raw).access == .write)
    #expect(decode(0, instruction: address.raw + 1).access == .read)
  }
}
