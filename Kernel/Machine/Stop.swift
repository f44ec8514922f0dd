import CMachine

/// The state of the system is damaged, and going on would damage more. NT: KeBugCheckEx, called by the memory manager
///
/// Only for what cannot happen while the kernel's own code is right: everything that a caller, a device or a lack of memory can bring about is an
/// answer, not a stop.
public enum Stop: UInt32 {
  case badPoolHeader = 0x19
  case memoryManagement = 0x1A
  case pfnListCorrupt = 0x4E

  /// The parameters are those of NT's bug check of the same number.
  @inline(never)
  public func now(_ p1: UInt32, _ p2: UInt32 = 0, _ p3: UInt32 = 0, _ p4: UInt32 = 0) -> Never {
    #if os(none)
      KeBugCheckEx(rawValue, p1, p2, p3, p4)
    #else
      fatalError("stop \(self): \([p1, p2, p3, p4].map { String($0, radix: 16) })")
    #endif
  }
}
