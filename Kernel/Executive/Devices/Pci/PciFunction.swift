#if os(none)
  import CMachine

  /// A function of a device on the PCI bus, and its configuration space, reached by mechanism 1: an address port and a data port. The two
  /// belong together, so one thread at a time may do it: the one that starts the system. Source: PCI Local Bus Specification 2.2, 3.2.2.3.2, 6.1.
  struct PciFunction {
    let bus: UInt32
    /// 0...31.
    let device: UInt32
    /// 0...7.
    let function: UInt32

    private static let addressPort: UInt16 = 0xCF8
    private static let dataPort: UInt16 = 0xCFC

    /// Offsets in configuration space.
    private enum Register {
      static let identity: UInt32 = 0x00
      static let command: UInt32 = 0x04
      static let revisionAndClass: UInt32 = 0x08
      static let headerType: UInt32 = 0x0C
      static let firstBaseAddress: UInt32 = 0x10
      static let busNumbers: UInt32 = 0x18
    }

    /// The dword at `register`, a multiple of 4.
    private func load32(_ register: UInt32) -> UInt32 {
      select(register)
      return cpu_in32(Self.dataPort)
    }

    private func select(_ register: UInt32) {
      cpu_out32(Self.addressPort, UInt32(0x8000_0000) | bus << 16 | device << 11 | function << 8 | register)
    }

    /// Vendor in the low half, device in the high one; nil if there is no such function, or no PCI bus.
    var identity: UInt32? {
      let value = load32(Register.identity)
      return value & 0xFFFF == 0xFFFF ? nil : value
    }
    var classCode: PciClass { PciClass(rawValue: load32(Register.revisionAndClass) >> 16) }
    /// What the class leaves open.
    var programmingInterface: UInt32 { load32(Register.revisionAndClass) >> 8 & 0xFF }
    /// Said by function 0: there are others.
    var hasMoreFunctions: Bool { load32(Register.headerType) & 0x80_0000 != 0 }
    /// Of a bridge: the highest bus behind it.
    var subordinateBus: UInt32 { load32(Register.busNumbers) >> 16 & 0xFF }

    /// The first port of base address register `index` 0...5; nil if it is not set, or names memory.
    func ports(_ index: UInt32) -> UInt16? {
      let value = load32(Register.firstBaseAddress + index * 4)
      let base = UInt16(truncatingIfNeeded: value & 0xFFFC)
      return value & 1 == 1 && base != 0 ? base : nil
    }

    /// Lets the function answer at its ports and reach memory by itself. The upper half of the dword, the status, is left alone.
    func enableBusMaster() {
      let ioSpaceAndBusMaster: UInt16 = 0x0005
      select(Register.command)
      cpu_out16(Self.dataPort, cpu_in16(Self.dataPort) | ioSpaceAndBusMaster)
    }
  }

  /// Base class in the upper byte of 16 bits, subclass in the lower.
  struct PciClass: RawRepresentable, Equatable {
    let rawValue: UInt32

    static var ide: Self { Self(rawValue: 0x0101) }
    static var pciBridge: Self { Self(rawValue: 0x0604) }
  }
#endif
