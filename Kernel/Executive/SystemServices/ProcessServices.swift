#if os(none)
  import MemoryManager

  /// Opens the process whose number is the first dword at `clientId`; the second may be the number of one of its threads, or 0. Processes have no
  /// names: attributes with one find nothing. NT: STATUS_INVALID_PARAMETER_MIX for both a name and a number, or neither
  @c(NtOpenProcess) public func ntOpenProcess(_ handle: UInt32, _ access: UInt32, _ attributes: UInt32, _ clientId: UInt32) -> UInt32 {
    service { () throws(Status) in
      let handle = UserDword(handle)
      try handle.probeForWrite()
      let isNamed = try ObjectAttributes(at: attributes).isNamed
      guard clientId != 0 else { throw isNamed ? .objectNameNotFound : .invalidParameterMix }
      let identifiers = UserBuffer(clientId, bytes: 8)
      try identifiers.probeForRead(alignment: 4)
      let (process, thread) = (try identifiers.dword(at: 0).read(), try identifiers.dword(at: 4).read())
      guard !isNamed else { throw .invalidParameterMix }
      try handle.write(openProcess(process, thread: thread, access: access))
      return .success
    }
  }

  private func openProcess(_ number: UInt32, thread: UInt32, access: UInt32) throws(Status) -> UInt32 {
    guard let process = openProcess(number: number) else { throw .invalidCid }
    defer { process.dereference() }
    guard thread == 0 || process.hasThread(thread) else { throw .invalidCid }
    guard process != systemProcess else { throw .accessDenied }
    return try openHandle(process.header, access: AccessRights.processAccess(access))
  }

  extension Reference where Object == Process {
    fileprivate func hasThread(_ number: UInt32) -> Bool {
      atDispatchLevel {
        var isFound = false
        forEachThread { if $0.object.number == number { isFound = true } }
        return isFound
      }
    }
  }

  /// Without a handle, all threads of the calling process but the calling one.
  @c(NtTerminateProcess) public func ntTerminateProcess(_ handle: UInt32, _ status: UInt32) -> UInt32 {
    service { () throws(Status) in
      let status = Status(raw: status)
      guard handle != 0 else {
        terminateOtherThreads(status)
        return .success
      }
      let process = try referenceProcess(handle: handle, access: AccessRights.processTerminate)
      defer { process.dereference() }
      return terminateProcess(process, status)
    }
  }

  private func terminateOtherThreads(_ status: Status) {
    let process = currentProcess
    let caller = currentThread
    atDispatchLevel { process.forEachThread { if $0 != caller { $0.requestEnd(status) } } }
  }

  @c(NtClose) public func ntClose(_ handle: UInt32) -> UInt32 {
    service { () throws(Status) in
      try closeHandle(handle)
      return .success
    }
  }
#endif
