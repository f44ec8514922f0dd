#if os(none)
  import Machine
  import MemoryManager

  /// Opens a page file, which SeCreatePagefilePrivilege is needed for. The sizes are in bytes, the name is that of a file on C:, with `\??\` in front.
  /// `priority` means nothing, as in NT.
  @c(NtCreatePagingFile) public func ntCreatePagingFile(_ name: UInt32, _ minimum: UInt32, _ maximum: UInt32, _ priority: UInt32) -> UInt32 {
    service { () throws(Status) in
      guard PageFiles.count < PageFiles.capacity else { throw .tooManyPagingFiles }
      try require(.createPagefile)
      let (minimum, maximum) = (try readLargeInteger(minimum), try readLargeInteger(maximum))
      let name = try UserBuffer(stringAt: name)
      let sizes = try PagingFileSizes(minimumBytes: minimum, maximumBytes: maximum)
      try createPagingFile(VolumePath(systemName: name), sizes)
      return .success
    }
  }

  /// A negative one is too large for everything. NT: ProbeAndReadLargeInteger
  private func readLargeInteger(_ address: UInt32) throws(Status) -> UInt64 {
    try UserBuffer(address, bytes: 8).probeForRead(alignment: 4)
    return UInt64(try UserDword(address).read()) | UInt64(try UserDword(address + 4).read()) << 32
  }

  extension VolumePath {
    private static var longest: UInt32 { 128 }

    /// `\??\C:\DIR\FILE.TXT`. Throws STATUS_OBJECT_NAME_INVALID, STATUS_OBJECT_PATH_SYNTAX_BAD, STATUS_OBJECT_PATH_NOT_FOUND for another drive, and what
    /// the fault of an access to the caller's memory says.
    fileprivate init(systemName name: UserBuffer) throws(Status) {
      guard name.bytes > 0, name.bytes <= Self.longest << 1 else { throw .objectNameInvalid }
      var characters = InlineArray<128, UInt16>(repeating: 0)
      try unsafe withUnsafeMutablePointer(to: &characters) { place throws(Status) in
        try name.copyOut(to: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: name.bytes, at: 0)
      }
      try self.init(systemName: characters.span.extracting(0..<Int(name.bytes >> 1)))
    }
  }
#endif
