#if os(none)
  /// The reasons to stop, with NT's names and numbers. Source: Microsoft's bug check reference.
  package enum BugCheckCode: UInt32 {
    case irqlNotLessOrEqual = 0x0A
    case badPoolHeader = 0x19
    case memoryManagement = 0x1A
    case kmodeExceptionNotHandled = 0x1E
    case quotaUnderflow = 0x21
    case noMoreSystemPtes = 0x3F
    case mustSucceedPoolEmpty = 0x41
    case noPagesAvailable = 0x4D
    case pfnListCorrupt = 0x4E
    case pageFaultInNonpagedArea = 0x50
    case processHasLockedPages = 0x76
    case kernelStackInpageError = 0x77
    case kernelDataInpageError = 0x7A
    case unexpectedKernelModeTrap = 0x7F
    case attemptedWriteToReadonlyMemory = 0xBE
    case specialPoolDetectedMemoryCorruption = 0xC1
    case badPoolCaller = 0xC2
    case driverCorruptedExpool = 0xC5
    case pageFaultInFreedSpecialPool = 0xCC
    case pageFaultBeyondEndOfAllocation = 0xCD
    case driverCorruptedMmpool = 0xD0
    case driverIrqlNotLessOrEqual = 0xD1
    case driverPageFaultInFreedSpecialPool = 0xD5
    case driverPageFaultBeyondEndOfAllocation = 0xD6
    case driverUsedExcessivePtes = 0xD8
    case systemPteMisuse = 0xDA
    case attemptedExecuteOfNoexecuteMemory = 0xFC

    /// As NT writes it.
    package var name: StaticString {
      switch self {
      case .irqlNotLessOrEqual: "IRQL_NOT_LESS_OR_EQUAL"
      case .badPoolHeader: "BAD_POOL_HEADER"
      case .memoryManagement: "MEMORY_MANAGEMENT"
      case .kmodeExceptionNotHandled: "KMODE_EXCEPTION_NOT_HANDLED"
      case .quotaUnderflow: "QUOTA_UNDERFLOW"
      case .noMoreSystemPtes: "NO_MORE_SYSTEM_PTES"
      case .mustSucceedPoolEmpty: "MUST_SUCCEED_POOL_EMPTY"
      case .noPagesAvailable: "NO_PAGES_AVAILABLE"
      case .pfnListCorrupt: "PFN_LIST_CORRUPT"
      case .pageFaultInNonpagedArea: "PAGE_FAULT_IN_NONPAGED_AREA"
      case .processHasLockedPages: "PROCESS_HAS_LOCKED_PAGES"
      case .kernelStackInpageError: "KERNEL_STACK_INPAGE_ERROR"
      case .kernelDataInpageError: "KERNEL_DATA_INPAGE_ERROR"
      case .unexpectedKernelModeTrap: "UNEXPECTED_KERNEL_MODE_TRAP"
      case .attemptedWriteToReadonlyMemory: "ATTEMPTED_WRITE_TO_READONLY_MEMORY"
      case .specialPoolDetectedMemoryCorruption: "SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION"
      case .badPoolCaller: "BAD_POOL_CALLER"
      case .driverCorruptedExpool: "DRIVER_CORRUPTED_EXPOOL"
      case .pageFaultInFreedSpecialPool: "PAGE_FAULT_IN_FREED_SPECIAL_POOL"
      case .pageFaultBeyondEndOfAllocation: "PAGE_FAULT_BEYOND_END_OF_ALLOCATION"
      case .driverCorruptedMmpool: "DRIVER_CORRUPTED_MMPOOL"
      case .driverIrqlNotLessOrEqual: "DRIVER_IRQL_NOT_LESS_OR_EQUAL"
      case .driverPageFaultInFreedSpecialPool: "DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL"
      case .driverPageFaultBeyondEndOfAllocation: "DRIVER_PAGE_FAULT_BEYOND_END_OF_ALLOCATION"
      case .driverUsedExcessivePtes: "DRIVER_USED_EXCESSIVE_PTES"
      case .systemPteMisuse: "SYSTEM_PTE_MISUSE"
      case .attemptedExecuteOfNoexecuteMemory: "ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY"
      }
    }
  }
#endif
