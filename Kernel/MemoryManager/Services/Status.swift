/// How a service ended, with NT's number. NT: NTSTATUS
package struct Status: Error, Equatable, Sendable {
  package let raw: UInt32
  package init(raw: UInt32) { self.raw = raw }

  /// Errors have both upper bits set; a warning such as a partial copy has the highest alone. NT: NT_SUCCESS
  package var isSuccess: Bool { raw & 0x8000_0000 == 0 }

  package static let success = Self(raw: 0)
  /// The time is over. NT: STATUS_TIMEOUT
  package static let timeout = Self(raw: 0x0000_0102)
  /// It is not known yet: the exit status of what has not ended. NT: STATUS_PENDING
  package static let pending = Self(raw: 0x0000_0103)
  /// A locked page can no longer be accessed, and so is locked no more. NT: STATUS_WAS_UNLOCKED
  package static let wasUnlocked = Self(raw: 0x4000_0017)
  /// The pages were locked before. NT: STATUS_WAS_LOCKED
  package static let wasLocked = Self(raw: 0x4000_0019)
  /// No other thread could run. NT: STATUS_NO_YIELD_PERFORMED
  package static let noYieldPerformed = Self(raw: 0x4000_0024)
  package static let guardPageViolation = Self(raw: 0x8000_0001)
  package static let datatypeMisalignment = Self(raw: 0x8000_0002)
  package static let breakpoint = Self(raw: 0x8000_0003)
  package static let singleStep = Self(raw: 0x8000_0004)
  package static let partialCopy = Self(raw: 0x8000_000D)
  package static let unsuccessful = Self(raw: 0xC000_0001)
  package static let invalidInfoClass = Self(raw: 0xC000_0003)
  /// What was to be read from a page file cannot be read.
  package static let inPageError = Self(raw: 0xC000_0006)
  package static let infoLengthMismatch = Self(raw: 0xC000_0004)
  package static let accessViolation = Self(raw: 0xC000_0005)
  package static let pagefileQuota = Self(raw: 0xC000_0007)
  package static let invalidHandle = Self(raw: 0xC000_0008)
  package static let invalidCid = Self(raw: 0xC000_000B)
  package static let invalidParameter = Self(raw: 0xC000_000D)
  package static let noMemory = Self(raw: 0xC000_0017)
  package static let conflictingAddresses = Self(raw: 0xC000_0018)
  package static let notMappedView = Self(raw: 0xC000_0019)
  package static let unableToFreeVm = Self(raw: 0xC000_001A)
  package static let unableToDeleteSection = Self(raw: 0xC000_001B)
  package static let invalidSystemService = Self(raw: 0xC000_001C)
  package static let illegalInstruction = Self(raw: 0xC000_001D)
  package static let accessDenied = Self(raw: 0xC000_0022)
  package static let objectTypeMismatch = Self(raw: 0xC000_0024)
  package static let noSuchDevice = Self(raw: 0xC000_000E)
  package static let deviceDataError = Self(raw: 0xC000_009C)
  package static let ioTimeout = Self(raw: 0xC000_00B5)
  package static let notLocked = Self(raw: 0xC000_002A)
  package static let notCommitted = Self(raw: 0xC000_002D)
  package static let invalidParameterMix = Self(raw: 0xC000_0030)
  package static let diskCorruptError = Self(raw: 0xC000_0032)
  package static let objectNameInvalid = Self(raw: 0xC000_0033)
  package static let objectNameNotFound = Self(raw: 0xC000_0034)
  package static let objectNameCollision = Self(raw: 0xC000_0035)
  package static let objectPathNotFound = Self(raw: 0xC000_003A)
  package static let objectPathSyntaxBad = Self(raw: 0xC000_003B)
  package static let sharingViolation = Self(raw: 0xC000_0043)
  package static let invalidPageProtection = Self(raw: 0xC000_0045)
  package static let threadIsTerminating = Self(raw: 0xC000_004B)
  /// The minimum of a working set is above its maximum, or a limit leaves no room for the pages that are locked.
  package static let badWorkingSetLimit = Self(raw: 0xC000_004C)
  /// A view that the operation is not for: its pages are not paged.
  package static let incompatibleFileMap = Self(raw: 0xC000_004D)
  package static let privilegeNotHeld = Self(raw: 0xC000_0061)
  package static let invalidImageFormat = Self(raw: 0xC000_007B)
  package static let diskFull = Self(raw: 0xC000_007F)
  package static let arrayBoundsExceeded = Self(raw: 0xC000_008C)
  package static let integerDivideByZero = Self(raw: 0xC000_0094)
  package static let integerOverflow = Self(raw: 0xC000_0095)
  package static let privilegedInstruction = Self(raw: 0xC000_0096)
  /// There are sixteen. NT: STATUS_TOO_MANY_PAGING_FILES
  package static let tooManyPagingFiles = Self(raw: 0xC000_0097)
  package static let insufficientResources = Self(raw: 0xC000_009A)
  package static let freeVmNotAtBase = Self(raw: 0xC000_009F)
  package static let memoryNotAllocated = Self(raw: 0xC000_00A0)
  package static let workingSetQuota = Self(raw: 0xC000_00A1)
  package static let fileIsADirectory = Self(raw: 0xC000_00BA)
  package static let notSupported = Self(raw: 0xC000_00BB)
  /// The last thread of a process cannot end without it.
  package static let cantTerminateSelf = Self(raw: 0xC000_00DB)
  package static let invalidParameter1 = Self(raw: 0xC000_00EF)
  package static let invalidParameter2 = Self(raw: 0xC000_00F0)
  package static let invalidParameter3 = Self(raw: 0xC000_00F1)
  package static let invalidParameter4 = Self(raw: 0xC000_00F2)
  package static let invalidParameter5 = Self(raw: 0xC000_00F3)
  package static let invalidParameter6 = Self(raw: 0xC000_00F4)
  package static let stackOverflow = Self(raw: 0xC000_00FD)
  package static let directoryNotEmpty = Self(raw: 0xC000_0101)
  package static let processIsTerminating = Self(raw: 0xC000_010A)
  package static let commitmentLimit = Self(raw: 0xC000_012D)
  /// What ended a process was Ctrl-C. NT: STATUS_CONTROL_C_EXIT
  package static let controlCExit = Self(raw: 0xC000_013A)
  package static let invalidAddress = Self(raw: 0xC000_0141)
  package static let unrecognizedVolume = Self(raw: 0xC000_014F)
  package static let ioDeviceError = Self(raw: 0xC000_0185)
}

extension Status {
  /// NT's name of those above; empty for any other number.
  package var name: StaticString {
    switch self {
    case .success: "STATUS_SUCCESS"
    case .timeout: "STATUS_TIMEOUT"
    case .pending: "STATUS_PENDING"
    case .wasUnlocked: "STATUS_WAS_UNLOCKED"
    case .wasLocked: "STATUS_WAS_LOCKED"
    case .noYieldPerformed: "STATUS_NO_YIELD_PERFORMED"
    case .guardPageViolation: "STATUS_GUARD_PAGE_VIOLATION"
    case .datatypeMisalignment: "STATUS_DATATYPE_MISALIGNMENT"
    case .breakpoint: "STATUS_BREAKPOINT"
    case .singleStep: "STATUS_SINGLE_STEP"
    case .partialCopy: "STATUS_PARTIAL_COPY"
    case .unsuccessful: "STATUS_UNSUCCESSFUL"
    case .invalidInfoClass: "STATUS_INVALID_INFO_CLASS"
    case .noSuchDevice: "STATUS_NO_SUCH_DEVICE"
    case .deviceDataError: "STATUS_DEVICE_DATA_ERROR"
    case .ioTimeout: "STATUS_IO_TIMEOUT"
    case .inPageError: "STATUS_IN_PAGE_ERROR"
    case .infoLengthMismatch: "STATUS_INFO_LENGTH_MISMATCH"
    case .accessViolation: "STATUS_ACCESS_VIOLATION"
    case .pagefileQuota: "STATUS_PAGEFILE_QUOTA"
    case .invalidHandle: "STATUS_INVALID_HANDLE"
    case .invalidCid: "STATUS_INVALID_CID"
    case .invalidParameter: "STATUS_INVALID_PARAMETER"
    case .noMemory: "STATUS_NO_MEMORY"
    case .conflictingAddresses: "STATUS_CONFLICTING_ADDRESSES"
    case .notMappedView: "STATUS_NOT_MAPPED_VIEW"
    case .unableToFreeVm: "STATUS_UNABLE_TO_FREE_VM"
    case .unableToDeleteSection: "STATUS_UNABLE_TO_DELETE_SECTION"
    case .invalidSystemService: "STATUS_INVALID_SYSTEM_SERVICE"
    case .illegalInstruction: "STATUS_ILLEGAL_INSTRUCTION"
    case .accessDenied: "STATUS_ACCESS_DENIED"
    case .objectTypeMismatch: "STATUS_OBJECT_TYPE_MISMATCH"
    case .notLocked: "STATUS_NOT_LOCKED"
    case .notCommitted: "STATUS_NOT_COMMITTED"
    case .invalidParameterMix: "STATUS_INVALID_PARAMETER_MIX"
    case .objectNameInvalid: "STATUS_OBJECT_NAME_INVALID"
    case .objectNameNotFound: "STATUS_OBJECT_NAME_NOT_FOUND"
    case .invalidPageProtection: "STATUS_INVALID_PAGE_PROTECTION"
    case .threadIsTerminating: "STATUS_THREAD_IS_TERMINATING"
    case .badWorkingSetLimit: "STATUS_BAD_WORKING_SET_LIMIT"
    case .incompatibleFileMap: "STATUS_INCOMPATIBLE_FILE_MAP"
    case .privilegeNotHeld: "STATUS_PRIVILEGE_NOT_HELD"
    case .invalidImageFormat: "STATUS_INVALID_IMAGE_FORMAT"
    case .arrayBoundsExceeded: "STATUS_ARRAY_BOUNDS_EXCEEDED"
    case .integerDivideByZero: "STATUS_INTEGER_DIVIDE_BY_ZERO"
    case .integerOverflow: "STATUS_INTEGER_OVERFLOW"
    case .privilegedInstruction: "STATUS_PRIVILEGED_INSTRUCTION"
    case .tooManyPagingFiles: "STATUS_TOO_MANY_PAGING_FILES"
    case .insufficientResources: "STATUS_INSUFFICIENT_RESOURCES"
    case .freeVmNotAtBase: "STATUS_FREE_VM_NOT_AT_BASE"
    case .memoryNotAllocated: "STATUS_MEMORY_NOT_ALLOCATED"
    case .workingSetQuota: "STATUS_WORKING_SET_QUOTA"
    case .notSupported: "STATUS_NOT_SUPPORTED"
    case .cantTerminateSelf: "STATUS_CANT_TERMINATE_SELF"
    case .invalidParameter1: "STATUS_INVALID_PARAMETER_1"
    case .invalidParameter2: "STATUS_INVALID_PARAMETER_2"
    case .invalidParameter3: "STATUS_INVALID_PARAMETER_3"
    case .invalidParameter4: "STATUS_INVALID_PARAMETER_4"
    case .invalidParameter5: "STATUS_INVALID_PARAMETER_5"
    case .invalidParameter6: "STATUS_INVALID_PARAMETER_6"
    case .stackOverflow: "STATUS_STACK_OVERFLOW"
    case .processIsTerminating: "STATUS_PROCESS_IS_TERMINATING"
    case .commitmentLimit: "STATUS_COMMITMENT_LIMIT"
    case .controlCExit: "STATUS_CONTROL_C_EXIT"
    case .invalidAddress: "STATUS_INVALID_ADDRESS"
    case .objectNameCollision: "STATUS_OBJECT_NAME_COLLISION"
    case .objectPathNotFound: "STATUS_OBJECT_PATH_NOT_FOUND"
    case .objectPathSyntaxBad: "STATUS_OBJECT_PATH_SYNTAX_BAD"
    case .diskCorruptError: "STATUS_DISK_CORRUPT_ERROR"
    case .sharingViolation: "STATUS_SHARING_VIOLATION"
    case .diskFull: "STATUS_DISK_FULL"
    case .fileIsADirectory: "STATUS_FILE_IS_A_DIRECTORY"
    case .directoryNotEmpty: "STATUS_DIRECTORY_NOT_EMPTY"
    case .unrecognizedVolume: "STATUS_UNRECOGNIZED_VOLUME"
    case .ioDeviceError: "STATUS_IO_DEVICE_ERROR"
    default: ""
    }
  }
}
