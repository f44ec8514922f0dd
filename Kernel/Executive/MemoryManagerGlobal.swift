#if os(none)
  import Machine
  import MemoryManager

  /// The one memory manager. `takeOverMemory` initializes it before anything else can want it.
  package var memoryManager: MemoryManager { MemoryManager(machine: Machine(), state: UInt(SystemLayout.managerState.raw)) }
#endif
