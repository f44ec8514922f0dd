#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Writes memory in WinDbg's layout. Pages that were trimmed and are still in memory show too; what is not there shows as question marks. Looking
  /// never faults, and brings nothing back.
  struct MemoryDump {
    /// Its raw value is its size.
    enum Unit: UInt32 {
      case bytes = 1
      case dwords = 4
      case quadwords = 8
    }

    private static let bytesPerLine: UInt32 = 16
    let unit: Unit
    var position: VirtualAddress

    /// Ctrl-C ends it early.
    mutating func write(bytes: UInt32) {
      var left = bytes
      while left > 0 && !Console.isInterrupted {
        let now = min(left, Self.bytesPerLine)
        writeLine(bytes: now)
        position = position + now
        left &-= now
      }
    }

    private func writeLine(bytes: UInt32) {
      print("\(position) ", terminator: "")
      var offset: UInt32 = 0
      while offset < bytes {
        Console.write(unit == .bytes && offset == 8 ? 0x2D : 0x20)
        writeUnit(position + offset)
        offset &+= unit.rawValue
      }
      if unit == .bytes { writeCharacters(bytes: bytes) }
      print()
    }

    private func writeUnit(_ address: VirtualAddress) {
      switch unit {
      case .bytes: Self.writeHex(address, digits: 2)
      case .dwords: Self.writeHex(address, digits: 8)
      case .quadwords:
        Self.writeHex(address + 4, digits: 8)
        Console.write(0x60)
        Self.writeHex(address, digits: 8)
      }
    }

    /// The number of `digits` digits at `address`.
    private static func writeHex(_ address: VirtualAddress, digits: UInt32) {
      guard let value = value(at: address, bytes: digits / 2) else { return Console.write(0x3F, times: digits) }
      print("\(hex: value, digits: digits)", terminator: "")
    }

    private static func value(at address: VirtualAddress, bytes: UInt32) -> UInt32? {
      if bytes == 4 && isAddressValid(address, bytes: 4) { return cpu_load32(address.raw) }
      var value: UInt32 = 0
      for index in 0..<bytes {
        guard let byte = memoryManager.byteInMemory(address + index) else { return nil }
        value |= UInt32(byte) << (index << 3)
      }
      return value
    }

    private func writeCharacters(bytes: UInt32) {
      Console.write(0x20, times: 2 &+ 3 &* (Self.bytesPerLine &- bytes))
      for offset in 0..<bytes {
        let character = memoryManager.byteInMemory(position + offset) ?? 0x3F
        Console.write(character >= 0x20 && character < 0x7F ? character : 0x2E)
      }
    }
  }
#endif
