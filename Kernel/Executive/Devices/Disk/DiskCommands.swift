#if os(none)
  import Machine
  import MemoryManager

  /// Source: ATA/ATAPI-6, 8.
  private enum AtaCommand {
    static let identify: UInt8 = 0xEC
    static let flushCache: UInt8 = 0xE7
    static let readSectors: UInt8 = 0x20
    static let readSectors48: UInt8 = 0x24
    static let writeSectors: UInt8 = 0x30
    static let writeSectors48: UInt8 = 0x34
    static let readDma: UInt8 = 0xC8
    static let readDma48: UInt8 = 0x25
    static let writeDma: UInt8 = 0xCA
    static let writeDma48: UInt8 = 0x35
  }

  extension DiskDrive {
    /// Gives the drive the command of the current request. A drive that is still at something else has lost its way, and is reset:
    /// that is no matter of the sectors.
    mutating func begin(_ request: Reference<DiskRequest>) {
      since = tickCount()
      sectorsMoved = 0
      discardDiskInterrupt()
      guard channel.statusOnly & (DiskRegisters.busy | DiskRegisters.dataRequest) == 0 else { return reset(.timedOut(channel.registers)) }
      channel.clearBusMaster()
      state = .busy
      switch request.object.operation {
      case .identify: channel.issue(AtaCommand.identify)
      case .flush: flush()
      case .read, .write:
        guard let mdl = request.object.mdl else { return }
        transfer(request, mdl)
      }
    }

    /// A drive that cannot has nothing in a cache that it would lose.
    private mutating func flush() {
      guard identity.canFlush else { return complete(.done) }
      channel.issue(AtaCommand.flushCache)
    }

    private mutating func transfer(_ request: Reference<DiskRequest>, _ mdl: Mdl) {
      let (sector, sectors, isRead) = (request.object.sector, request.object.sectors, request.object.operation == .read)
      let needs48Bits = sector + (sectors - 1) >= 1 << 28
      if usesDma {
        table.describe(mdl)
        channel.prepareBusMaster(tableAddress, toMemory: isRead)
      }
      if needs48Bits { channel.setSectors48(unit, sector, sectors) } else { channel.setSectors28(unit, sector, sectors) }
      channel.issue(Self.command(isRead: isRead, isDma: usesDma, has48Bits: needs48Bits))
      if usesDma {
        channel.startBusMaster()
      } else if !isRead {
        state = .awaitingDataRequest
        answerDataRequest()
      }
    }

    private static func command(isRead: Bool, isDma: Bool, has48Bits: Bool) -> UInt8 {
      switch (isRead, isDma, has48Bits) {
      case (true, false, false): AtaCommand.readSectors
      case (true, false, true): AtaCommand.readSectors48
      case (true, true, false): AtaCommand.readDma
      case (true, true, true): AtaCommand.readDma48
      case (false, false, false): AtaCommand.writeSectors
      case (false, false, true): AtaCommand.writeSectors48
      case (false, true, false): AtaCommand.writeDma
      case (false, true, true): AtaCommand.writeDma48
      }
    }
  }
#endif
