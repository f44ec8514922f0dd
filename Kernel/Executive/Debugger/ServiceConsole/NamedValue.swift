#if os(none)
  /// A name that an argument of a service can be written with.
  struct NamedValue: Sendable {
    let name: StaticString
    let value: UInt32

    init(_ name: StaticString, _ value: UInt32) {
      self.name = name
      self.value = value
    }

    /// The value called `word`, if there is one.
    static func find(_ word: Word, in line: CommandLine) -> UInt32? {
      find(word, in: line, memoryNames.span) ?? find(word, in: line, objectNames.span)
    }

    private static func find(_ word: Word, in line: CommandLine, _ names: Span<NamedValue>) -> UInt32? {
      for index in names.indices where line.equals(word, names[index].name) { return names[index].value }
      return nil
    }
  }

  /// Allocation types, protections and the other flags of the virtual memory services.
  private let memoryNames: InlineArray<_, NamedValue> = [
    NamedValue("MEM_COMMIT", 0x1000),
    NamedValue("MEM_RESERVE", 0x2000),
    NamedValue("MEM_DECOMMIT", 0x4000),
    NamedValue("MEM_RELEASE", 0x8000),
    NamedValue("MEM_FREE", 0x1_0000),
    NamedValue("MEM_PRIVATE", 0x2_0000),
    NamedValue("MEM_MAPPED", 0x4_0000),
    NamedValue("MEM_RESET", 0x8_0000),
    NamedValue("MEM_TOP_DOWN", 0x10_0000),
    NamedValue("MEM_WRITE_WATCH", 0x20_0000),
    NamedValue("MEM_PHYSICAL", 0x40_0000),
    NamedValue("MEM_ROTATE", 0x80_0000),
    NamedValue("MEM_IMAGE", 0x100_0000),
    NamedValue("MEM_LARGE_PAGES", 0x2000_0000),
    NamedValue("MEM_DOS_LIM", 0x4000_0000),
    NamedValue("MEM_4MB_PAGES", 0x8000_0000),
    NamedValue("AT_ROUND_TO_PAGE", 0x4000_0000),
    NamedValue("PAGE_NOACCESS", 0x01),
    NamedValue("PAGE_READONLY", 0x02),
    NamedValue("PAGE_READWRITE", 0x04),
    NamedValue("PAGE_WRITECOPY", 0x08),
    NamedValue("PAGE_EXECUTE", 0x10),
    NamedValue("PAGE_EXECUTE_READ", 0x20),
    NamedValue("PAGE_EXECUTE_READWRITE", 0x40),
    NamedValue("PAGE_EXECUTE_WRITECOPY", 0x80),
    NamedValue("PAGE_GUARD", 0x100),
    NamedValue("PAGE_NOCACHE", 0x200),
    NamedValue("PAGE_WRITECOMBINE", 0x400),
    NamedValue("WRITE_WATCH_FLAG_RESET", 1),
    NamedValue("LOCK_VM_IN_WSL", 1),
    NamedValue("LOCK_VM_IN_RAM", 2),
    NamedValue("MAP_PROCESS", 1),
    NamedValue("MAP_SYSTEM", 2),
    NamedValue("MemoryBasicInformation", 0),
    NamedValue("MemoryWorkingSetInformation", 1),
    NamedValue("MemoryWorkingSetList", 1),
    NamedValue("MemoryMappedFilenameInformation", 2),
    NamedValue("MemoryRegionInformation", 3),
    NamedValue("MemoryWorkingSetExInformation", 4),
    NamedValue("MemoryWorkingSetExList", 4),
  ]

  /// Rights to objects, classes of information, and C's constants.
  private let objectNames: InlineArray<_, NamedValue> = [
    NamedValue("PROCESS_TERMINATE", 0x0001),
    NamedValue("PROCESS_CREATE_THREAD", 0x0002),
    NamedValue("PROCESS_SET_SESSIONID", 0x0004),
    NamedValue("PROCESS_VM_OPERATION", 0x0008),
    NamedValue("PROCESS_VM_READ", 0x0010),
    NamedValue("PROCESS_VM_WRITE", 0x0020),
    NamedValue("PROCESS_DUP_HANDLE", 0x0040),
    NamedValue("PROCESS_CREATE_PROCESS", 0x0080),
    NamedValue("PROCESS_SET_QUOTA", 0x0100),
    NamedValue("PROCESS_SET_INFORMATION", 0x0200),
    NamedValue("PROCESS_QUERY_INFORMATION", 0x0400),
    NamedValue("PROCESS_ALL_ACCESS", 0x1F_0FFF),
    NamedValue("THREAD_ALL_ACCESS", 0x1F_03FF),
    NamedValue("SYNCHRONIZE", 0x10_0000),
    NamedValue("ProcessBasicInformation", 0),
    NamedValue("ProcessQuotaLimits", 1),
    NamedValue("ProcessIoCounters", 2),
    NamedValue("ProcessVmCounters", 3),
    NamedValue("ProcessTimes", 4),
    NamedValue("ProcessBasePriority", 5),
    NamedValue("ProcessRaisePriority", 6),
    NamedValue("ProcessPooledUsageAndLimits", 14),
    NamedValue("ProcessWorkingSetWatch", 15),
    NamedValue("ProcessPriorityClass", 18),
    NamedValue("ProcessHandleCount", 20),
    NamedValue("ProcessPagePriority", 39),
    NamedValue("SystemBasicInformation", 0),
    NamedValue("SystemPerformanceInformation", 2),
    NamedValue("SystemPageFileInformation", 18),
    NamedValue("NULL", 0),
    NamedValue("FALSE", 0),
    NamedValue("TRUE", 1),
  ]
#endif
