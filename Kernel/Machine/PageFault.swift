/// What the processor says of a page fault: CR2 and the error code, decoded.
public struct PageFault: Equatable, Sendable {
  public enum Access: Equatable, Sendable { case read, write, execute }
  public enum Mode: Equatable, Sendable { case kernel, user }

  public let address: VirtualAddress
  public let access: Access
  public let mode: Mode
  /// The translation was there but did not allow the access; otherwise it was missing.
  public let isProtectionViolation: Bool

  public init(address: VirtualAddress, access: Access, mode: Mode = .kernel, isProtectionViolation: Bool = false) {
    self.address = address
    self.access = access
    self.mode = mode
    self.isProtectionViolation = isProtectionViolation
  }

  /// Decodes the error code: bit 0 present, 1 write, 2 user, 4 instruction fetch (never set without PAE, where an execute is a read;
  /// then a fault on the instruction pointer itself tells). Source: Intel SDM volume 3, "Page-fault exception".
  public init(address: VirtualAddress, error: UInt32, instruction: VirtualAddress) {
    let fetch = error & 0x10 != 0 || (error & 2 == 0 && address == instruction)
    self.init(
      address: address, access: error & 2 != 0 ? .write : fetch ? .execute : .read, mode: error & 4 != 0 ? .user : .kernel,
      isProtectionViolation: error & 1 != 0)
  }
}
