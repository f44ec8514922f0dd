#if os(none)
  import Machine
  import MemoryManager

  /// The caller's buffer is probed as a whole before anything is written to it: it is good for all the bytes, or gets none. What is wrong with
  /// the memory that is read is STATUS_PARTIAL_COPY.
  @c(NtReadVirtualMemory) public func ntReadVirtualMemory(
    _ process: UInt32, _ from: UInt32, _ to: UInt32, _ bytes: UInt32, _ copied: UInt32
  ) -> UInt32 {
    copyVirtualMemory(from, to, bytes, copied) { copy throws(Status) in
      let source = try referenceProcess(handle: process, access: AccessRights.processVmRead)
      defer { source.dereference() }
      return try copy.run(from: source, to: currentProcess, probesTarget: true)
    }
  }

  /// What is wrong with either side is STATUS_PARTIAL_COPY.
  @c(NtWriteVirtualMemory) public func ntWriteVirtualMemory(
    _ process: UInt32, _ to: UInt32, _ from: UInt32, _ bytes: UInt32, _ copied: UInt32
  ) -> UInt32 {
    copyVirtualMemory(from, to, bytes, copied) { copy throws(Status) in
      let target = try referenceProcess(handle: process, access: AccessRights.processVmWrite)
      defer { target.dereference() }
      return try copy.run(from: currentProcess, to: target, probesTarget: false)
    }
  }

  /// Judges the numbers as NT does, and says afterwards how many bytes there are in the target, whatever the status. Without bytes, not even the
  /// handle counts.
  @inline(__always)
  private func copyVirtualMemory(
    _ from: UInt32, _ to: UInt32, _ bytes: UInt32, _ copied: UInt32, _ run: (inout MemoryCopy) throws(Status) -> Status
  ) -> UInt32 {
    service { () throws(Status) in
      var copy = try MemoryCopy(from: from, to: to, bytes: bytes)
      let copied = UserDword(optional: copied)
      try copied?.probeForWrite()
      defer { copied?.handBack(copy.done) }
      return bytes == 0 ? .success : try run(&copy)
    }
  }
#endif
