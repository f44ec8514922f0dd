#if os(none)
  import MemoryManager

  /// What a program says of an object that it opens or creates. NT: OBJECT_ATTRIBUTES, 24 bytes
  struct ObjectAttributes {
    private let address: UInt32

    private enum Offset {
      static let objectName: UInt32 = 8
    }

    /// Probed as NT does; a program must give some.
    init(at address: UInt32) throws(Status) {
      try UserBuffer(address, bytes: 24).probeForRead(alignment: 4)
      self.address = address
    }

    var isNamed: Bool { get throws(Status) { try UserDword(address + Offset.objectName).read() != 0 } }
  }
#endif
