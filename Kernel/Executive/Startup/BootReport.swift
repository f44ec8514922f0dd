#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// What the first screen says: how much memory there is, what cannot be used, and what was wrong with the options.
  func reportBoot(_ boot: BootInformation) {
    let memory = boot.memory
    let available = memoryManager.pfnDatabase.withLock { $0.available }
    let size = SystemSize(frames: memory.frames)
    print("\(memory.frames) pages of RAM (\(memory.frames >> 8) MB), \(available) available; \(size.name) system")
    reportUnused(memory)
    if boot.options.isDebug { reportRuns(boot) }
    reportWarnings(boot.options)
  }

  private func reportUnused(_ memory: PhysicalMemoryMap) {
    if memory.unaddressableBytes > 0 { print("\(kilobytes(memory.unaddressableBytes)) KB above 4 GB cannot be addressed without PAE.") }
    if memory.excludedBytes > 0 { print("\(kilobytes(memory.excludedBytes)) KB are left out by /MAXMEM.") }
    if memory.droppedBytes > 0 { print("\(kilobytes(memory.droppedBytes)) KB are in ranges too many to remember.") }
  }

  private func kilobytes(_ bytes: UInt64) -> UInt64 { bytes >> 10 }

  private func reportRuns(_ boot: BootInformation) {
    for index in 0..<boot.memory.runCount {
      let run = boot.memory[run: index]
      print("  RAM \(hex: run.start.address.raw) - \(hex: run.end.address.raw &- 1): \(run.count) pages")
    }
    for index in 0..<boot.moduleCount {
      let run = boot[module: index]
      print("  Module \(hex: run.start.address.raw) - \(hex: run.end.address.raw &- 1)")
    }
  }

  private func reportWarnings(_ options: BootOptions) {
    if unsafe bootText.isCut { print("Warning: the command line is longer than 511 characters and was cut.") }
    for index in 0..<options.warningCount {
      let warning = options[warning: index]
      if isTestOption(warning.word) { continue }
      print("Warning: boot option '", terminator: "")
      for position in warning.word.start..<warning.word.end { Console.write(unsafe bootText[position]) }
      print("' \(warning.complaint.text)")
    }
  }

  /// The kernel with tests in it has options of its own.
  private func isTestOption(_ word: BootText.Word) -> Bool {
    guard kernel_has_tests() else { return false }
    let text = unsafe bootText
    return text.match(word, "/TEST") != nil || text.match(word, "/BENCH") != nil || text.match(word, "/CRASH=") != nil
      || text.match(word, "/DISK=") != nil
  }

  extension BootOptions.Complaint {
    fileprivate var text: StaticString {
      switch self {
      case .unknown: "is not known; it is passed over."
      case .malformed: "has no number that can be read; the default is used."
      case .outOfRange: "is out of range; the default is used."
      }
    }
  }
#endif
