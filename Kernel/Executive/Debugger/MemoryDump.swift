#if os(none)
  import CMachine
  import Machine

  /// Writes memory in WinDbg's layout. Memory that is not mapped shows as question marks; looking never faults.
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
      guard isAddressValid(address, bytes: digits / 2) else { return Console.write(0x3F, times: digits) }
      print("\(hex: digits == 2 ? UInt32(cpu_load8(address.raw)) : cpu_load32(address.raw), digits: digits)", terminator: "")
    }

    private func writeCharacters(bytes: UInt32) {
      Console.write(0x20, times: 2 &+ 3 &* (Self.bytesPerLine &- bytes))
      for offset in 0..<bytes {
        let address = position + offset
        let character = isAddressValid(address) ? cpu_load8(address.raw) : 0x3F
        Console.write(character >= 0x20 && character < 0x7F ? character : 0x2E)
      }
    }
  }
#endif
