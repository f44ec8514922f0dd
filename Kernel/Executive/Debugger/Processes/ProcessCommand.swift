#if os(none)
  import Machine
  import MemoryManager

  /// What `!process` shows of a process besides its first lines. The values are WinDbg's.
  private struct ProcessDetails {
    let raw: UInt32
    var hasSizes: Bool { raw & 1 != 0 }
    var hasThreads: Bool { raw & 2 != 0 }
    var hasStacks: Bool { raw & 4 != 0 }
  }

  /// `!process [ID [FLAGS]]`: one process, with 0 all of them; of the flags, 1 adds sizes and counts, 2 the threads, 4 their stacks.
  func showProcesses(_ line: inout CommandLine) throws(CommandError) {
    var ahead = line
    if !line.isAtEnd, try ahead.word(isZero: ()) {
      let details = ProcessDetails(raw: try ahead.optionalExpression() ?? 0)
      try ahead.end()
      print("**** NT ACTIVE PROCESS DUMP ****")
      var isInterrupted = false
      return forEachProcess { process in
        if !isInterrupted { isInterrupted = show(process, details) }
      }
    }
    let process = try line.optionalProcess()
    defer { process.dereference() }
    let details = ProcessDetails(raw: try line.optionalExpression() ?? 3)
    try line.end()
    _ = show(process, details)
  }

  extension CommandLine {
    /// Takes a word and says whether it is a zero.
    fileprivate mutating func word(isZero: Void) throws(CommandError) -> Bool { equals(word(), "0") }
  }

  /// True when Ctrl-C was typed.
  private func show(_ process: Reference<Process>, _ details: ProcessDetails) -> Bool {
    print("PROCESS \(process.address)  SessionId: none  Cid: \(hex: process.object.number, digits: 4)    Peb: 00000000  ParentCid: 0000")
    print("    DirBase: \(directoryBase(of: process))  ", terminator: "")
    print("ObjectTable: \(process.handleTable)  HandleCount: \(process.object.handles.count, width: 3).")
    print("    Image: \(process.object.name)")
    if process.object.isOutswapped { showOutswap(process) }
    if process.object.header.signalState > 0 { print("    Ended: \(status: process.object.exitStatus.raw)") }
    if details.hasSizes { showSizes(process) }
    print()
    return details.hasThreads ? showThreads(process, hasStacks: details.hasStacks) : Console.isInterrupted
  }

  /// Looking at a process does not bring it in.
  private func outswappedSpace(of process: Reference<Process>) -> AddressSpace? {
    guard let space = process.object.addressSpace, space.isOut else { return nil }
    return space
  }

  /// Zero while the directory is out.
  private func directoryBase(of process: Reference<Process>) -> PhysicalAddress {
    outswappedSpace(of: process) == nil ? process.object.directory.address : PhysicalAddress(0)
  }

  private func showOutswap(_ process: Reference<Process>) {
    print("    Out of memory: all its threads wait, and their stacks are out", terminator: "")
    guard let space = outswappedSpace(of: process) else { return print() }
    print("; so is its page directory, and \(memoryManager.pagesInMemory(space)) pages of it are left in memory")
  }

  extension Reference where Object == Process {
    fileprivate var handleTable: VirtualAddress { unsafe withUnsafePointer(to: &object.handles) { VirtualAddress(UInt32(UInt(bitPattern: $0))) } }
  }

  // MARK: Sizes

  private func showSizes(_ process: Reference<Process>) {
    guard let space = process.object.addressSpace else { return showSystemSizes() }
    let counters = memoryManager.counters(space)
    let (minimum, maximum) = memoryManager.workingSetLimits(space)
    let (vads, root, locked) = space.memory.withLock { ($0.vads.count, $0.vads.rootAddress, $0.workingSet.locked) }
    let priority = space.memory.withLock { $0.workingSet.pagePriority }
    let now = counters.workingSetSize >> 12
    print("    VadRoot \(root) Vads \(vads) Clone 0 Private ", terminator: "")
    if space.isOut { print("?", terminator: "") } else { print("\(privatePages(of: process, space))", terminator: "") }
    print(". Locked \(locked).")
    print("    Working Set Sizes (now,min,max)  (\(now), \(minimum), \(maximum)) (\(now << 2)KB, \(minimum << 2)KB, \(maximum << 2)KB)")
    count("PeakWorkingSetSize", counters.peakWorkingSetSize >> 12)
    size("VirtualSize", counters.virtualSize)
    size("PeakVirtualSize", counters.peakVirtualSize)
    count("PageFaultCount", counters.pageFaultCount)
    count("HardFaultCount", space.memory.withLock { $0.workingSet.counters.hard })
    count("MemoryPriority", priority)
    count("CommitCharge", counters.pagefileUsage >> 12)
    count("PeakCommitCharge", counters.peakPagefileUsage >> 12)
  }

  /// None of a process that has ended.
  private func privatePages(of process: Reference<Process>, _ space: AddressSpace) -> UInt32 {
    guard let previous = try? attach(to: process) else { return 0 }
    defer { detach(to: previous) }
    return memoryManager.privatePages(space)
  }

  private func showSystemSizes() {
    let (now, peak, faults) = memoryManager.systemWorkingSet.withLock { ($0.size, $0.peak, $0.counters.faults) }
    print("    Working Set Size                  \(now) (\(now << 2)KB)")
    count("PeakWorkingSetSize", peak)
    count("PageFaultCount", faults)
  }

  private func count(_ name: StaticString, _ value: UInt32) { print("    \(name, width: 34)\(value)") }
  private func size(_ name: StaticString, _ bytes: UInt32) {
    if bytes >= 1 << 20 { print("    \(name, width: 34)\(bytes >> 20) Mb") } else { print("    \(name, width: 34)\(bytes >> 10) Kb") }
  }

  // MARK: Threads

  /// True when Ctrl-C was typed.
  private func showThreads(_ process: Reference<Process>, hasStacks: Bool) -> Bool {
    let previous = outswappedSpace(of: process) == nil ? try? attach(to: process) : nil
    var isInterrupted = false
    forEachThread { thread in
      guard (thread.object.process ?? systemProcess) == process, !isInterrupted else { return }
      showSummary(thread)
      if hasStacks { showStack(thread) }
      isInterrupted = Console.isInterrupted
    }
    if let previous { detach(to: previous) }
    print()
    return isInterrupted
  }

  private func showSummary(_ thread: Reference<Thread>) {
    print("  THREAD \(thread.address)  Cid \(cid: thread)  Pri \(thread.object.priority, width: 2)", terminator: "")
    print("  \(thread.object.state.name, width: 11) \(thread.object.name)", terminator: "")
    let hasName = thread.object.name.utf8CodeUnitCount > 0
    if thread.object.state == .waiting { print("\(hasName ? ": " : "")waits for \(thread.object.waitReason)", terminator: "") }
    print()
  }

  /// Frames of ring 3 are found as long as their pages are resident.
  private func showStack(_ thread: Reference<Thread>) {
    guard thread.object.state != .terminated else { return }
    if !thread.object.isStackResident {
      print("Kernel stack not resident.")
    } else if thread == currentThread {
      let registers = Registers(capturing: ())
      StackTrace.write(instruction: registers.instruction, framePointer: registers.framePointer)
    } else {
      StackTrace.write(from: VirtualAddress(thread.object.stackPointer + 12))
    }
    print()
  }

  extension Message.Interpolation {
    /// A thread's two identifiers: its process's and its own.
    mutating func appendInterpolation(cid thread: Reference<Thread>) {
      let process = thread.object.process ?? systemProcess
      print("\(hex: process.object.number, digits: 4).\(hex: thread.object.number, digits: 4)", terminator: "")
    }
  }
#endif
