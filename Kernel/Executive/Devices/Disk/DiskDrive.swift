#if os(none)
  import Machine
  import MemoryManager

  /// The disk, and what it has to do. Its requests are carried out one after the other, in the order in which they came: starting one is some port
  /// writes, and everything else happens at its interrupt. Changed at DISPATCH_LEVEL only.
  struct DiskDrive: ~Copyable {
    enum State {
      /// There is no disk.
      case absent
      case idle
      /// The drive has a command, and will interrupt.
      case busy
      /// The drive will ask for the first sector to write, without an interrupt.
      case awaitingDataRequest
      /// The reset signal is on.
      case resetting
      /// The reset signal is off, and the drive comes back.
      case recovering
      /// The drive did not come back.
      case failed
    }

    private(set) var channel = IdeChannel()
    /// 0 or 1: the first or the second drive of the channel.
    private(set) var unit: UInt8 = 0
    private(set) var identity = DiskIdentity()
    /// Physical region descriptors of the transfer under way, and their address.
    private(set) var table = PrdTable(at: VirtualAddress(0))
    private(set) var tableAddress = PhysicalAddress(0)
    var state = State.absent
    /// What the drive is at, and the tick at which it or the reset began.
    private(set) var current: Reference<DiskRequest>?
    var since: UInt32 = 0
    /// Of a transfer by the processor: how far it is.
    var sectorsMoved: UInt32 = 0
    private var queue = DiskQueue()
    var counters = DiskCounters()

    /// Transfers go without the processor.
    var usesDma: Bool { channel.hasBusMaster && identity.canDma }
    var ticksPassed: UInt32 { tickCount() &- since }
    var requestsLeft: UInt32 { queue.count + (current == nil ? 0 : 1) }

    // MARK: Set-up

    /// A drive that is to be asked who it is. `place` is nonpaged memory for its table.
    mutating func attach(_ channel: IdeChannel, unit: UInt8, table place: VirtualAddress, at address: PhysicalAddress) {
      self.channel = channel
      self.unit = unit
      table = PrdTable(at: place)
      tableAddress = address
      identity = DiskIdentity()
      state = .idle
    }

    /// It is a disk, and can be used.
    mutating func adopt(_ identity: DiskIdentity) {
      self.identity = identity
      counters = DiskCounters()
    }

    /// It is none.
    mutating func detach() {
      channel = IdeChannel()
      state = .absent
    }

    // MARK: Requests

    mutating func submit(_ request: Reference<DiskRequest>) {
      request.object.result = .pending
      request.object.event.clear()
      if let error = refusal(request) { return finish(request, .failed(error)) }
      queue.append(request)
      startNext()
    }

    private func refusal(_ request: Reference<DiskRequest>) -> DiskError? {
      guard state != .absent && state != .failed else { return .noDisk }
      let operation = request.object.operation
      guard operation != .flush else { return nil }
      guard let mdl = request.object.mdl, Self.isBuffer(mdl) else { return .badBuffer }
      let sectors = request.object.sectors
      if operation == .identify { return sectors == 1 ? nil : .badBuffer }
      guard sectors <= identity.sectors, request.object.sector <= identity.sectors - sectors else { return .outOfRange }
      return nil
    }

    private static func isBuffer(_ mdl: Mdl) -> Bool {
      let hasFrames = !mdl.flags.isDisjoint(with: [.pagesLocked, .sourceIsNonpagedPool])
      let bytes = mdl.byteCount
      return hasFrames && mdl.byteOffset & 3 == 0 && bytes > 0 && bytes <= DiskRequest.largestBytes && bytes % DiskRequest.sectorBytes == 0
    }

    @inline(never)
    mutating func startNext() {
      while state == .idle, let request = queue.removeFirst() {
        current = request
        begin(request)
      }
    }

    /// Tells the owner of the current request what became of it, and turns to the next unless the drive is being reset.
    @inline(never)
    mutating func complete(_ result: DiskResult) {
      guard let request = current else { return }
      current = nil
      if state == .busy || state == .awaitingDataRequest { state = .idle }
      finish(request, result)
      startNext()
    }

    /// The drive is lost: so is everything that was asked of it.
    mutating func fail() {
      state = .failed
      while let request = queue.removeFirst() { finish(request, .failed(.noDisk)) }
    }

    /// From the moment the event is set the request is its owner's again.
    @inline(never)
    private mutating func finish(_ request: Reference<DiskRequest>, _ result: DiskResult) {
      counters.count(request.object.operation, result)
      request.object.result = result
      request.object.event.set()
    }
  }

  /// What became of the requests since the start.
  package struct DiskCounters {
    package private(set) var reads: UInt32 = 0
    package private(set) var writes: UInt32 = 0
    package private(set) var flushes: UInt32 = 0
    /// Of all kinds, those that were refused among them.
    package private(set) var errors: UInt32 = 0
    package internal(set) var resets: UInt32 = 0

    mutating func count(_ operation: DiskRequest.Operation, _ result: DiskResult) {
      guard result == .done else {
        errors &+= 1
        return
      }
      switch operation {
      case .read: reads &+= 1
      case .write: writes &+= 1
      case .flush: flushes &+= 1
      case .identify: break
      }
    }
  }

  /// Reached through `withDrive`; the interrupt reads its channel.
  nonisolated(unsafe) var diskDrive = DiskDrive()

  /// The door to the disk's state, up to DISPATCH_LEVEL. NT: IoStartPacket's device queue lock
  func withDrive<Result>(_ body: (inout DiskDrive) -> Result) -> Result { atDispatchLevel { unsafe body(&diskDrive) } }
#endif
