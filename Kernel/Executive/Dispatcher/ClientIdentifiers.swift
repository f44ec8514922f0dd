#if os(none)
  /// The numbers of processes and threads, which share one space: multiples of 4, each given once. NT: PspCidTable
  struct ClientIdentifiers: ~Copyable {
    /// 4 is the system process's own.
    private var next: UInt32 = 8

    mutating func take() -> UInt32 {
      defer { next &+= 4 }
      return next
    }
  }
#endif
