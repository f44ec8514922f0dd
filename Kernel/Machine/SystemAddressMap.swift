/// The system's part of the address space, region by region and without a gap.
/// Source: the x86 non-PAE kernel address map of NT (Probert's slides; Windows Internals, memory management).
///
/// What the kernel computes addresses in all the time lies above C0000000 and stays where it is. With /3GB the system begins there: the
/// kernel's image moves up in front of paged pool, and there is neither session space nor overflow behind it.
public enum SystemRegion: UInt8, Sendable {
  case systemCode, session, systemPteOverflow, pageTables, hyperspace, unused, systemWorkingSet, systemCache, systemTables
  case pagedPool, systemPtes, nonpagedPoolExpansion, crashDump, hal

  /// The region that `address` is in; nil below `systemStart`.
  public init?(of address: VirtualAddress) {
    if address >= Self.hal.start {
      self = .hal
    } else if address >= Self.crashDump.start {
      self = .crashDump
    } else if address >= Self.nonpagedPoolExpansion.start {
      self = .nonpagedPoolExpansion
    } else if address >= Self.systemPtes.start {
      self = .systemPtes
    } else if address >= Self.pagedPool.start {
      self = .pagedPool
    } else if address >= Self.systemTables.start {
      self = address >= Self.movedSystemCode && Self.isUserSpaceLarge ? .systemCode : .systemTables
    } else if address >= Self.systemCache.start {
      self = .systemCache
    } else if address >= Self.systemWorkingSet.start {
      self = .systemWorkingSet
    } else if address >= Self.unused.start {
      self = .unused
    } else if address >= Self.hyperspace.start {
      self = .hyperspace
    } else if address >= Self.pageTables.start {
      self = .pageTables
    } else if address < Self.systemStart {
      return nil
    } else if address >= Self.systemPteOverflow.start {
      self = .systemPteOverflow
    } else if address >= Self.session.start {
      self = .session
    } else {
      self = .systemCode
    }
  }

  @inline(__always)
  public func contains(_ address: VirtualAddress) -> Bool { start <= address && address <= last }

  /// The region with the lowest addresses.
  public static var first: SystemRegion { isUserSpaceLarge ? .pageTables : .systemCode }
  /// The region behind this one; nil behind the last.
  public var next: SystemRegion? { SystemRegion(of: last + 1) }

  /// Where the image is with /3GB, as in NT.
  private static var movedSystemCode: VirtualAddress { VirtualAddress(0xE000_0000) }

  /// The first byte of the region, if there is one.
  public var start: VirtualAddress {
    switch self {
    case .systemCode: Self.isUserSpaceLarge ? Self.movedSystemCode : VirtualAddress(0x8000_0000)
    case .session: VirtualAddress(0xA000_0000)
    case .systemPteOverflow: VirtualAddress(0xA400_0000)
    case .pageTables: VirtualAddress(0xC000_0000)
    case .hyperspace: VirtualAddress(0xC040_0000)
    case .unused: VirtualAddress(0xC080_0000)
    case .systemWorkingSet: VirtualAddress(0xC0C0_0000)
    case .systemCache: VirtualAddress(0xC100_0000)
    case .systemTables: VirtualAddress(0xD800_0000)
    case .pagedPool: VirtualAddress(0xE100_0000)
    case .systemPtes: VirtualAddress(0xE800_0000)
    case .nonpagedPoolExpansion: VirtualAddress(0xF000_0000)
    case .crashDump: VirtualAddress(0xFFBE_0000)
    case .hal: VirtualAddress(0xFFC0_0000)
    }
  }

  /// The last byte of the region.
  public var last: VirtualAddress {
    switch self {
    case .systemCode: VirtualAddress(Self.isUserSpaceLarge ? 0xE0FF_FFFF : 0x9FFF_FFFF)
    case .session: VirtualAddress(0xA3FF_FFFF)
    case .systemPteOverflow: VirtualAddress(0xBFFF_FFFF)
    case .pageTables: VirtualAddress(0xC03F_FFFF)
    case .hyperspace: VirtualAddress(0xC07F_FFFF)
    case .unused: VirtualAddress(0xC0BF_FFFF)
    case .systemWorkingSet: VirtualAddress(0xC0FF_FFFF)
    case .systemCache: VirtualAddress(0xD7FF_FFFF)
    case .systemTables: VirtualAddress(Self.isUserSpaceLarge ? 0xDFFF_FFFF : 0xE0FF_FFFF)
    case .pagedPool: VirtualAddress(0xE7FF_FFFF)
    case .systemPtes: VirtualAddress(0xEFFF_FFFF)
    case .nonpagedPoolExpansion: VirtualAddress(0xFFBD_FFFF)
    case .crashDump: VirtualAddress(0xFFBF_FFFF)
    case .hal: VirtualAddress(0xFFFF_FFFF)
    }
  }

  /// The pages that fit in the region.
  public var pages: UInt32 { last.page - start.page + 1 }

  public var name: StaticString {
    switch self {
    case .systemCode: "System code"
    case .session: "Session space"
    case .systemPteOverflow: "System PTE and cache overflow"
    case .pageTables: "Page tables (self-map)"
    case .hyperspace: "Hyperspace"
    case .unused: "Unused"
    case .systemWorkingSet: "System working set list"
    case .systemCache: "System cache"
    case .systemTables: "System tables, PFN database, initial nonpaged pool"
    case .pagedPool: "Paged pool"
    case .systemPtes: "System PTEs"
    case .nonpagedPoolExpansion: "Nonpaged pool expansion"
    case .crashDump: "Crash dump area"
    case .hal: "HAL"
    }
  }
}

/// What stands where inside the regions of system code and of system tables, and the few single pages with a fixed address.
public enum SystemLayout {
  /// The kernel's image: text and read-only data from here, loaded at 1 MB.
  public static var kernelText: VirtualAddress { SystemRegion.systemCode.start }
  /// The kernel's writable data: 4 MB further, so that a large page can give each part its own protection.
  public static var kernelData: VirtualAddress { kernelText + 0x40_0000 }

  /// Bookkeeping that grows with what it describes: the run tables and pool page tables.
  public static let systemPteRuns = VirtualAddress(0xD800_0000)
  public static let nonpagedPoolRuns = VirtualAddress(0xD804_0000)
  public static let nonpagedExpansionRuns = VirtualAddress(0xD806_0000)
  public static let nonpagedPoolPages = VirtualAddress(0xD80C_0000)
  public static let pagedPoolRuns = VirtualAddress(0xD814_0000)
  public static let pagedPoolPages = VirtualAddress(0xD818_0000)
  public static let poolTags = VirtualAddress(0xD81C_0000)
  /// The nouns of the memory manager, each behind its lock.
  public static let managerState = VirtualAddress(0xD81E_0000)
  public static let tablesEnd = VirtualAddress(0xD840_0000)
  /// The PFN database: 24 bytes for each frame number, present only where there is RAM. NT: MmPfnDatabase
  public static let pfnDatabase = VirtualAddress(0xD900_0000)
  public static let pfnDatabaseEnd = VirtualAddress(0xDB00_0000)
  /// NT: MmNonPagedPoolStart
  public static let nonpagedPool = VirtualAddress(0xDB00_0000)
  /// The most that the initial nonpaged pool can be: 64 MB.
  public static let nonpagedPoolEnd = VirtualAddress(0xDF00_0000)

  /// The page through which frames without an address are zeroed and read. NT: the hyperspace mapping PTEs
  public static let mappingPage = VirtualAddress(0xC040_0000)
  /// The page through which the PFN database reaches page tables of other processes. NT: a hyperspace PTE too
  public static let pageTableWindow = VirtualAddress(0xC040_1000)
  /// What a process's page tables hold, and behind it its working set entries: of each process its own. NT: MmWorkingSetList, MMWSL
  public static let workingSetList = VirtualAddress(0xC040_2000)
  /// NT: MmWsle
  public static let workingSetEntries = VirtualAddress(0xC040_2680)
  /// NT: KPCR, KIP0PCRADDRESS
  public static let processorControl = VirtualAddress(0xFFDF_F000)
  /// The text screen of the PC.
  public static let video = VirtualAddress(0xFFC0_0000)
  /// The boot code's window on the first 512 MB of RAM, with /3GB too: gone when the kernel's own page directory is in force.
  public static let bootWindow = VirtualAddress(0xA000_0000)
}
