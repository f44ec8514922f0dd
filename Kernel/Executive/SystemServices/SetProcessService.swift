#if os(none)
  import Machine
  import MemoryManager

  @c(NtSetInformationProcess) public func ntSetInformationProcess(_ process: UInt32, _ kind: UInt32, _ buffer: UInt32, _ bytes: UInt32) -> UInt32 {
    service { () throws(Status) in
      let buffer = UserBuffer(buffer, bytes: bytes)
      try buffer.probeForRead(alignment: 4)
      guard let kind = ProcessInformationClass(rawValue: kind) else { throw .invalidInfoClass }
      switch kind {
      case .quotaLimits: return try setQuotaLimits(process, buffer)
      case .pagePriority: return try setPagePriority(process, buffer)
      case .basic, .vmCounters: throw .invalidInfoClass
      }
    }
  }

  /// Of the limits only those of the working set can be changed: both at once, or with -1 twice the working set is emptied. For the others, which a
  /// zero among these two asks for, one needs SeIncreaseQuotaPrivilege, which no process has. NT: PspSetQuotaLimits
  private func setQuotaLimits(_ process: UInt32, _ buffer: UserBuffer) throws(Status) -> Status {
    guard ProcessInformationClass.quotaLimits.takes(buffer.bytes) else { throw .infoLengthMismatch }
    var limits = QuotaLimits()
    try buffer.read(&limits)
    let (minimum, maximum) = (limits.minimumWorkingSet, limits.maximumWorkingSet)
    return try inAddressSpace(of: process, access: AccessRights.processSetQuota) { space throws(Status) in
      guard minimum != 0, maximum != 0 else { throw .privilegeNotHeld }
      if minimum == .max && maximum == .max {
        memoryManager.emptyWorkingSet(space)
        return .success
      }
      return memoryManager.setWorkingSetLimits(space, minimum: minimum >> 12, maximum: maximum >> 12)
    }
  }

  private func setPagePriority(_ process: UInt32, _ buffer: UserBuffer) throws(Status) -> Status {
    let normalPriority: UInt32 = 5
    guard ProcessInformationClass.pagePriority.takes(buffer.bytes) else { throw .infoLengthMismatch }
    let priority = try buffer.dword(at: 0).read()
    guard priority <= normalPriority else { throw .invalidParameter }
    return try inAddressSpace(of: process, access: AccessRights.processSetInformation) { space in
      space.memory.withLock { $0.workingSet.pagePriority = priority }
      return .success
    }
  }
#endif
