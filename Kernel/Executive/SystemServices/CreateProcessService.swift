#if os(none)
  import Machine
  import MemoryManager

  /// Makes a process that runs a program which the boot loader brought, and its first thread. The name in `attributes` is a command: the program
  /// and, behind a blank, its arguments, in ASCII. STATUS_OBJECT_NAME_INVALID if it is more than `ProgramLine.longest` characters.
  ///
  /// NT makes an empty process from the section of an image and leaves the rest to the caller; there are no sections yet: `section` and both
  /// ports must be null. `parent` must be a process of which copies may be made; its privilege comes from there, but there are no handles to inherit.
  @c(NtCreateProcess) public func ntCreateProcess(
    _ handle: UInt32, _ access: UInt32, _ attributes: UInt32, _ parent: UInt32, _ isInheriting: UInt32, _ section: UInt32,
    _ debugPort: UInt32, _ exceptionPort: UInt32
  ) -> UInt32 {
    service { () throws(Status) in
      let handle = UserDword(handle)
      try handle.probeForWrite()
      let line = try ProgramLine(ObjectAttributes(at: attributes))
      guard section | debugPort | exceptionPort == 0 else { throw .invalidHandle }
      let granted = try AccessRights.processAccess(access)
      let parent = try referenceProcess(handle: parent, access: AccessRights.processCreateProcess)
      defer { parent.dereference() }
      handle.handBack(try create(line, granted, parent))
      return .success
    }
  }

  /// The handle of the new process.
  private func create(_ line: borrowing ProgramLine, _ access: UInt32, _ parent: Reference<Process>) throws(Status) -> UInt32 {
    let process = try createProcess(
      image: line.program, arguments: line.text.span.extracting(line.arguments), privileges: parent.object.privileges)
    defer { process.dereference() }
    do throws(Status) {
      return try openHandle(process.header, access: access)
    } catch {
      terminateProcess(process, error)
      throw error
    }
  }

  /// What a program wants started: a line of ASCII.
  private struct ProgramLine: ~Copyable {
    static let longest: UInt32 = 256
    private(set) var text = InlineArray<256, UInt8>(repeating: 0)
    private var count = 0
    private var nameEnd = 0

    /// Throws STATUS_OBJECT_NAME_INVALID, and what the fault of an access to the caller's memory says.
    init(_ attributes: ObjectAttributes) throws(Status) {
      let name = try attributes.name()
      guard name.bytes > 0, name.bytes <= Self.longest << 1 else { throw .objectNameInvalid }
      var characters = InlineArray<256, UInt16>(repeating: 0)
      try unsafe withUnsafeMutablePointer(to: &characters) { place throws(Status) in
        try name.copyOut(to: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: name.bytes, at: 0)
      }
      count = Int(name.bytes >> 1)
      for index in 0..<count {
        guard characters[index] < 0x80 else { throw .objectNameInvalid }
        text[index] = UInt8(truncatingIfNeeded: characters[index])
      }
      while nameEnd < count && text[nameEnd] > 0x20 { nameEnd += 1 }
    }

    var program: ImageName {
      var name = ImageName()
      for index in 0..<nameEnd { name.append(text[index]) }
      return name
    }

    /// All that is behind the blank, as places in the text.
    var arguments: Range<Int> { min(nameEnd + 1, count)..<count }
  }
#endif
