#if os(none)
  import FileSystem
  import Machine

  /// `!disk`: the disk, its first partition, and what became of the requests.
  func showDisk(_ line: inout CommandLine) throws(CommandError) {
    try line.end()
    let (state, channel, usesDma, identity) = withDrive { ($0.state, $0.channel, $0.usesDma, $0.identity) }
    guard state != .absent else { return print("There is no disk.") }
    showController(channel)
    print("Disk        ", terminator: "")
    identity.writeModel()
    let transfers: StaticString = usesDma ? "bus master DMA" : "PIO"
    let address: StaticString = identity.has48Bits ? "48" : "28"
    print(", \(identity.sectors) sectors (\(identity.sectors >> 11) MB), \(address) bits of address, \(transfers)")
    if state == .failed { print("            It no longer answers.") }
    showPartition()
    showRequests()
  }

  private func showController(_ channel: IdeChannel) {
    guard let controller = unsafe diskController, let identity = controller.identity else {
      return print("Controller  IDE without PCI, IRQ \(channel.line)")
    }
    print("Controller  PCI \(hex: controller.bus, digits: 2):\(hex: controller.device, digits: 2).\(controller.function)", terminator: "")
    print(", \(hex: identity & 0xFFFF, digits: 4):\(hex: identity >> 16, digits: 4)", terminator: "")
    print(", IRQ \(channel.line), bus master at \(hex: UInt32(channel.busMasterPort), digits: 4)")
  }

  private func showPartition() {
    guard let partition = Disk.partition else { return print("Partition   none that is valid") }
    let (start, count) = (partition.sectors.start.raw, partition.sectors.count)
    print("Partition   sectors \(start) to \(start + (count - 1)) (\(count >> 11) MB), type \(hex: UInt32(partition.type), digits: 2)")
  }

  private func showRequests() {
    let (counters, left) = withDrive { ($0.counters, $0.requestsLeft) }
    print("Requests    \(counters.reads) reads, \(counters.writes) writes, \(counters.flushes) flushes done; \(left) to do")
    print("            \(counters.errors) errors, \(counters.resets) resets")
  }
#endif
