#if os(none)
  /// What NtAllocateVirtualMemory shall do, and what NtQueryVirtualMemory says of memory. NT: MEM_*
  package struct AllocationType: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package static let commit = Self(rawValue: 0x1000)
    package static let reserve = Self(rawValue: 0x2000)
    package static let reset = Self(rawValue: 0x8_0000)
    package static let topDown = Self(rawValue: 0x10_0000)
    package static let writeWatch = Self(rawValue: 0x20_0000)
    package static let physical = Self(rawValue: 0x40_0000)
    package static let largePages = Self(rawValue: 0x2000_0000)
  }

  /// What NtFreeVirtualMemory shall do. NT: MEM_DECOMMIT, MEM_RELEASE
  package struct FreeType: Sendable {
    package let raw: UInt32
    package init(_ raw: UInt32) { self.raw = raw }
    package static let decommit = Self(0x4000)
    package static let release = Self(0x8000)
  }

  /// Who may do what with a page. NT: PAGE_*
  package struct Protection: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package static let noAccess = Self(rawValue: 0x01)
    package static let readOnly = Self(rawValue: 0x02)
    package static let readWrite = Self(rawValue: 0x04)
    package static let writeCopy = Self(rawValue: 0x08)
    package static let execute = Self(rawValue: 0x10)
    package static let executeRead = Self(rawValue: 0x20)
    package static let executeReadWrite = Self(rawValue: 0x40)
    package static let guarded = Self(rawValue: 0x100)
    package static let noCache = Self(rawValue: 0x200)
  }

  /// What a page is. NT: the State of MEMORY_BASIC_INFORMATION
  package enum PageState {
    package static let committed: UInt32 = 0x1000
    package static let reserved: UInt32 = 0x2000
    package static let free: UInt32 = 0x1_0000
  }
#endif
