import CMachine

/// Where user space ends and the system begins: 80000000, or C0000000 with /3GB. Known when the boot code has read the command line; to ask
/// takes one load, since the processor control region keeps it.
extension SystemRegion {
  /// The lowest address of the system. Set once by whoever makes the processor control region. NT: MmSystemRangeStart
  public static var systemStart: VirtualAddress {
    get { VirtualAddress(cpu_system_range_start()) }
    set { cpu_set_system_range_start(newValue.raw) }
  }
  /// User space has 3 GB: /3GB.
  public static var isUserSpaceLarge: Bool { systemStart.raw == 0xC000_0000 }
}

extension VirtualAddress {
  /// At or above `SystemRegion.systemStart`.
  public var isSystem: Bool { self >= SystemRegion.systemStart }
  /// The last byte that any process may have: 7FFEFFFF, or BFFEFFFF with /3GB. NT: MmHighestUserAddress
  public static var highestUser: Self { Self(SystemRegion.systemStart.raw &- 0x1_0001) }
  /// What a user's buffer must end before: the first byte of the 64 KB between user and system that are no one's. NT: MmUserProbeAddress
  public static var userProbe: Self { Self(SystemRegion.systemStart.raw &- 0x1_0000) }
}
