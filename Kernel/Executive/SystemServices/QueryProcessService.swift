#if os(none)
  import Machine
  import MemoryManager

  @c(NtQueryInformationProcess) public func ntQueryInformationProcess(
    _ process: UInt32, _ kind: UInt32, _ buffer: UInt32, _ bytes: UInt32, _ returned: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      let (buffer, returned) = (UserBuffer(buffer, bytes: bytes), UserDword(optional: returned))
      try buffer.probeForRead(alignment: 4)
      try returned?.probeForWrite()
      guard let kind = ProcessInformationClass(rawValue: kind) else { throw .invalidInfoClass }
      guard kind.takes(bytes) else { throw .infoLengthMismatch }
      let process = try referenceProcess(handle: process, access: AccessRights.processQueryInformation)
      defer { process.dereference() }
      guard let space = process.object.addressSpace else { throw .accessDenied }
      try query(kind, process, space, buffer)
      returned?.handBack(bytes)
      return .success
    }
  }

  private func query(
    _ kind: ProcessInformationClass, _ process: Reference<Process>, _ space: AddressSpace, _ buffer: UserBuffer
  ) throws(Status) {
    switch kind {
    case .basic:
      let normalPriority: UInt32 = 8
      try buffer.write(
        ProcessBasicInformation(exitStatus: process.object.exitStatus.raw, basePriority: normalPriority, number: process.object.number))
    case .quotaLimits:
      let limits = memoryManager.workingSetLimits(space)
      try buffer.write(QuotaLimits(minimumWorkingSet: limits.minimum << 12, maximumWorkingSet: limits.maximum << 12))
    case .vmCounters:
      let counters = VmCounters(memoryManager.counters(space))
      // The shorter form lacks the last field.
      try buffer.writeFirst(buffer.bytes, of: counters)
    case .pagePriority: try buffer.write(space.memory.withLock { $0.workingSet.pagePriority })
    }
  }

  extension ProcessInformationClass {
    func takes(_ bytes: UInt32) -> Bool {
      switch self {
      case .basic: bytes == ProcessBasicInformation.bytes
      case .quotaLimits: bytes == QuotaLimits.bytes
      case .vmCounters: bytes == VmCounters.bytes || bytes == VmCounters.bytesOfLonger
      case .pagePriority: bytes == 4
      }
    }
  }
#endif
