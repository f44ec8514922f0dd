#if os(none)
  import CMachine
  import Machine

  /// The part of a channel that moves data between drive and memory by itself.
  /// Source: Intel, Programming Interface for Bus Master IDE Controller.
  extension IdeChannel {
    private enum Register {
      static let command: UInt16 = 0
      static let status: UInt16 = 2
      static let table: UInt16 = 4
    }
    private static var start: UInt8 { 0x01 }
    private static var toMemory: UInt8 { 0x08 }
    private static var interrupt: UInt8 { 0x04 }

    var busMasterStatus: UInt8 { hasBusMaster ? cpu_in8(busMasterPort + Register.status) : 0 }

    /// The drive has interrupted since the last `clearBusMaster`. Taken for granted without a bus master.
    var hasInterrupted: Bool { !hasBusMaster || busMasterStatus & Self.interrupt != 0 }

    /// Takes back the bits for an interrupt and an error, each by writing it.
    func clearBusMaster() {
      guard hasBusMaster else { return }
      cpu_out8(busMasterPort + Register.status, busMasterStatus | Self.interrupt | DiskRegisters.busMasterFailed)
    }

    func prepareBusMaster(_ table: PhysicalAddress, toMemory: Bool) {
      cpu_out32(busMasterPort + Register.table, table.raw)
      cpu_out8(busMasterPort + Register.command, toMemory ? Self.toMemory : 0)
    }

    /// When the drive has its command.
    func startBusMaster() { cpu_out8(busMasterPort + Register.command, cpu_in8(busMasterPort + Register.command) | Self.start) }

    func stopBusMaster() { if hasBusMaster { cpu_out8(busMasterPort + Register.command, 0) } }
  }
#endif
