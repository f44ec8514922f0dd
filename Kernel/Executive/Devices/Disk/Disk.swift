#if os(none)
  import FileSystem
  import Machine
  import MemoryManager

  /// The disk of the system, for those who use it: the first one on the IDE controller.
  package enum Disk {
    /// 0 if there is no disk.
    package static var sectorCount: UInt32 { withDrive { $0.identity.sectors } }
    /// The first partition, once it was looked for; nil if there is no disk, or no valid partition table on it.
    package static var partition: Partition? { unsafe firstPartition }

    /// Queues the request and returns. Its event is signaled when it has its result, at once if it is refused. Allowed up to DISPATCH_LEVEL.
    /// NT: IoCallDriver
    package static func submit(_ request: Reference<DiskRequest>) { withDrive { $0.submit(request) } }

    /// Waits until a request that was submitted is done. Below DISPATCH_LEVEL.
    package static func wait(_ request: Reference<DiskRequest>) throws(DiskError) {
      unsafe waitForSingleObject(&request.object.event, reason: "a disk transfer")
      if case .failed(let error) = request.object.result { throw error }
    }

    /// Submits a request and waits for it. `mdl` is nil for `flush`.
    package static func perform(_ operation: DiskRequest.Operation, sector: UInt32 = 0, _ mdl: Mdl?) throws(DiskError) {
      var request = DiskRequest(operation, sector: sector, mdl)
      try unsafe withUnsafeMutablePointer(to: &request) { (pointer) throws(DiskError) in
        let reference = unsafe Reference(pointer)
        submit(reference)
        try wait(reference)
      }
    }
  }
#endif
