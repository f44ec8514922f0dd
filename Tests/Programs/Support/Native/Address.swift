#if os(none)
  import CNative

  /// Bytes in a page.
  package let pageSize: UInt32 = 4096
  /// Where an allocation begins: at a multiple of it.
  package let allocationGranularity: UInt32 = 65_536

  /// An address in the 4 GB that a program sees; what is there may be missing, read-only or the kernel's.
  package struct Address: Equatable, Comparable, Sendable {
    package var raw: UInt32
    package init(_ raw: UInt32) { self.raw = raw }

    package static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
    package static func + (a: Self, bytes: UInt32) -> Self { Self(a.raw &+ bytes) }
    package static func - (a: Self, b: Self) -> UInt32 { a.raw &- b.raw }

    package static let null = Self(0)
    /// The first byte that belongs to the kernel, whatever the boot options.
    package static let kernel = Self(0xC000_0000)
    package var pageBase: Self { Self(raw & ~(pageSize &- 1)) }

    /// The dword here. Whoever reads what is not there ends as a process.
    package func load() -> UInt32 { native_load32(raw) }
    package func store(_ value: UInt32) { native_store32(raw, value) }
    package func loadByte() -> UInt8 { native_load8(raw) }
    package func storeByte(_ value: UInt8) { native_store8(raw, value) }
    /// Writes `value` into each dword of so many bytes.
    package func fill(_ value: UInt32, bytes: UInt32) { native_fill32(raw, value, bytes >> 2) }
  }

  /// A range of addresses, as services take it and hand it back.
  package struct Region: Equatable, Sendable {
    package var base: Address
    package var size: UInt32
    package init(_ base: Address, _ size: UInt32) {
      self.base = base
      self.size = size
    }
    /// Wherever there is room.
    package init(size: UInt32) { self.init(.null, size) }
    package var end: Address { base + size }

    /// Calls `body` with the first byte of each page.
    package func forEachPage(_ body: (Address) -> Void) {
      var page = base.pageBase
      while page - base.pageBase < size {
        body(page)
        page = page + pageSize
      }
    }
  }
#endif
