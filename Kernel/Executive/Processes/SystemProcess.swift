#if os(none)
  import Machine

  private nonisolated(unsafe) var systemProcessObject = Process()

  /// The process that the system's own threads belong to: everything below the system's half is empty there. NT: PsInitialSystemProcess
  package var systemProcess: Reference<Process> { unsafe Reference(&systemProcessObject) }

  /// Called once, in the page directory that the memory manager made.
  func initializeSystemProcess() {
    let process = systemProcess
    process.object.number = 4
    process.object.name = ImageName("System")
    process.object.directory = Machine().directory
    withDispatcher { dispatcher in dispatcher.processes.append(process) }
  }
#endif
