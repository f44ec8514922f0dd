#if os(none)
  import Machine
  import MemoryManager

  @c(NtProtectVirtualMemory) public func ntProtectVirtualMemory(
    _ process: UInt32, _ base: UInt32, _ size: UInt32, _ protect: UInt32, _ oldProtect: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      let protection = try Protection(win32: protect)
      let (parameters, oldProtect) = (UserRegion(base, size), UserDword(oldProtect))
      var region = try parameters.capture()
      try oldProtect.probeForWrite()
      try region.check()
      var old: UInt32 = 0
      let status = try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space in
        restarting { () throws(Restart) in try memoryManager.protectVirtualMemory(space, protection, &region, old: &old) }
      }
      if status.isSuccess {
        parameters.handBack(region)
        oldProtect.handBack(old)
      }
      return status
    }
  }
#endif
