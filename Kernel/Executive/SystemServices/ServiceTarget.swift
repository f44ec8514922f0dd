#if os(none)
  import MemoryManager

  /// Runs `body` in the address space of the process that `handle` names, if the handle grants `access`. `body` does not touch what the caller's
  /// pointers name: that is in the caller's own address space. Throws what `referenceProcess` and `attach` throw, STATUS_ACCESS_DENIED for the
  /// system process, and what `body` throws. NT: ObReferenceObjectByHandle, KeStackAttachProcess
  @inline(__always)
  func inAddressSpace(of handle: UInt32, access: UInt32, _ body: (AddressSpace) throws(Status) -> Status) throws(Status) -> Status {
    if handle == PseudoHandle.currentProcess, let space = currentAddressSpace { return try body(space) }
    return try inOtherAddressSpace(of: handle, access: access, body)
  }

  @inline(never)
  private func inOtherAddressSpace(
    of handle: UInt32, access: UInt32, _ body: (AddressSpace) throws(Status) -> Status
  ) throws(Status) -> Status {
    let process = try referenceProcess(handle: handle, access: access)
    defer { process.dereference() }
    guard let space = process.object.addressSpace else { throw .accessDenied }
    let previous = try attach(to: process)
    defer { detach(to: previous) }
    return try body(space)
  }
#endif
