#if os(none)
  import MemoryManager

  /// With MAP_SYSTEM it needs SeLockMemoryPrivilege, as NtUnlockVirtualMemory does.
  @c(NtLockVirtualMemory) public func ntLockVirtualMemory(_ process: UInt32, _ base: UInt32, _ size: UInt32, _ options: UInt32) -> UInt32 {
    changeLocks(process, base, size, options) { space, region, options throws(Restart) in
      try memoryManager.lockVirtualMemory(space, &region, options)
    }
  }

  @c(NtUnlockVirtualMemory) public func ntUnlockVirtualMemory(_ process: UInt32, _ base: UInt32, _ size: UInt32, _ options: UInt32) -> UInt32 {
    changeLocks(process, base, size, options) { space, region, options throws(Restart) in
      try memoryManager.unlockVirtualMemory(space, &region, options)
    }
  }

  @inline(__always)
  private func changeLocks(
    _ process: UInt32, _ base: UInt32, _ size: UInt32, _ options: UInt32,
    _ change: (AddressSpace, inout MemoryRegion, LockOptions) throws(Restart) -> Status
  ) -> UInt32 {
    service { () throws(Status) in
      let options = try LockOptions(options)
      let parameters = UserRegion(base, size)
      var region = try parameters.capture()
      // Here NT does not say which parameter it is.
      do throws(Status) { try region.check() } catch { throw .invalidParameter }
      let status = try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space throws(Status) in
        if options.locksInMemory { try require(.lockMemory) }
        return restarting { () throws(Restart) in try change(space, &region, options) }
      }
      if status.isSuccess { parameters.handBack(region) }
      return status
    }
  }
#endif
