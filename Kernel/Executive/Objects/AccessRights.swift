#if os(none)
  import MemoryManager

  /// What a handle may allow. NT: ACCESS_MASK
  package enum AccessRights {
    /// To wait for the object.
    package static let synchronize: UInt32 = 0x0010_0000

    // MARK: Of processes

    package static let processTerminate: UInt32 = 0x0001
    package static let processCreateThread: UInt32 = 0x0002
    package static let processSetSessionId: UInt32 = 0x0004
    package static let processVmOperation: UInt32 = 0x0008
    package static let processVmRead: UInt32 = 0x0010
    package static let processVmWrite: UInt32 = 0x0020
    package static let processDuplicateHandle: UInt32 = 0x0040
    package static let processCreateProcess: UInt32 = 0x0080
    package static let processSetQuota: UInt32 = 0x0100
    package static let processSetInformation: UInt32 = 0x0200
    package static let processQueryInformation: UInt32 = 0x0400
    package static let processAll: UInt32 = 0x001F_0FFF

    // MARK: Of threads

    package static let threadTerminate: UInt32 = 0x0001
    package static let threadSuspendResume: UInt32 = 0x0002
    package static let threadGetContext: UInt32 = 0x0008
    package static let threadSetContext: UInt32 = 0x0010
    package static let threadSetInformation: UInt32 = 0x0020
    package static let threadQueryInformation: UInt32 = 0x0040
    package static let threadAll: UInt32 = 0x001F_03FF

    // MARK: Asking for them

    private static let genericAll: UInt32 = 0x1000_0000
    private static let genericExecute: UInt32 = 0x2000_0000
    private static let genericWrite: UInt32 = 0x4000_0000
    private static let genericRead: UInt32 = 0x8000_0000
    private static let maximumAllowed: UInt32 = 0x0200_0000
    private static let standardRead: UInt32 = 0x0002_0000

    /// What a process that asks for `access` to another gets, with the generic rights spelled out. Everything may be had; throws
    /// STATUS_ACCESS_DENIED for what is no right. NT: SeAccessCheck, RtlMapGenericMask
    package static func processAccess(_ access: UInt32) throws(Status) -> UInt32 {
      var granted = access & ~(genericAll | genericExecute | genericWrite | genericRead | maximumAllowed)
      if access & (genericAll | maximumAllowed) != 0 { granted |= processAll }
      if access & genericRead != 0 { granted |= standardRead | processVmRead | processQueryInformation }
      if access & genericExecute != 0 { granted |= standardRead | synchronize }
      if access & genericWrite != 0 { granted |= standardRead | processAll & ~(processVmRead | processQueryInformation | synchronize) }
      guard granted & ~processAll == 0 else { throw .accessDenied }
      return granted
    }
  }
#endif
