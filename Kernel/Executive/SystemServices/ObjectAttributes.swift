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

    /// The characters of the name; none without a name.
    func name() throws(Status) -> UserBuffer {
      let string = try UserDword(address + Offset.objectName).read()
      return string == 0 ? UserBuffer(0, bytes: 0) : try UserBuffer(stringAt: string)
    }

    var isNamed: Bool { get throws(Status) { try UserDword(address + Offset.objectName).read() != 0 } }
  }
#endif
