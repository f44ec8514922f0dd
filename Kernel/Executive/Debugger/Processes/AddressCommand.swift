#if os(none)
  import Machine
  import MemoryManager

  /// `!address [ADDRESS]`: the stretches of the selected process's address space that are alike, or the one that an address is in.
  func showAddress(_ line: inout CommandLine) throws(CommandError) {
    let address = try line.optionalAddress()
    try line.end()
    if let address, let region = SystemRegion(of: address) { return print("  \(region.start) - \(region.last)  \(region.name)") }
    let process = SelectedProcess.process.referenced()
    try look(intoMemoryOf: process) { space throws(CommandError) in
      guard let address else { return showAll(space) }
      guard let information = query(space, address) else { throw .invalid("The address is above user space") }
      show(information)
    }
  }

  /// Nil above user space, and where a page table cannot be read.
  private func query(_ space: AddressSpace, _ address: VirtualAddress) -> MemoryBasicInformation? {
    var found: MemoryBasicInformation?
    _ = queryVirtualMemory(space, address, &found)
    return found
  }

  private func showAll(_ space: AddressSpace) {
    print("  BaseAddr EndAddr+1  RgnSize     Type        State        Protect")
    var next = VirtualAddress(0)
    while let information = query(space, next), !Console.isInterrupted {
      print("  \(hex: information.base) \(hex: information.base &+ information.regionSize)  \(hex: information.regionSize)", terminator: "")
      print("  \(information.typeName, width: 11) \(information.state.name, width: 12) \(win32Protection: information.protect)")
      next = VirtualAddress(information.base) + information.regionSize
    }
  }

  private func show(_ information: MemoryBasicInformation) {
    print("Base Address:           \(hex: information.base)")
    print("End Address:            \(hex: information.base &+ information.regionSize)")
    print("Region Size:            \(hex: information.regionSize)")
    print("State:                  \(hex: information.state.rawValue)  \(information.state.name)")
    print("Protect:                \(hex: information.protect)  \(win32Protection: information.protect)")
    print("Type:                   \(hex: information.type)  \(information.typeName)")
    print("Allocation Base:        \(hex: information.allocationBase)")
    print("Allocation Protect:     \(hex: information.allocationProtect)  \(win32Protection: information.allocationProtect)")
  }

  extension MemoryBasicInformation {
    fileprivate var typeName: StaticString {
      switch type {
      case 0x2_0000: "MEM_PRIVATE"
      case 0x4_0000: "MEM_MAPPED"
      case 0x100_0000: "MEM_IMAGE"
      default: ""
      }
    }
  }

  extension MemoryBasicInformation.State {
    fileprivate var name: StaticString {
      switch self {
      case .committed: "MEM_COMMIT"
      case .reserved: "MEM_RESERVE"
      case .free: "MEM_FREE"
      }
    }
  }

  extension Message.Interpolation {
    /// A protection as programs write it: `PAGE_READWRITE | PAGE_GUARD`; nothing for 0.
    fileprivate mutating func appendInterpolation(win32Protection value: UInt32) {
      Console.write(baseName(value & 0xFF))
      if value & 0x100 != 0 { Console.write(" | PAGE_GUARD") }
      if value & 0x200 != 0 { Console.write(" | PAGE_NOCACHE") }
      if value & 0x400 != 0 { Console.write(" | PAGE_WRITECOMBINE") }
    }

    private func baseName(_ value: UInt32) -> StaticString {
      switch value {
      case 0x01: "PAGE_NOACCESS"
      case 0x02: "PAGE_READONLY"
      case 0x04: "PAGE_READWRITE"
      case 0x08: "PAGE_WRITECOPY"
      case 0x10: "PAGE_EXECUTE"
      case 0x20: "PAGE_EXECUTE_READ"
      case 0x40: "PAGE_EXECUTE_READWRITE"
      case 0x80: "PAGE_EXECUTE_WRITECOPY"
      default: ""
      }
    }
  }
#endif
