#if os(none)
  import Machine
  import MemoryManager

  /// Shows a UNICODE_STRING on the console: what is not ASCII as a question mark. NT keeps that to holders of SeTcbPrivilege; here it is how
  /// programs talk.
  @c(NtDisplayString) public func ntDisplayString(_ string: UInt32) -> UInt32 {
    service { () throws(Status) in
      try display(UserBuffer(stringAt: string))
      return .success
    }
  }

  private func display(_ text: UserBuffer) throws(Status) {
    var line = InlineArray<256, UInt16>(repeating: 0)
    var position: UInt32 = 0
    while position < text.bytes {
      let bytes = min(512, text.bytes - position)
      try unsafe withUnsafeMutablePointer(to: &line) { place throws(Status) in
        try text.copyOut(to: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: bytes, at: position)
      }
      for index in 0..<Int(bytes >> 1) { display(line[index]) }
      position += bytes
    }
  }

  private func display(_ character: UInt16) {
    let isShown = character >= 0x20 && character < 0x7F || character == 0x0A || character == 0x09
    Console.write(isShown ? UInt8(character) : 0x3F)
  }
#endif
