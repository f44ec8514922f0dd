#if os(none)
  import MemoryManager

  /// What one may do only with a privilege. NT: SE_LOCK_MEMORY_PRIVILEGE and so on
  package struct Privileges: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// To keep pages from others: to lock them in memory, or to have large ones.
    package static var lockMemory: Self { Self(rawValue: 1 << 4) }
    package static var createPagefile: Self { Self(rawValue: 1 << 15) }
  }

  /// Throws STATUS_PRIVILEGE_NOT_HELD. NT: SeSinglePrivilegeCheck
  func require(_ privilege: Privileges) throws(Status) {
    guard currentProcess.object.privileges.contains(privilege) else { throw .privilegeNotHeld }
  }
#endif
