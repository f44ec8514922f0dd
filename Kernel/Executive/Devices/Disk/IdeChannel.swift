#if os(none)
  import CMachine

  /// One of the two cables of an IDE controller, each with up to two drives. Source: ATA/ATAPI-6, 7; Intel, Programming Interface for Bus Master
  /// IDE Controller; T13, ATA Host Adapter Standards.
  struct IdeChannel {
    private var command: UInt16 = 0
    private var control: UInt16 = 0
    /// The interrupt line.
    private(set) var line: UInt32 = 0
    /// The first port of the bus master; 0 if there is none.
    private var busMaster: UInt16 = 0

    /// No channel.
    init() {}

    /// Channel 0 or 1 where PCs have always had them; nil if the controller has it elsewhere. `controller` is nil on a PC without PCI, whose
    /// channels have no bus master.
    init?(_ index: UInt32, of controller: PciFunction?) {
      (command, control, line) = index == 0 ? (0x1F0, 0x3F6, 14) : (0x170, 0x376, 15)
      guard let controller else { return }
      let interface = controller.programmingInterface
      let isElsewhere = interface >> (index * 2) & 1 == 1
      guard !isElsewhere else { return nil }
      let canBeBusMaster = interface & 0x80 != 0
      if canBeBusMaster, let base = controller.ports(4) { busMaster = base + UInt16(index) * 8 }
    }

    var hasBusMaster: Bool { busMaster != 0 }
    var busMasterPort: UInt16 { busMaster }

    private enum Register {
      static let data: UInt16 = 0
      static let error: UInt16 = 1
      static let sectorCount: UInt16 = 2
      static let sectorLow: UInt16 = 3
      static let sectorMiddle: UInt16 = 4
      static let sectorHigh: UInt16 = 5
      static let device: UInt16 = 6
      static let statusAndCommand: UInt16 = 7
    }

    // MARK: State

    /// Reading it tells the drive that its interrupt was seen.
    var status: UInt8 { cpu_in8(command + Register.statusAndCommand) }
    /// The same without that.
    var statusOnly: UInt8 { cpu_in8(control) }
    var error: UInt8 { cpu_in8(command + Register.error) }
    var registers: DiskRegisters { DiskRegisters(status: statusOnly, error: error, busMaster: busMasterStatus) }

    // MARK: Commands

    /// From here on drive 0 or 1 is meant. It has 400 ns to say so.
    func select(_ unit: UInt8) {
      cpu_out8(command + Register.device, 0xE0 | unit << 4)
      for _ in 0..<4 { _ = statusOnly }
    }

    /// `sectors` 1...256; the last of them has a number below 2^28.
    func setSectors28(_ unit: UInt8, _ sector: UInt32, _ sectors: UInt32) {
      setLowSectors(sector, sectors)
      cpu_out8(command + Register.device, 0xE0 | unit << 4 | UInt8(truncatingIfNeeded: sector >> 24))
    }

    /// The registers are two bytes deep, the upper one written first.
    func setSectors48(_ unit: UInt8, _ sector: UInt32, _ sectors: UInt32) {
      cpu_out8(command + Register.sectorCount, UInt8(truncatingIfNeeded: sectors >> 8))
      cpu_out8(command + Register.sectorLow, UInt8(truncatingIfNeeded: sector >> 24))
      cpu_out8(command + Register.sectorMiddle, 0)
      cpu_out8(command + Register.sectorHigh, 0)
      setLowSectors(sector, sectors)
      cpu_out8(command + Register.device, 0xE0 | unit << 4)
    }

    private func setLowSectors(_ sector: UInt32, _ sectors: UInt32) {
      cpu_out8(command + Register.sectorCount, UInt8(truncatingIfNeeded: sectors))
      cpu_out8(command + Register.sectorLow, UInt8(truncatingIfNeeded: sector))
      cpu_out8(command + Register.sectorMiddle, UInt8(truncatingIfNeeded: sector >> 8))
      cpu_out8(command + Register.sectorHigh, UInt8(truncatingIfNeeded: sector >> 16))
    }

    func issue(_ code: UInt8) { cpu_out8(command + Register.statusAndCommand, code) }

    /// Resets both drives while it is on. Interrupts stay enabled.
    func setReset(_ isOn: Bool) { cpu_out8(control, isOn ? 0x04 : 0) }

    // MARK: Data by the processor

    /// Two words, the first in the low half.
    func read32() -> UInt32 {
      let low = cpu_in16(command + Register.data)
      return UInt32(low) | UInt32(cpu_in16(command + Register.data)) << 16
    }

    func write32(_ value: UInt32) {
      cpu_out16(command + Register.data, UInt16(truncatingIfNeeded: value))
      cpu_out16(command + Register.data, UInt16(truncatingIfNeeded: value >> 16))
    }
  }
#endif
