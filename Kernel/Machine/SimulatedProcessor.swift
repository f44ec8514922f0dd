#if !os(none)
  import CMachine

  /// A host stand-in for the computer: RAM, CR3, a two-level walk through the page directory, and a TLB that forgets only when told to.
  /// Several host threads may run on it at once when it has no TLB: then each access walks the tables, as on processors of their own.
  @safe public final class Machine: @unchecked Sendable {
    let ram: UnsafeMutablePointer<UInt32>
    public let frames: UInt32
    public private(set) var directory: PageFrameNumber
    /// One word a virtual page: frame, and the bits of `Tlb`; 0 is a miss. Nil if every access walks.
    let tlb: UnsafeMutablePointer<UInt32>?
    private var tlbPages: [UInt32] = []
    /// What the trap handler does on the target: true when the access may be tried again.
    public var faultHandler: ((PageFault) -> Bool)?
    /// Accesses that had to walk the tables.
    public private(set) var walks = 0

    enum Tlb {
      static let present: UInt32 = 1
      static let writable: UInt32 = 2
    }

    /// RAM is filled with a pattern: nothing may rely on finding zeroes.
    public init(frames: UInt32, hasTlb: Bool = true) {
      self.frames = frames
      let words = Int(frames) * 1024
      unsafe ram = .allocate(capacity: words)
      unsafe ram.initialize(repeating: 0xDEAD_BEEF, count: words)
      directory = PageFrameNumber(0)
      unsafe tlb = hasTlb ? .allocate(capacity: 1 << 20) : nil
      unsafe tlb?.initialize(repeating: 0, count: 1 << 20)
    }
    deinit {
      unsafe ram.deallocate()
      unsafe tlb?.deallocate()
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

    // MARK: Memory that may fault

    public func read32(_ address: VirtualAddress) -> UInt32 { unsafe cpu_atomic_load(find(address, .read)) }
    public func write32(_ address: VirtualAddress, _ value: UInt32) { unsafe cpu_atomic_store(find(address, .write), value) }

    /// What a program in ring 3 does: the answer to a fault that cannot be resolved is nil or false.
    public func userRead32(_ address: VirtualAddress) -> UInt32? {
      guard let place = unsafe findForUser(address, .read) else { return nil }
      return unsafe cpu_atomic_load(place)
    }
    public func userWrite32(_ address: VirtualAddress, _ value: UInt32) -> Bool {
      guard let place = unsafe findForUser(address, .write) else { return false }
      unsafe cpu_atomic_store(place, value)
      return true
    }
    public func touch(_ address: VirtualAddress) { _ = read32(word(address)) }

    // MARK: Translation

    /// PTEs are read by every processor's walk while others write theirs.
    public subscript(entry: PteAddress) -> Pte {
      get { Pte(raw: unsafe cpu_atomic_load(mustFind(entry.asVirtual, write: false))) }
      set { unsafe cpu_atomic_store(mustFind(entry.asVirtual, write: true), newValue.raw) }
    }
    public func invalidate(_ address: VirtualAddress) { unsafe tlb?[Int(address.page)] = 0 }
    public func invalidateAll() {
      for page in tlbPages { unsafe tlb?[Int(page)] = 0 }
      tlbPages.removeAll(keepingCapacity: true)
    }

    /// Goes over to another address space, whose system half is the same; every translation is forgotten.
    public func switchDirectory(to directory: PageFrameNumber) {
      self.directory = directory
      invalidateAll()
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
      self.directory = directory
      invalidateAll()
    }

    // MARK: The walk

    func physical(_ address: PhysicalAddress) -> UnsafeMutablePointer<UInt32> {
      precondition(address.frame.raw < frames, "no RAM at physical \(String(address.raw, radix: 16))")
      return unsafe ram + Int(address.raw >> 2)
    }

    private func word(_ address: VirtualAddress) -> VirtualAddress { VirtualAddress(address.raw & ~3) }
    private func shift(_ address: VirtualAddress) -> UInt32 { (address.raw & 3) * 8 }

    private func mustFind(_ address: VirtualAddress, write: Bool) -> UnsafeMutablePointer<UInt32> {
      guard let place = unsafe translate(address, write: write) else {
        fatalError("page fault in memory that must be there: \(write ? "write" : "read") of \(String(address.raw, radix: 16))")
      }
      return unsafe place
    }

    private func find(_ address: VirtualAddress, _ access: PageFault.Access) -> UnsafeMutablePointer<UInt32> {
      while true {
        if let place = unsafe translate(address, write: access == .write) { return unsafe place }
        let fault = PageFault(address: address, access: access, isProtectionViolation: isPresent(address))
        precondition(faultHandler?(fault) == true, "unresolved \(fault)")
      }
    }

    private func findForUser(_ address: VirtualAddress, _ access: PageFault.Access) -> UnsafeMutablePointer<UInt32>? {
      while true {
        if isForUser(address), let place = unsafe translate(address, write: access == .write) { return unsafe place }
        let fault = PageFault(address: address, access: access, mode: .user, isProtectionViolation: isPresent(address))
        guard faultHandler?(fault) == true else { return nil }
      }
    }

    /// Both levels have the user bit; an absent translation is not forbidden.
    private func isForUser(_ address: VirtualAddress) -> Bool {
      let pde = Pte(raw: unsafe cpu_atomic_load(physical(PhysicalAddress(directory.address.raw + (address.raw >> 22) << 2))))
      guard pde.isValid, !pde.isLarge else { return pde.isUser || !pde.isValid }
      let pte = Pte(raw: unsafe cpu_atomic_load(physical(PhysicalAddress(pde.frame.address.raw + (address.page & 0x3FF) << 2))))
      return !pte.isValid || (pde.isUser && pte.isUser)
    }

    private func isPresent(_ address: VirtualAddress) -> Bool { unsafe translate(address, write: false) != nil }

    private func translate(_ address: VirtualAddress, write: Bool) -> UnsafeMutablePointer<UInt32>? {
      let page = Int(address.page)
      if let tlb = unsafe tlb {
        let entry = unsafe tlb[page]
        if entry & Tlb.present != 0 && (!write || entry & Tlb.writable != 0) {
          return unsafe physical(PhysicalAddress(entry & ~(pageSize - 1) | address.pageOffset & ~3))
        }
      }
      guard let entry = walk(address, write: write) else { return nil }
      if unsafe tlb != nil {
        unsafe tlb![page] = entry
        tlbPages.append(address.page)
      }
      return unsafe physical(PhysicalAddress(entry & ~(pageSize - 1) | address.pageOffset & ~3))
    }

    /// Sets accessed and dirty bits as the processor does, and returns what the TLB keeps. CR0.WP is on.
    private func walk(_ address: VirtualAddress, write: Bool) -> UInt32? {
      if unsafe tlb != nil { walks += 1 }
      let pdePlace = unsafe physical(PhysicalAddress(directory.address.raw + (address.raw >> 22) << 2))
      let pde = Pte(raw: unsafe cpu_atomic_load(pdePlace))
      guard pde.isValid, !write || pde.isWritable else { return nil }
      if pde.isLarge {
        unsafe mark(pdePlace, pde, write: write)
        return (pde.frame.raw + address.page & 0x3FF) << 12 | Tlb.present | (pde.isWritable && (write || pde.isDirty) ? Tlb.writable : 0)
      }
      let ptePlace = unsafe physical(PhysicalAddress(pde.frame.address.raw + (address.page & 0x3FF) << 2))
      let pte = Pte(raw: unsafe cpu_atomic_load(ptePlace))
      guard pte.isValid, !write || pte.isWritable else { return nil }
      unsafe mark(pdePlace, pde, write: false)
      unsafe mark(ptePlace, pte, write: write)
      // A clean page is entered as read-only, so that the first write walks again and sets the dirty bit.
      return pte.frame.address.raw | Tlb.present | (pte.isWritable && (write || pte.isDirty) ? Tlb.writable : 0)
    }

    private func mark(_ place: UnsafeMutablePointer<UInt32>, _ entry: Pte, write: Bool) {
      if !entry.isAccessed { unsafe cpu_atomic_or(place, 0x20) }
      if write && !entry.isDirty { unsafe cpu_atomic_or(place, 0x40) }
    }
  }
#endif
