#if os(none)
  import CNative

  extension Process {
    /// Starts a program with its arguments: `try Process.start("hog 64")`. Throws what NtCreateProcess says.
    package static func start(_ command: Message) throws(Status) -> Process {
      let everything: UInt32 = 0x1F_0FFF  // PROCESS_ALL_ACCESS
      var (handle, status) = (UInt32(0), Status.success)
      unsafe Output.take { name in
        var attributes = unsafe ObjectAttributes()
        unsafe attributes.length = 24
        unsafe attributes.name = name
        status = Status(unsafe NtCreateProcess(&handle, everything, &attributes, Self.current.handle, 0, 0, 0, 0))
      }
      guard status.isSuccess else { throw status }
      return Process(handle: handle)
    }

    /// Waits until the process has ended, and returns its exit status.
    package func waitForEnd() -> Status {
      let status = Status(NtWaitForSingleObject(handle, 0, nil))
      guard status == .success else { return status }
      // PROCESS_BASIC_INFORMATION: the exit status is its first dword.
      var information: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0, 0)
      let answer = Status(unsafe NtQueryInformationProcess(handle, 0, &information, 24, nil))
      return answer.isSuccess ? Status(information.0) : answer
    }

    package func terminate(_ status: Status) -> Status { Status(NtTerminateProcess(handle, status.raw)) }
    @discardableResult package func close() -> Status { Status(NtClose(handle)) }
  }
#endif
