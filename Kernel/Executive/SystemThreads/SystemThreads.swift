#if os(none)
  /// The threads in which the memory manager works on its own behalf.
  /// Source: Windows Internals, "Memory manager components": the six top-level routines and their priorities.
  private enum SystemThread: UInt8 {
    case balanceSetManager, processStackSwapper, modifiedPageWriter, mappedPageWriter, segmentDereference, zeroPage

    var name: StaticString {
      switch self {
      case .balanceSetManager: "Balance set manager"
      case .processStackSwapper: "Process/stack swapper"
      case .modifiedPageWriter: "Modified page writer"
      case .mappedPageWriter: "Mapped page writer"
      case .segmentDereference: "Segment dereference"
      case .zeroPage: "Zero page"
      }
    }

    var priority: UInt32 {
      switch self {
      case .balanceSetManager: 16
      case .processStackSwapper: 23
      case .modifiedPageWriter, .mappedPageWriter: 17
      case .segmentDereference: 18
      case .zeroPage: 0
      }
    }

    var body: Thread.Body {
      switch self {
      case .balanceSetManager: balanceSetManagerThread
      case .processStackSwapper: processStackSwapperThread
      case .modifiedPageWriter: modifiedPageWriterThread
      case .mappedPageWriter: mappedPageWriterThread
      case .segmentDereference: segmentDereferenceThread
      case .zeroPage: zeroPageThread
      }
    }
  }

  /// Creates them all; they run as soon as the calling thread waits. False when there was no memory for one. NT: MmInitSystem, phase 1
  package func startSystemThreads() -> Bool {
    var index: UInt8 = 0
    while let thread = SystemThread(rawValue: index) {
      guard createThread(name: thread.name, priority: thread.priority, body: thread.body) != nil else { return false }
      index += 1
    }
    return true
  }
#endif
