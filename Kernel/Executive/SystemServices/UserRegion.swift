#if os(none)
  import MemoryManager

  /// The two pointers by which a service takes a region of address space and hands back what it made of it. NT: BaseAddress and RegionSize
  struct UserRegion {
    private let base: UserDword
    private let size: UserDword

    init(_ base: UInt32, _ size: UInt32) {
      self.base = UserDword(base)
      self.size = UserDword(size)
    }

    /// Both are found to be writable before either counts.
    @inline(__always)
    func capture() throws(Status) -> MemoryRegion {
      let base = try base.probeForWrite()
      return MemoryRegion(base: base, size: try size.probeForWrite())
    }

    @inline(__always)
    func handBack(_ region: MemoryRegion) {
      size.handBack(region.size)
      base.handBack(region.base)
    }
  }
#endif
