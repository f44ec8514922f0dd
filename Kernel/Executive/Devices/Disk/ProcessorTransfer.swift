#if os(none)
  import Machine
  import MemoryManager

  /// Transfers in which the processor moves the data, a sector an interrupt: what a drive says of itself, and everything if there is no bus master.
  /// Source: ATA/ATAPI-6, 9.5 PIO data-in, 9.6 PIO data-out.
  extension DiskDrive {
    /// The drive has the next sector, or wants it.
    mutating func moveSector(_ request: Reference<DiskRequest>, _ registers: DiskRegisters) {
      guard let mdl = request.object.mdl else { return }
      if request.object.operation == .write && sectorsMoved == request.object.sectors { return complete(.done) }
      guard registers.wantsData else { return reset(.device(registers)) }
      move(mdl, toMemory: request.object.operation != .write)
      sectorsMoved += 1
      if request.object.operation != .write && sectorsMoved == request.object.sectors { complete(.done) }
    }

    /// Gives the drive its first sector, if it wants it already.
    mutating func answerDataRequest() {
      let registers = channel.registers
      guard registers.status & DiskRegisters.busy == 0, let request = current else { return }
      guard !registers.isError else { return complete(.failed(.device(registers))) }
      guard registers.wantsData else { return }
      state = .busy
      moveSector(request, registers)
    }

    /// Through hyperspace: nobody need have mapped the buffer. A dword never lies in two pages.
    private func move(_ mdl: Mdl, toMemory: Bool) {
      let start = mdl.byteOffset + sectorsMoved * DiskRequest.sectorBytes
      for index in 0..<DiskRequest.sectorBytes / 4 {
        let place = start + index * 4
        let (frame, offset) = (mdl[place / pageSize], place % pageSize)
        if toMemory {
          let value = channel.read32()
          memoryManager.hyperspace.withLock { $0.store32(frame, offset: offset, value) }
        } else {
          channel.write32(memoryManager.hyperspace.withLock { $0.load32(frame, offset: offset) })
        }
      }
    }
  }
#endif
