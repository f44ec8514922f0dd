#if os(none)
  import MemoryManager

  /// One transfer between a disk and a buffer. It is its owner's, stays where it is until it is done, and nothing is allocated for it: so
  /// paging can use it when memory has run out.
  package struct DiskRequest: ~Copyable {
    package enum Operation: Sendable {
      case read, write
      /// Everything written before is on the medium when this is done. Without a buffer.
      case flush
      /// The drive describes itself in 512 bytes.
      case identify
    }

    package let operation: Operation
    /// The first sector (LBA).
    package let sector: UInt32
    /// The buffer: whole sectors, dword aligned, its frames filled in and held. The disk only reads it.
    package let mdl: Mdl?
    /// Signaled when the result is there.
    package var event = Event(.notification)
    package internal(set) var result = DiskResult.pending
    /// The link in the queue.
    var next: Reference<DiskRequest>?

    package init(_ operation: Operation, sector: UInt32 = 0, _ mdl: Mdl?) {
      self.operation = operation
      self.sector = sector
      self.mdl = mdl
    }

    static let sectorBytes: UInt32 = 512
    var sectors: UInt32 { mdl.map { $0.byteCount / Self.sectorBytes } ?? 0 }
    /// NT's ports never ask for more at once, and it is what a command with 28 bits of address can say.
    package static let largestBytes: UInt32 = 256 * sectorBytes
  }

  package enum DiskResult: Equatable, Sendable {
    case pending, done
    case failed(DiskError)
  }

  /// Why a transfer did not happen, or not wholly.
  package enum DiskError: Error, Equatable {
    /// There is none, or it no longer answers.
    case noDisk
    /// Some of the sectors lie past the end of the disk.
    case outOfRange
    /// No buffer, no or too many sectors, not dword aligned, or without frames.
    case badBuffer
    /// The drive or the controller reported an error.
    case device(DiskRegisters)
    /// No answer in time; the controller was reset.
    case timedOut(DiskRegisters)
  }

  /// What the controller said at the end of a transfer. Source: ATA/ATAPI-6, 7.15, 7.7; Intel, Programming Interface for Bus Master IDE Controller.
  package struct DiskRegisters: Equatable, Sendable {
    package var status: UInt8 = 0
    /// Says why if `status` has its error bit set.
    package var error: UInt8 = 0
    /// Of the bus master; 0 without one.
    package var busMaster: UInt8 = 0

    static let busy: UInt8 = 0x80
    static let deviceFault: UInt8 = 0x20
    static let dataRequest: UInt8 = 0x08
    static let failed: UInt8 = 0x01
    static let busMasterFailed: UInt8 = 0x02

    var isError: Bool { status & (Self.failed | Self.deviceFault) != 0 || busMaster & Self.busMasterFailed != 0 }
    var wantsData: Bool { status & Self.dataRequest != 0 }
  }
#endif
