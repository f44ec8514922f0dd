#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// The longest arguments of a program, in bytes: they lie at the top of its stack.
  package let longestProgramArguments: UInt32 = 2048

  /// A process that runs the program of this name, which the boot loader brought, with a thread at its entry and a reference for the caller.
  /// Throws STATUS_OBJECT_NAME_NOT_FOUND, STATUS_INVALID_IMAGE_FORMAT, STATUS_INVALID_PARAMETER for arguments that are too long, and what
  /// creating the process, its memory and its thread throw. NT: NtCreateProcess and what follows it in CreateProcess
  package func createProcess(
    image name: ImageName, arguments: Span<UInt8>, privileges: Privileges = []
  ) throws(Status) -> Reference<Process> {
    guard arguments.count <= Int(longestProgramArguments) else { throw .invalidParameter }
    guard let module = BootModules.find(name) else { throw .objectNameNotFound }
    guard let file = memoryManager.mapIoSpace(module.start, bytes: module.bytes) else { throw .insufficientResources }
    defer { _ = memoryManager.unmapIoSpace(file, bytes: module.bytes) }
    let header = try ProgramHeader(file, bytes: module.bytes)
    let process = try createProcess(name: name, isLargeAddressAware: header.isLargeAddressAware, privileges: privileges)
    do throws(Status) {
      let context = try process.load(header, file, arguments)
      try createUserThread(in: process, context).dereference()
      return process
    } catch {
      terminateProcess(process, error)
      process.dereference()
      throw error
    }
  }

  extension Reference where Object == Process {
    /// Puts the program and its stack into the address space, and says where its thread begins.
    fileprivate func load(_ header: ProgramHeader, _ file: VirtualAddress, _ arguments: Span<UInt8>) throws(Status) -> UserContext {
      guard let space = object.addressSpace else { throw .accessDenied }
      let previous = try attach(to: self)
      defer { detach(to: previous) }
      try space.allocate(.program, from: ProgramHeader.base, bytes: header.end - ProgramHeader.base)
      try copyToUser(ProgramHeader.base, from: file, bytes: header.fileEnd - ProgramHeader.base)
      let stack = try UserStack(in: space)
      return UserContext(instruction: header.entry, stackPointer: try stack.push(arguments), stack: stack)
    }
  }

  /// To memory of the address space in force.
  private func copyToUser(_ to: VirtualAddress, from: VirtualAddress, bytes: UInt32) throws(Status) {
    let result = KiProbeCopy(to.raw, from.raw, bytes)
    guard result >> 32 == 0 else { throw Status(raw: UInt32(truncatingIfNeeded: result >> 32)) }
  }

  extension UserStack {
    /// Lays out a call of `void entry(const char *arguments, uint32_t length)`, the bytes with a zero behind them; returns the stack pointer.
    fileprivate func push(_ arguments: Span<UInt8>) throws(Status) -> VirtualAddress {
      let length = UInt32(truncatingIfNeeded: arguments.count)
      let text = VirtualAddress(base.raw - (length + 1 + 15) & ~15)
      for index in 0..<length { try store(text + index, arguments[Int(index)]) }
      // As after a call: the arguments begin at a multiple of 16. Memory is zero where nothing was stored.
      let frame = VirtualAddress(text.raw - 16)
      try store(frame, text.raw)
      try store(frame + 4, length)
      return VirtualAddress(frame.raw - 4)
    }

    private func store<Value: BitwiseCopyable>(_ address: VirtualAddress, _ value: Value) throws(Status) {
      try unsafe withUnsafePointer(to: value) { place throws(Status) in
        try copyToUser(address, from: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: UInt32(MemoryLayout<Value>.size))
      }
    }
  }
#endif
