#if os(none)
  import MemoryManager

  /// Source of the order in which all these services judge their arguments: flags, pointers, values, handle, address space. NT's documented
  /// statuses name the first that is wrong.
  @c(NtAllocateVirtualMemory) public func ntAllocateVirtualMemory(
    _ process: UInt32, _ base: UInt32, _ zeroBits: UInt32, _ size: UInt32, _ type: UInt32, _ protect: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      let options = try AllocationOptions(zeroBits: zeroBits, type: type, protect: protect)
      let parameters = UserRegion(base, size)
      var region = try parameters.capture()
      try options.check(region)
      let status = try inAddressSpace(of: process, access: AccessRights.processVmOperation) { space throws(Status) in
        if options.usesLargePages { try require(.lockMemory) }
        return space.allocate(options, &region)
      }
      if status.isSuccess { parameters.handBack(region) }
      return status
    }
  }
#endif
