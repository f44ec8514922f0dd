#if !os(none)
  import CMachine
  import Glibc

  /// A host stand-in for the computer: RAM, CR3, a two-level walk through the page directory, and a TLB that forgets only when told to.
  ///
  /// Several host threads may run on it at once when it has no TLB: each is a processor with a CR3 of its own, whose every access walks the tables.
  @safe public final class Machine: @unchecked Sendable {
    let ram: UnsafeMutablePointer<UInt32>
    public let frames: UInt32
    /// Where every processor's CR3 points at first.
    var firstDirectory: PageFrameNumber
    /// Nil if every access walks.
    let tlb: SimulatedTlb?
    /// What the trap handler does on the target: true when the access may be tried again.
    public var faultHandler: ((PageFault) -> Bool)?
    /// Accesses that had to walk the tables.
    public internal(set) var walks = 0
    /// Held shared by a program's access from its walk to its end: invalidating a translation waits for those under way, as processors wait for
    /// each other's answers to it. Nil with a TLB: then there is one processor.
    let accesses: UnsafeMutablePointer<pthread_rwlock_t>?

    /// RAM is filled with a pattern: nothing may rely on finding zeroes.
    public init(frames: UInt32, hasTlb: Bool = true) {
      self.frames = frames
      let words = Int(frames) * 1024
      unsafe ram = .allocate(capacity: words)
      unsafe ram.initialize(repeating: 0xDEAD_BEEF, count: words)
      firstDirectory = PageFrameNumber(0)
      tlb = hasTlb ? SimulatedTlb() : nil
      unsafe accesses = hasTlb ? nil : .allocate(capacity: 1)
      if let accesses = unsafe accesses { unsafe pthread_rwlock_init(accesses, nil) }
    }
    deinit {
      forgetDirectory()
      unsafe ram.deallocate()
      unsafe accesses?.deallocate()
    }

    // MARK: Memory that is there

    public func load32(_ address: VirtualAddress) -> UInt32 { unsafe mustFind(address, write: false).pointee }
    public func store32(_ address: VirtualAddress, _ value: UInt32) { unsafe mustFind(address, write: true).pointee = value }
    /// A dword that another processor may read without the lock under which it is written.
    public func loadShared32(_ address: VirtualAddress) -> UInt32 { unsafe cpu_atomic_load(mustFind(address, write: false)) }
    public func storeShared32(_ address: VirtualAddress, _ value: UInt32) { unsafe cpu_atomic_store(mustFind(address, write: true), value) }
    public func load16(_ address: VirtualAddress) -> UInt16 { UInt16(truncatingIfNeeded: load32(word(address)) >> shift(address)) }
    public func store16(_ address: VirtualAddress, _ value: UInt16) {
      let rest = load32(word(address)) & ~(0xFFFF << shift(address))
      store32(word(address), rest | UInt32(value) << shift(address))
    }
    public func load8(_ address: VirtualAddress) -> UInt8 { UInt8(truncatingIfNeeded: load32(word(address)) >> shift(address)) }
    public func add32(_ address: VirtualAddress, _ value: UInt32) { unsafe cpu_atomic_add(mustFind(address, write: true), value) }
    /// `bytes` is a multiple of 4.
    public func zero(_ address: VirtualAddress, bytes: UInt32) {
      for offset in stride(from: 0, to: bytes, by: 4) { store32(address + offset, 0) }
    }
    /// `bytes` is a multiple of 4.
    public func copy(to: VirtualAddress, from: VirtualAddress, bytes: UInt32) {
      for offset in stride(from: 0, to: bytes, by: 4) { store32(to + offset, load32(from + offset)) }
    }

    private func mustFind(_ address: VirtualAddress, write: Bool) -> UnsafeMutablePointer<UInt32> {
      guard let place = unsafe translate(address, write: write) else {
        fatalError("page fault in memory that must be there: \(write ? "write" : "read") of \(String(address.raw, radix: 16))")
      }
      return unsafe place
    }

    // MARK: Memory that may fault

    public func read32(_ address: VirtualAddress) -> UInt32 { unsafe cpu_atomic_load(find(address, .read)) }
    public func write32(_ address: VirtualAddress, _ value: UInt32) { unsafe cpu_atomic_store(find(address, .write), value) }
    public func touch(_ address: VirtualAddress) { _ = read32(word(address)) }

    private func word(_ address: VirtualAddress) -> VirtualAddress { VirtualAddress(address.raw & ~3) }
    private func shift(_ address: VirtualAddress) -> UInt32 { (address.raw & 3) * 8 }

    private func find(_ address: VirtualAddress, _ access: PageFault.Access) -> UnsafeMutablePointer<UInt32> {
      while true {
        if let place = unsafe translate(address, write: access == .write) { return unsafe place }
        let fault = PageFault(address: address, access: access, isProtectionViolation: isPresent(address))
        precondition(faultHandler?(fault) == true, "unresolved \(fault)")
      }
    }

    // MARK: What a program in ring 3 does

    /// Nil if the fault cannot be resolved.
    public func userRead32(_ address: VirtualAddress) -> UInt32? { access(address, storing: nil) }
    /// False if the fault cannot be resolved.
    public func userWrite32(_ address: VirtualAddress, _ value: UInt32) -> Bool { access(address, storing: value) != nil }

    /// Reads the dword, or writes one; returns it.
    private func access(_ address: VirtualAddress, storing value: UInt32?) -> UInt32? {
      while true {
        if let result = tryAccess(address, storing: value) { return result }
        let access: PageFault.Access = value == nil ? .read : .write
        let fault = PageFault(address: address, access: access, mode: .user, isProtectionViolation: isPresent(address))
        guard faultHandler?(fault) == true else { return nil }
      }
    }

    /// Nil is a page fault.
    private func tryAccess(_ address: VirtualAddress, storing value: UInt32?) -> UInt32? {
      if let accesses = unsafe accesses { unsafe pthread_rwlock_rdlock(accesses) }
      defer { if let accesses = unsafe accesses { unsafe pthread_rwlock_unlock(accesses) } }
      guard isForUser(address), let place = unsafe translate(address, write: value != nil) else { return nil }
      guard let value else { return unsafe cpu_atomic_load(place) }
      unsafe cpu_atomic_store(place, value)
      return value
    }

    // MARK: Before the kernel's own page directory

    public static var bootWindowBytes: UInt32 { 512 << 20 }
    public func loadPhysical(_ address: PhysicalAddress) -> UInt32 { unsafe physical(address).pointee }
    public func storePhysical(_ address: PhysicalAddress, _ value: UInt32) { unsafe physical(address).pointee = value }
    public func zeroPhysical(_ frame: PageFrameNumber) {
      for offset in stride(from: 0, to: pageSize, by: 4) { storePhysical(PhysicalAddress(frame.address.raw + offset), 0) }
    }
    public func activate(directory: PageFrameNumber, movingData pages: UInt32, from: PageFrameNumber, to: PageFrameNumber) {
      for offset in stride(from: 0, to: pages * pageSize, by: 4) {
        storePhysical(PhysicalAddress(to.address.raw + offset), loadPhysical(PhysicalAddress(from.address.raw + offset)))
      }
      firstDirectory = directory
      switchDirectory(to: directory)
    }

    func physical(_ address: PhysicalAddress) -> UnsafeMutablePointer<UInt32> {
      precondition(address.frame.raw < frames, "no RAM at physical \(String(address.raw, radix: 16))")
      return unsafe ram + Int(address.raw >> 2)
    }
  }
#endif
