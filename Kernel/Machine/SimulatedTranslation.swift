#if !os(none)
  import CMachine
  import Glibc

  /// CR3, the walk through the page tables, and the TLB.
  extension Machine {
    // MARK: Entries

    /// PTEs are read by every processor's walk while others write theirs.
    public subscript(entry: PteAddress) -> Pte {
      get { Pte(raw: unsafe cpu_atomic_load(place(entry, write: false))) }
      set { unsafe cpu_atomic_store(place(entry, write: true), newValue.raw) }
    }

    private func place(_ entry: PteAddress, write: Bool) -> UnsafeMutablePointer<UInt32> {
      guard let place = unsafe translate(entry.asVirtual, write: write) else { fatalError("no page table for \(entry.mapped)") }
      return unsafe place
    }

    // MARK: What the TLB keeps

    /// The translation is used no more when this returns: accesses of other processors that found it have ended.
    public func invalidate(_ address: VirtualAddress) {
      tlb?.forget(address.page)
      if let accesses = unsafe accesses {
        unsafe pthread_rwlock_wrlock(accesses)
        unsafe pthread_rwlock_unlock(accesses)
      }
    }
    public func invalidateAll() { tlb?.forgetAll() }

    /// Looks at memory without leaving a trace in the TLB: what `body` does, a check between two steps, is not part of what is simulated.
    public func observe<Result>(_ body: () -> Result) -> Result {
      guard let tlb else { return body() }
      let before = walks
      defer { walks = before }
      return tlb.apart(body)
    }

    // MARK: CR3

    private var identity: UInt64 { UInt64(UInt(bitPattern: ObjectIdentifier(self))) }

    /// What this host thread's CR3 holds.
    public var directory: PageFrameNumber {
      let cr3 = unsafe cpu_simulated_cr3()!
      return unsafe cr3.pointee.computer == identity ? PageFrameNumber(cr3.pointee.directory) : firstDirectory
    }

    /// Goes over to another address space, whose system half is the same; every translation is forgotten. A host thread is a processor of one
    /// computer until it is back at the first directory.
    public func switchDirectory(to directory: PageFrameNumber) {
      let cr3 = unsafe cpu_simulated_cr3()!
      unsafe precondition(cr3.pointee.computer == 0 || cr3.pointee.computer == identity, "this thread is a processor of another computer")
      unsafe cr3.pointee = SimulatedCr3(computer: directory == firstDirectory ? 0 : identity, directory: directory.raw)
      invalidateAll()
    }

    func forgetDirectory() {
      let cr3 = unsafe cpu_simulated_cr3()!
      if unsafe cr3.pointee.computer == identity { unsafe cr3.pointee.computer = 0 }
    }

    // MARK: The walk

    func isPresent(_ address: VirtualAddress) -> Bool { unsafe translate(address, write: false) != nil }

    /// Both levels have the user bit; an absent translation is not forbidden.
    func isForUser(_ address: VirtualAddress) -> Bool {
      let pde = Pte(raw: unsafe cpu_atomic_load(entry(address.raw >> 22, of: directory)))
      guard pde.isValid, !pde.isLarge else { return pde.isUser || !pde.isValid }
      let pte = Pte(raw: unsafe cpu_atomic_load(entry(address.page & 0x3FF, of: pde.frame)))
      return !pte.isValid || (pde.isUser && pte.isUser)
    }

    func translate(_ address: VirtualAddress, write: Bool) -> UnsafeMutablePointer<UInt32>? {
      guard let tlb else { return unsafe walk(address, write: write).map { unsafe physical($0, address) } }
      if let entry = tlb.find(address.page, write: write) { return unsafe physical(entry, address) }
      walks += 1
      guard let entry = walk(address, write: write) else { return nil }
      tlb.learn(address.page, entry)
      return unsafe physical(entry, address)
    }

    private func physical(_ entry: UInt32, _ address: VirtualAddress) -> UnsafeMutablePointer<UInt32> {
      unsafe physical(PhysicalAddress(entry & ~(pageSize - 1) | address.pageOffset & ~3))
    }
    private func entry(_ index: UInt32, of table: PageFrameNumber) -> UnsafeMutablePointer<UInt32> {
      unsafe physical(PhysicalAddress(table.address.raw + index << 2))
    }

    /// Sets accessed and dirty bits as the processor does, and returns what the TLB keeps. CR0.WP is on.
    private func walk(_ address: VirtualAddress, write: Bool) -> UInt32? {
      let pdePlace = unsafe entry(address.raw >> 22, of: directory)
      let pde = Pte(raw: unsafe cpu_atomic_load(pdePlace))
      guard pde.isValid, !write || pde.isWritable else { return nil }
      if pde.isLarge {
        guard unsafe mark(pdePlace, pde, write: write) else { return walk(address, write: write) }
        return (pde.frame.raw + address.page & 0x3FF) << 12 | SimulatedTlb.present
          | (pde.isWritable && (write || pde.isDirty) ? SimulatedTlb.writable : 0)
      }
      let ptePlace = unsafe entry(address.page & 0x3FF, of: pde.frame)
      let pte = Pte(raw: unsafe cpu_atomic_load(ptePlace))
      guard pte.isValid, !write || pte.isWritable else { return nil }
      guard unsafe mark(pdePlace, pde, write: false), unsafe mark(ptePlace, pte, write: write) else { return walk(address, write: write) }
      // A clean page is entered as read-only, so that the first write walks again and sets the dirty bit.
      return pte.frame.address.raw | SimulatedTlb.present | (pte.isWritable && (write || pte.isDirty) ? SimulatedTlb.writable : 0)
    }

    /// False if the entry is no longer what it was: then the walk begins again. An entry that is not valid any more is never marked.
    private func mark(_ place: UnsafeMutablePointer<UInt32>, _ entry: Pte, write: Bool) -> Bool {
      let marked = entry.raw | 0x20 | (write ? 0x40 : 0)
      return unsafe marked == entry.raw || cpu_replace(place, entry.raw, marked)
    }
  }
#endif
