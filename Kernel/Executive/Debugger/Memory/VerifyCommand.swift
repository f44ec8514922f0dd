#if os(none)
  import Machine
  import MemoryManager

  /// `!verify`: checks that everything the memory manager knows of itself agrees, down to the last page.
  func verifyMemory(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    let counts = memoryManager.pfnDatabase.withLock { $0.countedFrames() }
    guard let violation = memoryManager.checkInvariants() else {
      return print("\(counts.sum) pages checked: every frame in one state, lists, page tables, pools, working set and commitment agree.")
    }
    print("*** \(violation.rule.name) at \(hex: violation.place): expected \(hex: violation.expected), found \(hex: violation.found)")
  }
#endif
