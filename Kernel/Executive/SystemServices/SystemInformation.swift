#if os(none)
  import Machine
  import MemoryManager

  /// NT: SYSTEM_INFORMATION_CLASS
  private enum SystemInformationClass: UInt32 {
    case basic = 0
    case performance = 2
    case pageFiles = 18
  }

  /// NT: SYSTEM_BASIC_INFORMATION
  private struct SystemBasicInformation: BitwiseCopyable {
    static let bytes: UInt32 = 44
    var reserved: UInt32 = 0
    /// Of the clock, in units of 100 ns.
    var timerResolution: UInt32
    var bytesOfPage = pageSize
    var physicalPages: UInt32
    var lowestPhysicalPage: UInt32
    var highestPhysicalPage: UInt32
    var allocationGranularity: UInt32 = 0x1_0000
    var lowestUserAddress: UInt32 = 0x1_0000
    var highestUserAddress = VirtualAddress.highestUser.raw
    var activeProcessors: UInt32 = 1
    var processors: UInt32 = 1
  }

  @c(NtQuerySystemInformation) public func ntQuerySystemInformation(
    _ kind: UInt32, _ buffer: UInt32, _ bytes: UInt32, _ returned: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      let (buffer, returned) = (UserBuffer(buffer, bytes: bytes), UserDword(optional: returned))
      try buffer.probeForWrite(alignment: 4)
      try returned?.probeForWrite()
      guard let kind = SystemInformationClass(rawValue: kind) else { throw .invalidInfoClass }
      let written =
        switch kind {
        case .basic: try queryBasic(buffer)
        case .performance: try queryPerformance(buffer)
        case .pageFiles: try queryPageFiles(buffer, returned)
        }
      returned?.handBack(written)
      return .success
    }
  }

  private func queryBasic(_ buffer: UserBuffer) throws(Status) -> UInt32 {
    guard buffer.bytes == SystemBasicInformation.bytes else { throw .infoLengthMismatch }
    let (pages, first, end) = memoryManager.pfnDatabase.withLock { ($0.memory.frames, $0.memory[run: 0].start, $0.memory.endFrame) }
    try buffer.write(
      SystemBasicInformation(
        timerResolution: 10_000_000 / Clock.ticksPerSecond, physicalPages: pages, lowestPhysicalPage: first.raw,
        highestPhysicalPage: end.raw - 1))
    return SystemBasicInformation.bytes
  }
#endif
