#if os(none)
  import MemoryManager

  @c(NtFreeVirtualMemory) public func ntFreeVirtualMemory(_ process: UInt32, _ base: UInt32, _ size: UInt32, _ type: UInt32) -> UInt32 {
    service { () throws(Status) in
      let type = try FreeType(type)
      let parameters = UserRegion(base, size)
      var region = try parameters.capture()
      try type.check(region)
      let status = try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space in
        restarting { () throws(Restart) in try memoryManager.freeVirtualMemory(space, type, &region) }
      }
      if status.isSuccess { parameters.handBack(region) }
      return status
    }
  }
#endif
