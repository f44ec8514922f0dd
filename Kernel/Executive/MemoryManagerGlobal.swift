#if os(none)
  import Machine
  import MemoryManager

  /// The one memory manager. It is made once, by `takeOverMemory`, before anything else can want it, and never changes afterwards.
  package nonisolated(unsafe) var memoryManager = MemoryManager(unplaced: Machine())
#endif
