#if os(none)
  import MemoryManager

  /// What one may do only with a privilege. NT: SeLockMemoryPrivilege
  func requireLockMemoryPrivilege() throws(Status) {
    guard currentProcess.object.holdsLockMemoryPrivilege else { throw .privilegeNotHeld }
  }
#endif
