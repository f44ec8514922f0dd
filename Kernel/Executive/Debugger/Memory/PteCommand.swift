#if os(none)
  import Machine
  import MemoryManager

  /// `!pte VA`: the directory entry and the page table entry that map an address, decoded. Where a process has no entry yet, its range says what
  /// would become of a touch.
  func showPte(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.address()
    try line.end()
    let machine = Machine()
    showEntries(of: address, machine)
    guard let space = SelectedProcess.process.object.addressSpace, address <= space.highestAddress else { return }
    let pde = machine[address.pde]
    if pde == .zero || pde.isValid && !pde.isLarge && machine[address.pte] == .zero { showRange(of: address, space) }
  }

  private func showEntries(of address: VirtualAddress, _ machine: Machine) {
    print("                 VA \(address)")
    let pde = machine[address.pde]
    print("PDE at \(address.pde)", terminator: "")
    guard pde.isValid && !pde.isLarge else {
      print("\ncontains \(hex: pde.raw)")
      describe(pde)
      if pde.isValid { print(" LARGE PAGE pfn \(pde.frame + address.page & 0x3FF)", terminator: "") }
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

  /// What the range of an untouched page says of it.
  private func showRange(of address: VirtualAddress, _ space: AddressSpace) {
    space.memory.withLock { memory in
      guard let vad = memory.vads.find(address.page) else { return print("in no VAD: free") }
      print("VAD \(vad.address): \(vad.isCommitted ? "committed, demand zero" : "reserved"), Protect: \(named: vad.protection)")
    }
  }

  /// Writes an entry's state; the flags of a valid one as WinDbg does.
  private func describe(_ entry: Pte) {
    switch entry.state {
    case .valid(let frame): print("pfn \(frame, width: 5) ---\(flags: entry)", terminator: "")
    case .unknown: print("not valid: zero", terminator: "")
    case .prototype: print("not valid: Proto", terminator: "")
    case .transition(let frame, let protection):
      print("not valid: Transition pfn \(frame) Protect: \(named: protection)\(transferOf: frame)", terminator: "")
    case .pageFile(let file, let offset, let protection):
      print("not valid: PageFile: \(file) Offset: \(shortHex: offset) Protect: \(named: protection)", terminator: "")
    case .demandZero(let protection): print("not valid: DemandZero Protect: \(named: protection)", terminator: "")
    }
  }

  extension Message.Interpolation {
    /// What the disk does with the page in a frame.
    fileprivate mutating func appendInterpolation(transferOf frame: PageFrameNumber) {
      let state = memoryManager.pfnDatabase.withLock { $0.entry(frame).state }
      if state.isReading { Console.write(", being read") }
      if state.isWriting { Console.write(", being written") }
    }

    /// Its number, and what that means.
    fileprivate mutating func appendInterpolation(named protection: Protection) {
      print("\(shortHex: protection.raw) - \(protection)", terminator: "")
    }

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
