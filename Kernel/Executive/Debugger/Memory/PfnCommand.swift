#if os(none)
  import Machine
  import MemoryManager

  /// `!pfn N`: one frame's entry in the PFN database.
  func showPfn(_ line: inout CommandLine) throws(CommandError) {
    let frame = PageFrameNumber(try line.expression("a page frame number"))
    try line.end()
    let isRam = memoryManager.pfnDatabase.withLock { $0.memory.contains(frame) }
    guard isRam else { throw .invalid("There is no RAM at that page frame") }
    let (entry, use) = memoryManager.pfnDatabase.withLock { ($0.entry(frame), $0.use(of: frame)) }
    let state = entry.state
    print("    PFN \(hex: frame.raw) at address \(entry.address)")
    if state.location == .active || state.location == .transition {
      print("    flink       \(hex: entry.workingSetIndex)  share count \(hex: entry.shareCount)  pteaddress \(entry.pte)")
    } else {
      print("    flink       \(hex: entry.next.raw)  blink       \(hex: entry.previous.raw)  pteaddress \(entry.pte)")
    }
    print("    reference count \(hex: state.references, digits: 4)   used by \(use.name)")
    print(
      "    restore pte \(hex: entry.original.raw)  containing page        \(hex: entry.container.raw, digits: 6)  \(state.location.name)\(state.isModified ? " M" : "")"
    )
  }
#endif
