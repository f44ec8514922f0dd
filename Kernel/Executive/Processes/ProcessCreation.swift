#if os(none)
  import Machine
  import MemoryManager

  /// A process with an empty address space and no thread, and a reference to it for the caller. Throws what the memory manager says, and
  /// STATUS_INSUFFICIENT_RESOURCES when there is no pool. NT: PspCreateProcess
  package func createProcess(
    name: ImageName, isLargeAddressAware: Bool = false, privileges: Privileges = []
  ) throws(Status) -> Reference<Process> {
    guard let process = Reference<Process>.allocate() else { throw .insufficientResources }
    guard let space = process.object.addressSpace else { fatalError("a process has an address space") }
    do throws(Status) {
      try waitingForPages { () throws(Status) in try memoryManager.createAddressSpace(space, isLargeAddressAware: isLargeAddressAware) }
    } catch {
      process.deallocate()
      throw error
    }
    process.object.directory = space.directory
    process.object.name = name
    process.object.isLargeAddressAware = isLargeAddressAware
    process.object.privileges = privileges
    withDispatcher { dispatcher in
      process.object.number = dispatcher.clientIdentifiers.take()
      dispatcher.processes.append(process)
    }
    return process
  }

  extension Reference where Object == Process {
    /// The object and, behind it, room for its address space.
    fileprivate static func allocate() -> Self? {
      // Pool is aligned to 8, the address space to 16.
      let offset = (UInt32(MemoryLayout<Process>.stride) + 15) & ~15
      guard let place = allocatePool(.nonpaged, bytes: offset + 8 + UInt32(AddressSpace.bytes), tag: .process),
        let pointer = unsafe UnsafeMutablePointer<Process>(bitPattern: UInt(place.raw))
      else { return nil }
      unsafe pointer.initialize(to: Process())
      unsafe pointer.pointee.addressSpace = AddressSpace(at: UInt((place.raw + offset + 8) & ~15))
      return unsafe Reference(pointer)
    }

    /// The reference is gone with the process.
    func deallocate() { freePool(address, tag: .process) }
  }
#endif
