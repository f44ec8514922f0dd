#if os(none)
  import MemoryManager

  extension UserBuffer {
    /// The characters of the UNICODE_STRING at `address`, 2 bytes each; probed. NT: ProbeAndReadUnicodeString
    init(stringAt address: UInt32) throws(Status) {
      let header = UserBuffer(address, bytes: 8)
      try header.probeForRead(alignment: 4)
      self.init(try header.dword(at: 4).read(), bytes: try header.dword(at: 0).read() & 0xFFFE)
      try probeForRead(alignment: 2)
    }
  }
#endif
