#if os(none)
  import CNative

  /// A process, named by a handle; its virtual memory services. NT: a process HANDLE
  package struct Process: Equatable, Sendable {
    package let handle: UInt32
    package init(handle: UInt32) { self.handle = handle }
    /// NT: NtCurrentProcess()
    package static let current = Self(handle: 0xFFFF_FFFF)
  }

  extension Process {
    package func allocate(
      _ region: inout Region, _ type: AllocationType, _ protection: Protection, zeroBits: UInt32 = 0
    ) -> Status {
      Status(unsafe NtAllocateVirtualMemory(handle, &region.base.raw, zeroBits, &region.size, type.rawValue, protection.rawValue))
    }

    package func free(_ region: inout Region, _ type: FreeType) -> Status {
      Status(unsafe NtFreeVirtualMemory(handle, &region.base.raw, &region.size, type.raw))
    }

    /// Gives back a whole allocation, by any address in its first page.
    @discardableResult package func release(_ base: Address) -> Status {
      var region = Region(base.pageBase, 0)
      return free(&region, .release)
    }

    /// `old` becomes the protection that the first page had.
    package func protect(_ region: inout Region, _ protection: Protection, old: inout Protection) -> Status {
      var before = old.rawValue
      defer { old = Protection(rawValue: before) }
      return Status(unsafe NtProtectVirtualMemory(handle, &region.base.raw, &region.size, protection.rawValue, &before))
    }

    package func lock(_ region: inout Region) -> Status { Status(unsafe NtLockVirtualMemory(handle, &region.base.raw, &region.size, 1)) }
    package func unlock(_ region: inout Region) -> Status { Status(unsafe NtUnlockVirtualMemory(handle, &region.base.raw, &region.size, 1)) }
  }

  // MARK: Bytes of a process

  extension Process {
    /// From the process into memory of the caller; `copied` becomes the number of bytes.
    package func read(_ from: Address, into to: Address, bytes: UInt32, copied: inout UInt32) -> Status {
      Status(unsafe NtReadVirtualMemory(handle, from.raw, to.raw, bytes, &copied))
    }
    package func write(_ to: Address, from: Address, bytes: UInt32, copied: inout UInt32) -> Status {
      Status(unsafe NtWriteVirtualMemory(handle, to.raw, from.raw, bytes, &copied))
    }
  }

  // MARK: Questions

  /// What is at an address. NT: MEMORY_BASIC_INFORMATION
  package struct MemoryInformation {
    package var base = Address.null
    package var allocationBase = Address.null
    package var allocationProtection = Protection()
    package var size: UInt32 = 0
    package var state: UInt32 = 0
    package var protection = Protection()
    package var type: UInt32 = 0
    package init() {}
  }

  /// The limits of a working set and more, in bytes. NT: QUOTA_LIMITS
  package struct QuotaLimits {
    package var pagedPool: UInt32 = 0
    package var nonpagedPool: UInt32 = 0
    package var minimumWorkingSet: UInt32 = 0
    package var maximumWorkingSet: UInt32 = 0
    package var pagefile: UInt32 = 0
    private var padding: UInt32 = 0
    private var time: (low: UInt32, high: UInt32) = (0, 0)
    package init() {}
    package static let size: UInt32 = 32
  }

  /// Bytes and faults of a process. NT: VM_COUNTERS
  package struct VmCounters {
    package var peakVirtualSize: UInt32 = 0
    package var virtualSize: UInt32 = 0
    package var pageFaults: UInt32 = 0
    package var peakWorkingSet: UInt32 = 0
    package var workingSet: UInt32 = 0
    package var quotaPeakPagedPool: UInt32 = 0
    package var quotaPagedPool: UInt32 = 0
    package var quotaPeakNonpagedPool: UInt32 = 0
    package var quotaNonpagedPool: UInt32 = 0
    package var pagefile: UInt32 = 0
    package var peakPagefile: UInt32 = 0
    package init() {}
    package static let size: UInt32 = 44
  }

  extension Process {
    package func query(_ address: Address, _ information: inout MemoryInformation) -> Status {
      var returned: UInt32 = 0
      return Status(unsafe NtQueryVirtualMemory(handle, address.raw, 0, &information, 28, &returned))
    }

    package func quotaLimits(_ limits: inout QuotaLimits) -> Status {
      Status(unsafe NtQueryInformationProcess(handle, 1, &limits, QuotaLimits.size, nil))
    }
    package func setQuotaLimits(_ limits: QuotaLimits) -> Status {
      var limits = limits
      return Status(unsafe NtSetInformationProcess(handle, 1, &limits, QuotaLimits.size))
    }
    package func counters(_ counters: inout VmCounters) -> Status {
      Status(unsafe NtQueryInformationProcess(handle, 3, &counters, VmCounters.size, nil))
    }
  }
#endif
