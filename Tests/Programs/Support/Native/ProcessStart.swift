#if os(none)
  import CNative

  /// NT: PROCESS_BASIC_INFORMATION
  package struct BasicInformation {
    package var exitStatus = Status.success
    private var environment: UInt32 = 0
    private var affinity: UInt32 = 0
    private var priority: UInt32 = 0
    package var number: UInt32 = 0
    private var parent: UInt32 = 0
    package init() {}
    package static let size: UInt32 = 24
  }

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
      var information = BasicInformation()
      let answer = basicInformation(&information)
      return answer.isSuccess ? information.exitStatus : answer
    }

    package func basicInformation(_ information: inout BasicInformation) -> Status {
      Status(unsafe NtQueryInformationProcess(handle, 0, &information, BasicInformation.size, nil))
    }

    package func terminate(_ status: Status) -> Status { Status(NtTerminateProcess(handle, status.raw)) }
    @discardableResult package func close() -> Status { Status(NtClose(handle)) }
  }
#endif
