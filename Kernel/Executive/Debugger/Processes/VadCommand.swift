#if os(none)
  import Machine
  import MemoryManager

  /// `!vad [ID]`: the ranges of a process in the order of their addresses, and the shape of their tree: a node's level is the number of nodes
  /// on the way from the root to it.
  func showVads(_ line: inout CommandLine) throws(CommandError) {
    let process = try line.optionalProcess()
    try line.end(releasing: process)
    try look(intoMemoryOf: process) { space in
      print("VAD     level      start      end    commit")
      space.memory.withLock { show($0.vads) }
    }
  }

  private func show(_ tree: borrowing VadTree) {
    var (levels, next) = (UInt32(0), tree.first)
    while let vad = next {
      if Console.isInterrupted { return }
      let level = tree.level(of: vad)
      levels += level
      print("\(vad.address) (\(level, width: 2)) \(shortHex: vad.start, width: 10) \(shortHex: vad.end, width: 8) ", terminator: "")
      print("\(vad.commitCharge, width: 9) \(vad.isPrivate ? "Private" : "Mapped", width: 8) \(vad.kind.name, width: 11) \(vad.protection)")
      next = tree.next(after: vad)
    }
    let average = tree.count == 0 ? 0 : (levels + tree.count / 2) / tree.count
    print("Total VADs: \(tree.count, width: 5)  average level: \(average, width: 4)  maximum depth: \(tree.depth)")
  }

  extension VadKind {
    fileprivate var name: StaticString {
      switch self {
      case .none: ""
      case .device: "Phys"
      case .image: "Exe"
      case .addressWindowing: "AWE"
      case .writeWatch: "WriteWatch"
      case .largePages: "LargePages"
      }
    }
  }

  extension Message.Interpolation {
    /// As WinDbg writes it: `EXECUTE_READWRITE`, with a modifier behind it.
    mutating func appendInterpolation(_ protection: Protection) {
      if protection == .noAccess { return Console.write("NO_ACCESS") }
      if protection == .decommitted { return Console.write("DECOMMITTED") }
      Console.write(codeName(protection.raw & 7))
      guard protection.raw & 7 != 0 else { return }
      switch protection.raw & 0x18 {
      case 0x08: Console.write(" NOCACHE")
      case 0x10: Console.write(" GUARD")
      case 0x18: Console.write(" WRITECOMBINE")
      default: break
      }
    }

    private func codeName(_ code: UInt32) -> StaticString {
      switch code {
      case 1: "READONLY"
      case 2: "EXECUTE"
      case 3: "EXECUTE_READ"
      case 4: "READWRITE"
      case 5: "WRITECOPY"
      case 6: "EXECUTE_READWRITE"
      case 7: "EXECUTE_WRITECOPY"
      default: "NONE"
      }
    }
  }
#endif
