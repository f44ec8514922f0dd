#if os(none)
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
  }
#endif
