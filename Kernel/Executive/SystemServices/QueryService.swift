#if os(none)
  import Machine
  import MemoryManager

  /// NT: MEMORY_INFORMATION_CLASS
  private enum MemoryInformationClass: UInt32 {
    case basic = 0
    case workingSet = 1
    case mappedFilename = 2
    case region = 3
    case workingSetEx = 4

    /// The shortest buffer that is judged at all.
    var leastBytes: UInt32 {
      switch self {
      case .basic: 28
      case .workingSet: 4
      case .mappedFilename: 0
      case .region: 16
      case .workingSetEx: 8
      }
    }
  }

  @c(NtQueryVirtualMemory) public func ntQueryVirtualMemory(
    _ process: UInt32, _ address: UInt32, _ kind: UInt32, _ buffer: UInt32, _ bytes: UInt32, _ returned: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      guard let kind = MemoryInformationClass(rawValue: kind) else { throw .invalidInfoClass }
      guard bytes >= kind.leastBytes else { throw .infoLengthMismatch }
      let (buffer, returned) = (UserBuffer(buffer, bytes: bytes), UserDword(optional: returned))
      try buffer.probeForWrite(alignment: 4)
      try returned?.probeForWrite()
      let address = VirtualAddress(address)
      guard address <= VirtualAddress.highestUser else { throw .invalidParameter }
      let written =
        switch kind {
        case .basic: try queryBasic(process, address, buffer)
        case .workingSet: try queryWorkingSet(process, buffer)
        case .mappedFilename: try queryMappedFilename(process)
        case .region: try queryRegion(process, address, buffer)
        case .workingSetEx: try queryWorkingSetEx(process, buffer)
        }
      returned?.handBack(written)
      return .success
    }
  }

  private func queryBasic(_ process: UInt32, _ address: VirtualAddress, _ buffer: UserBuffer) throws(Status) -> UInt32 {
    var found: MemoryBasicInformation?
    let status = try inAddressSpace(of: process, access: AccessRights.processQueryInformation) { space in
      queryVirtualMemory(space, address, &found)
    }
    guard status == .success else { throw status }
    guard let found else { throw .invalidParameter }
    let words: InlineArray<7, UInt32> = [
      found.base, found.allocationBase, found.allocationProtect, found.regionSize, found.state.rawValue, found.protect, found.type,
    ]
    buffer.handBack(words)
    return MemoryInformationClass.basic.leastBytes
  }

  /// What is known of the page at `address`, if anything. STATUS_IN_PAGE_ERROR if that cannot be read.
  func queryVirtualMemory(_ space: AddressSpace, _ address: VirtualAddress, _ found: inout MemoryBasicInformation?) -> Status {
    restarting { () throws(Restart) in
      found = try memoryManager.queryVirtualMemory(space, address)
      return .success
    }
  }

  private func queryRegion(_ process: UInt32, _ address: VirtualAddress, _ buffer: UserBuffer) throws(Status) -> UInt32 {
    var found: MemoryRegionInformation?
    _ = try inAddressSpace(of: process, access: AccessRights.processQueryInformation) { space in
      found = memoryManager.queryRegion(space, address)
      return .success
    }
    guard let found else { throw .invalidAddress }
    let noView: UInt32 = 0
    let words: InlineArray<4, UInt32> = [found.allocationBase, found.allocationProtect, noView, found.regionSize]
    buffer.handBack(words)
    return MemoryInformationClass.region.leastBytes
  }

  /// There are no file views yet, and so there is no address that has a name.
  private func queryMappedFilename(_ process: UInt32) throws(Status) -> UInt32 {
    try referenceProcess(handle: process, access: AccessRights.processQueryInformation).dereference()
    throw .invalidAddress
  }
#endif
