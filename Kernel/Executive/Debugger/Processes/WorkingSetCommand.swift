#if os(none)
  import Machine
  import MemoryManager

  /// `!wsle [ID]`: the working set list of a process, of the system process that of the system.
  func showWorkingSet(_ line: inout CommandLine) throws(CommandError) {
    let process = try line.optionalProcess()
    try line.end(releasing: process)
    try look(into: process) { () throws(CommandError) in
      if let space = process.object.addressSpace {
        space.memory.withLock { show($0.workingSet) }
      } else {
        memoryManager.systemWorkingSet.withLock { show($0) }
      }
    }
  }

  private func show(_ set: borrowing WorkingSet) {
    print("Working Set @ \(set.list)")
    print("    Pages \(set.size, width: 8)  Peak   \(set.peak, width: 8)  LastInitialized \(set.capacity, width: 8)")
    print("    Minimum \(set.minimum, width: 6)  Maximum \(limit: set.maximum)  Locked \(set.locked, width: 8)  Claim \(set.claim, width: 8)")
    print("\nVirtual Address    Age  Locked  Direct")
    for index in 0..<set.capacity {
      let entry = set[index]
      guard entry.isValid else { continue }
      if Console.isInterrupted { return }
      print("\(entry.address) \(entry.age, width: 13) \(entry.lockName)  \(entry.isDirect ? "yes" : "no")")
    }
  }

  extension WorkingSetEntry {
    /// Locked in the working set, in memory, in both.
    fileprivate var lockName: StaticString {
      switch (isLocked(.workingSet), isLocked(.memory)) {
      case (false, false): "      -"
      case (true, false): "     ws"
      case (false, true): " memory"
      case (true, true): "   both"
      }
    }
  }

  extension Message.Interpolation {
    fileprivate mutating func appendInterpolation(limit: UInt32) {
      if limit == .max { Console.write("    none") } else { appendInterpolation(limit, width: 8) }
    }
  }
#endif
