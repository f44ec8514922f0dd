#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// A dword in the memory of the calling program, by the address it passed, which may be anything.
  ///
  /// Every access can throw: STATUS_ACCESS_VIOLATION, or what else the fault of a program at that place would be, STATUS_GUARD_PAGE_VIOLATION for
  /// one. As on NT's x86 a single dword need not be aligned. The IRQL is below DISPATCH_LEVEL, and no lock is held.
  struct UserDword {
    private let address: UInt32

    init(_ address: UInt32) { self.address = address }
    /// A parameter that may be left out with a null pointer.
    init?(optional address: UInt32) {
      guard address != 0 else { return nil }
      self.address = address
    }

    /// NT: ProbeAndReadUlong
    @inline(__always)
    func read() throws(Status) -> UInt32 {
      try checkRange()
      return try Self.value(cpu_probe_read32(address))
    }

    /// The dword, which has been found to be writable too. NT: ProbeForWriteUlong
    @inline(__always) @discardableResult
    func probeForWrite() throws(Status) -> UInt32 {
      try checkRange()
      return try Self.value(cpu_probe_update32(address))
    }

    /// NT: ProbeAndWriteUlong
    @inline(__always)
    func write(_ value: UInt32) throws(Status) {
      try checkRange()
      let status = cpu_probe_write32(address, value)
      guard status == 0 else { throw Status(raw: status) }
    }

    /// Hands a result back. A program that takes the place away meanwhile, perhaps with this very call, does not get it; the call has succeeded
    /// all the same.
    @inline(__always)
    func handBack(_ value: UInt32) { _ = cpu_probe_write32(address, value) }

    @inline(__always)
    private func checkRange() throws(Status) {
      guard address < VirtualAddress.userProbe.raw else { throw .accessViolation }
    }

    @inline(__always)
    private static func value(_ result: UInt64) throws(Status) -> UInt32 {
      let status = UInt32(truncatingIfNeeded: result >> 32)
      guard status == 0 else { throw Status(raw: status) }
      return UInt32(truncatingIfNeeded: result)
    }
  }

  /// `bytes` of the calling program's memory from `address` on, both as it passed them.
  struct UserBuffer {
    let address: UInt32
    let bytes: UInt32

    init(_ address: UInt32, bytes: UInt32) {
      self.address = address
      self.bytes = bytes
    }

    /// Judges the numbers alone: STATUS_DATATYPE_MISALIGNMENT first, then STATUS_ACCESS_VIOLATION if not all of it is below the user probe
    /// address. An empty buffer may be anywhere. NT: ProbeForRead
    func probeForRead(alignment: UInt32) throws(Status) {
      guard bytes > 0 else { return }
      guard address & (alignment - 1) == 0 else { throw .datatypeMisalignment }
      let end = VirtualAddress.userProbe.raw
      guard address < end, bytes <= end - address else { throw .accessViolation }
    }

    /// Judges the numbers and then writes to each page, a byte that does not change. NT: ProbeForWrite
    func probeForWrite(alignment: UInt32) throws(Status) {
      try probeForRead(alignment: alignment)
      guard bytes > 0 else { return }
      var page = VirtualAddress(address)
      let last = VirtualAddress(address + (bytes - 1))
      while page <= last {
        let status = cpu_probe_update8(page.raw)
        guard status == 0 else { throw Status(raw: status) }
        page = page.pageBase + pageSize
      }
    }

    /// Copies as many bytes as `value` has from `offset` on. The numbers have been probed, here and below.
    func read<Value: BitwiseCopyable>(_ value: inout Value, at offset: UInt32 = 0) throws(Status) {
      try unsafe withUnsafeMutablePointer(to: &value) { place throws(Status) in
        try copyOut(to: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: UInt32(MemoryLayout<Value>.size), at: offset)
      }
    }

    /// Copies `value` there, from `offset` on.
    func write<Value: BitwiseCopyable>(_ value: Value, at offset: UInt32 = 0) throws(Status) {
      try unsafe withUnsafePointer(to: value) { place throws(Status) in
        try copyIn(from: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: UInt32(MemoryLayout<Value>.size), at: offset)
      }
    }

    /// Copies the first `bytes` bytes of `value` there.
    func writeFirst<Value: BitwiseCopyable>(_ bytes: UInt32, of value: Value) throws(Status) {
      try unsafe withUnsafePointer(to: value) { place throws(Status) in
        try copyIn(from: VirtualAddress(UInt32(UInt(bitPattern: place))), bytes: min(bytes, UInt32(MemoryLayout<Value>.size)), at: 0)
      }
    }

    /// As `write`; a caller that has taken the place away meanwhile does not get it.
    func handBack<Value: BitwiseCopyable>(_ value: Value) { do throws(Status) { try write(value) } catch {} }

    /// From memory of the system.
    func copyIn(from place: VirtualAddress, bytes: UInt32, at offset: UInt32) throws(Status) {
      try Self.check(KiProbeCopy(address &+ offset, place.raw, bytes))
    }

    /// To memory of the system.
    func copyOut(to place: VirtualAddress, bytes: UInt32, at offset: UInt32) throws(Status) {
      try Self.check(KiProbeCopy(place.raw, address &+ offset, bytes))
    }

    func dword(at offset: UInt32) -> UserDword { UserDword(address &+ offset) }

    private static func check(_ result: UInt64) throws(Status) {
      let status = UInt32(truncatingIfNeeded: result >> 32)
      guard status == 0 else { throw Status(raw: status) }
    }
  }
#endif
