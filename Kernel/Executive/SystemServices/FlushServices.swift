#if os(none)
  import MemoryManager

  /// `ioStatus` points to NT's IO_STATUS_BLOCK, the last write's status and bytes.
  @c(NtFlushVirtualMemory) public func ntFlushVirtualMemory(_ process: UInt32, _ base: UInt32, _ size: UInt32, _ ioStatus: UInt32) -> UInt32 {
    service { () throws(Status) in
      let (parameters, ioStatus) = (UserRegion(base, size), (status: UserDword(ioStatus), bytes: UserDword(ioStatus &+ 4)))
      var region = try parameters.capture()
      try ioStatus.status.probeForWrite()
      try ioStatus.bytes.probeForWrite()
      do throws(Status) { try region.checkEnd() } catch { throw .invalidParameter2 }
      let status = try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space in
        memoryManager.flushVirtualMemory(space, &region)
      }
      if status.isSuccess {
        parameters.handBack(region)
        ioStatus.status.handBack(status.raw)
        ioStatus.bytes.handBack(0)
      }
      return status
    }
  }

  /// The processor's caches see what is written: there is nothing to do.
  @c(NtFlushInstructionCache) public func ntFlushInstructionCache(_ process: UInt32, _ base: UInt32, _ bytes: UInt32) -> UInt32 {
    service { () throws(Status) in
      if base != 0 { try UserBuffer(base, bytes: bytes).probeForRead(alignment: 1) }
      try referenceProcess(handle: process, access: AccessRights.processVmWrite).dereference()
      return .success
    }
  }
#endif
