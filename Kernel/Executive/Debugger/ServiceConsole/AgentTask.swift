#if os(none)
  import Machine

  /// What the thread of a spawned process can do: the routines in Boot/agent.nasm, each four bytes long and ending in a HLT at its third byte.
  enum AgentTask: UInt32 {
    case stop, callService, load, store, fill

    /// Where it begins.
    var entry: VirtualAddress { AgentMemory.code + rawValue * 4 }
    /// The HLT that ends it.
    var end: VirtualAddress { entry + 2 }
  }

  /// A task and the registers it begins with.
  struct AgentRequest {
    var task = AgentTask.stop
    var eax: UInt32 = 0
    var ecx: UInt32 = 0
    var edx: UInt32 = 0
    var edi: UInt32 = 0
  }

  /// How a task ended.
  enum AgentOutcome {
    /// With this in EAX.
    case finished(UInt32)
    /// By an exception; of a page fault also where and how.
    case exception(UInt32, PageFault?)
    /// The process ended, with this status.
    case ended(UInt32)
    /// It still runs, or waits in a service.
    case underWay
  }
#endif
