import Machine

extension MemoryManager {
  /// Writes what was changed of a view of a file; private memory is none: `notMappedView`. NT: NtFlushVirtualMemory
  package func flushVirtualMemory(_ space: AddressSpace, _ region: inout MemoryRegion) -> Status {
    space.creation.withLock { $0.isDeleted ? .processIsTerminating : .notMappedView }
  }
}
