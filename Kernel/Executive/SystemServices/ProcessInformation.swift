#if os(none)
  import MemoryManager

  /// NT: PROCESSINFOCLASS
  enum ProcessInformationClass: UInt32 {
    case basic = 0
    case quotaLimits = 1
    case vmCounters = 3
    case pagePriority = 39
  }

  /// NT: PROCESS_BASIC_INFORMATION
  struct ProcessBasicInformation: BitwiseCopyable {
    static let bytes: UInt32 = 24
    var exitStatus: UInt32
    /// There is no process environment block.
    var environmentBlock: UInt32 = 0
    /// A bit for each processor the process may use.
    var affinity: UInt32 = 1
    var basePriority: UInt32
    var number: UInt32
    /// The process that made it is not recorded.
    var parent: UInt32 = 0
  }

  /// NT: QUOTA_LIMITS. In bytes; .max means no limit.
  struct QuotaLimits: BitwiseCopyable {
    static let bytes: UInt32 = 32
    var pagedPool: UInt32 = .max
    var nonpagedPool: UInt32 = .max
    var minimumWorkingSet: UInt32 = 0
    var maximumWorkingSet: UInt32 = 0
    var pagefile: UInt32 = .max
    var alignment: UInt32 = 0
    /// In units of 100 ns.
    var timeLow: UInt32 = .max
    var timeHigh: UInt32 = .max
  }

  /// NT: VM_COUNTERS, or with its last field VM_COUNTERS_EX. In bytes, but for the faults.
  struct VmCounters: BitwiseCopyable {
    static let bytes: UInt32 = 44
    static let bytesOfLonger: UInt32 = 48
    var peakVirtualSize: UInt32
    var virtualSize: UInt32
    var pageFaults: UInt32
    var peakWorkingSet: UInt32
    var workingSet: UInt32
    /// Pool is not charged to processes.
    var peakPagedPool: UInt32 = 0
    var pagedPool: UInt32 = 0
    var peakNonpagedPool: UInt32 = 0
    var nonpagedPool: UInt32 = 0
    var pagefile: UInt32
    var peakPagefile: UInt32
    var privateBytes: UInt32

    init(_ counters: VirtualMemoryCounters) {
      peakVirtualSize = counters.peakVirtualSize
      virtualSize = counters.virtualSize
      pageFaults = counters.pageFaultCount
      peakWorkingSet = counters.peakWorkingSetSize
      workingSet = counters.workingSetSize
      pagefile = counters.pagefileUsage
      peakPagefile = counters.peakPagefileUsage
      privateBytes = counters.pagefileUsage
    }
  }
#endif
