#if os(none)
  import CMachine

  /// The i686 the kernel runs on. It has no stored state: every method is one or two instructions.
  public struct Machine: Sendable {
    public init() {}

    // MARK: Memory that is there

    public func load32(_ address: VirtualAddress) -> UInt32 { cpu_load32(address.raw) }
    public func store32(_ address: VirtualAddress, _ value: UInt32) { cpu_store32(address.raw, value) }
    /// A dword that another processor may read without the lock under which it is written.
    public func loadShared32(_ address: VirtualAddress) -> UInt32 { cpu_load32(address.raw) }
    public func storeShared32(_ address: VirtualAddress, _ value: UInt32) { cpu_store32(address.raw, value) }
    public func load16(_ address: VirtualAddress) -> UInt16 { cpu_load16(address.raw) }
    public func store16(_ address: VirtualAddress, _ value: UInt16) { cpu_store16(address.raw, value) }
    public func load8(_ address: VirtualAddress) -> UInt8 { cpu_load8(address.raw) }
    public func add32(_ address: VirtualAddress, _ value: UInt32) { cpu_add32(address.raw, value) }
    /// `bytes` is a multiple of 4.
    public func zero(_ address: VirtualAddress, bytes: UInt32) { cpu_fill32(address.raw, 0, bytes >> 2) }
    /// `bytes` is a multiple of 4.
    public func copy(to: VirtualAddress, from: VirtualAddress, bytes: UInt32) { cpu_copy32(to.raw, from.raw, bytes >> 2) }

    // MARK: Memory that may fault

    public func read32(_ address: VirtualAddress) -> UInt32 { cpu_load32_may_fault(address.raw) }
    public func write32(_ address: VirtualAddress, _ value: UInt32) { cpu_store32_may_fault(address.raw, value) }
    public func touch(_ address: VirtualAddress) { _ = cpu_load8_may_fault(address.raw) }

    // MARK: Translation

    public subscript(entry: PteAddress) -> Pte {
      get { Pte(raw: cpu_load32(entry.raw)) }
      nonmutating set { cpu_store32(entry.raw, newValue.raw) }
    }
    public func invalidate(_ address: VirtualAddress) { cpu_invlpg(address.raw) }
    public func invalidateAll() { cpu_set_cr3(cpu_cr3()) }
    public var directory: PageFrameNumber { PhysicalAddress(cpu_cr3()).frame }
    /// Goes over to another address space, whose system half is the same; every translation is forgotten.
    public func switchDirectory(to directory: PageFrameNumber) { cpu_set_cr3(directory.address.raw) }

    // MARK: Before the kernel's own page directory

    /// Physical memory below 512 MB, through the window that the boot code maps.
    public static var bootWindowBytes: UInt32 { 512 << 20 }
    private var bootWindow: UInt32 { SystemLayout.bootWindow.raw }
    public func loadPhysical(_ address: PhysicalAddress) -> UInt32 { cpu_load32(address.raw &+ bootWindow) }
    public func storePhysical(_ address: PhysicalAddress, _ value: UInt32) { cpu_store32(address.raw &+ bootWindow, value) }
    public func zeroPhysical(_ frame: PageFrameNumber) { cpu_fill32(frame.address.raw &+ bootWindow, 0, pageSize >> 2) }
    /// Copies `pages` pages of the running kernel's data from one place of RAM to another and makes `directory` the page directory, in one
    /// step: nothing the kernel writes falls between. The boot window maps both places.
    public func activate(directory: PageFrameNumber, movingData pages: UInt32, from: PageFrameNumber, to: PageFrameNumber) {
      cpu_activate(directory.address.raw, to.address.raw &+ bootWindow, from.address.raw &+ bootWindow, pages << 10)
    }
  }
#endif
