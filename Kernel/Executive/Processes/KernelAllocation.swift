#if os(none)
  import Machine
  import MemoryManager

  /// What the kernel itself allocates in processes.
  enum KernelAllocation {
    case reserve, commit, commitGuard, program

    private var type: UInt32 {
      let (commit, reserve): (UInt32, UInt32) = (0x1000, 0x2000)
      return switch self {
      case .reserve: reserve
      case .commit, .commitGuard: commit
      case .program: reserve | commit
      }
    }

    /// PAGE_READWRITE, with PAGE_GUARD, and PAGE_EXECUTE_READWRITE.
    private var protect: UInt32 {
      switch self {
      case .reserve, .commit: 0x04
      case .commitGuard: 0x104
      case .program: 0x40
      }
    }

    fileprivate func options() throws(Status) -> AllocationOptions { try AllocationOptions(zeroBits: 0, type: type, protect: protect) }
  }

  extension AddressSpace {
    /// Allocates memory in this address space, which is in force, as a program would; `region` becomes what was done. NT: ZwAllocateVirtualMemory
    func allocate(_ kind: KernelAllocation, _ region: inout MemoryRegion) throws(Status) {
      let options = try kind.options()
      try options.check(region)
      let status = allocate(options, &region)
      guard status.isSuccess else { throw status }
    }

    func allocate(_ kind: KernelAllocation, from start: VirtualAddress, bytes: UInt32) throws(Status) {
      var region = MemoryRegion(base: start.raw, size: bytes)
      try allocate(kind, &region)
    }
  }
#endif
