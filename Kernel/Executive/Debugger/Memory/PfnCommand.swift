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
    if state.isReading {
      print("    transfer    \(entry.transfer)  share count \(hex: entry.shareCount)  pteaddress \(entry.pte)")
    } else if state.location == .active || state.location == .transition {
      print("    flink       \(hex: entry.workingSetIndex)  share count \(hex: entry.shareCount)  pteaddress \(entry.pte)")
    } else {
      print("    flink       \(hex: entry.next.raw)  blink       \(hex: entry.previous.raw)  pteaddress \(entry.pte)")
    }
    print("    reference count \(hex: state.references, digits: 4)   used by \(use.name)")
    print("    restore pte \(hex: entry.original.raw)  containing page        \(hex: entry.container.raw, digits: 6)  ", terminator: "")
    print("\(state.location.name)\(flagsOf: state)")
    if case .pageFile(let file, let offset, _) = entry.original.state, state.isSomeones {
      print("    page file \(file) offset \(shortHex: offset)")
    }
  }

  extension PfnState {
    /// The frame has bytes that can be found again.
    fileprivate var isSomeones: Bool {
      switch location {
      case .zeroed, .free, .bad: false
      case .standby, .modified, .modifiedNoWrite, .active, .transition: true
      }
    }
  }

  extension Message.Interpolation {
    /// Modified, Read in progress, Write in progress as WinDbg writes them, and the priority.
    fileprivate mutating func appendInterpolation(flagsOf state: PfnState) {
      if state.isModified { Console.write(" M") }
      if state.isReading { Console.write(" R") }
      if state.isWriting { Console.write(" W") }
      if state.isSomeones && state.location != .active { print("  priority \(state.priority)", terminator: "") }
    }
  }
#endif
