#if os(none)
  import Machine
  import MemoryManager

  /// `!pte VA`: the directory entry and the page table entry that map an address, decoded.
  func showPte(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.address()
    try line.end()
    let machine = Machine()
    print("                 VA \(address)")
    let pde = machine[address.pde]
    print("PDE at \(address.pde)", terminator: "")
    guard pde.isValid && !pde.isLarge else {
      print("\ncontains \(hex: pde.raw)")
      describe(pde)
      if pde.isLarge { print(" LARGE PAGE pfn \(pde.frame + address.page & 0x3FF)", terminator: "") }
      return print()
    }
    let pte = machine[address.pte]
    print("         PTE at \(address.pte)")
    print("contains \(hex: pde.raw)       contains \(hex: pte.raw)")
    describe(pde)
    print("    ", terminator: "")
    describe(pte)
    print()
  }

  /// Writes an entry's state; the flags of a valid one as WinDbg does.
  private func describe(_ entry: Pte) {
    switch entry.state {
    case .valid(let frame): print("pfn \(frame, width: 5) ---\(flags: entry)", terminator: "")
    case .unknown: print("not valid: zero", terminator: "")
    case .prototype: print("not valid: Proto", terminator: "")
    case .transition(let frame, let protection):
      print("not valid: Transition pfn \(frame) Protect \(shortHex: protection.raw)", terminator: "")
    case .pageFile(let file, let offset, let protection):
      print("not valid: PageFile \(file) Offset \(shortHex: offset) Protect \(shortHex: protection.raw)", terminator: "")
    case .demandZero(let protection): print("not valid: DemandZero Protect \(shortHex: protection.raw)", terminator: "")
    }
  }

  extension Message.Interpolation {
    /// Dirty, Accessed, Not cached, User or Kernel, Writable or Read-only, Executable, Valid.
    fileprivate mutating func appendInterpolation(flags entry: Pte) {
      Console.write(entry.isDirty ? "D" : "-")
      Console.write(entry.isAccessed ? "A" : "-")
      Console.write(entry.isCacheDisabled ? "N" : "-")
      Console.write(entry.isUser ? "-U" : "-K")
      Console.write(entry.isWritable ? "WEV" : "REV")
    }
  }
#endif
