#if os(none)
  import Machine
  import MemoryManager

  /// The controller that the disk is on; nil without PCI.
  nonisolated(unsafe) var diskController: PciFunction?

  /// Nonpaged memory that the disk keeps: the table for its bus master, and what its start needs.
  private struct DiskMemory {
    let page: VirtualAddress
    var table: VirtualAddress { page }
    var mdl: VirtualAddress { page + 0x400 }
    var sector: VirtualAddress { page + 0x800 }
  }

  /// Looks for a disk: the first one on the first IDE controller. Without one nothing is kept. In a thread, with interrupts on.
  func startDisk() {
    let controller = PciBus.find(.ide)
    guard let page = allocatePool(.nonpaged, bytes: pageSize, tag: .disk) else { return }
    let memory = DiskMemory(page: page)
    controller?.enableBusMaster()
    for place in UInt32(0)..<4 {
      guard let channel = IdeChannel(place >> 1, of: controller) else { continue }
      if let identity = identify(channel, unit: UInt8(place & 1), memory) {
        withDrive { $0.adopt(identity) }
        unsafe diskController = controller
        return
      }
    }
    withDrive { $0.detach() }
    freePool(page, tag: .disk)
  }

  /// Asks a drive who it is; nil if there is none, or it is no disk. A place without a drive reads as zeroes or as ones.
  private func identify(_ channel: IdeChannel, unit: UInt8, _ memory: DiskMemory) -> DiskIdentity? {
    channel.select(unit)
    let status = channel.status
    guard status != 0, status != 0xFF, status & DiskRegisters.busy == 0 else { return nil }
    guard let mdl = sectorBuffer(memory), let table = memoryManager.physicalAddress(of: memory.table) else { return nil }
    withDrive { $0.attach(channel, unit: unit, table: memory.table, at: table) }
    InterruptController.enable(channel.line)
    do throws(DiskError) { try Disk.perform(.identify, mdl) } catch { return nil }
    return DiskIdentity(at: memory.sector)
  }

  private func sectorBuffer(_ memory: DiskMemory) -> Mdl? {
    let machine = memoryManager.machine
    guard let mdl = Mdl(machine, memory.mdl, for: memory.sector, bytes: DiskRequest.sectorBytes) else { return nil }
    return memoryManager.buildMdlForNonpagedPool(mdl) ? mdl : nil
  }
#endif
