/// Bytes in a page of the i686.
public let pageSize: UInt32 = 4096
/// Pages that one page table maps: 4 MB.
public let pagesPerTable: UInt32 = 1024

/// A linear address of the 32-bit machine. Never converted to `Int`.
public struct VirtualAddress: Equatable, Comparable, Hashable, Sendable {
  public let raw: UInt32
  public init(_ raw: UInt32) { self.raw = raw }

  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
  public static func + (a: Self, bytes: UInt32) -> Self { Self(a.raw &+ bytes) }
  /// Bytes from `b` up to `a`.
  public static func - (a: Self, b: Self) -> UInt32 { a.raw &- b.raw }

  public var pageBase: Self { Self(raw & ~(pageSize - 1)) }
  public var pageOffset: UInt32 { raw & (pageSize - 1) }
  public var isPageAligned: Bool { pageOffset == 0 }
  /// The virtual page number.
  public var page: UInt32 { raw >> 12 }

  /// The page-table entry that maps this address, seen through the self-map at directory index 0x300. NT: MiGetPteAddress
  public var pte: PteAddress { PteAddress(raw: 0xC000_0000 | (raw >> 10) & 0x003F_FFFC) }
  /// The page-directory entry: the PTE of the PTE. NT: MiGetPdeAddress
  public var pde: PteAddress { PteAddress(raw: 0xC030_0000 | (raw >> 20) & 0xFFC) }
}

/// Where a PTE (or, in the page at C0300000, a PDE) lives inside the self-map window.
public struct PteAddress: Equatable, Comparable, Hashable, Sendable {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
  public static func + (a: Self, entries: UInt32) -> Self { Self(raw: a.raw &+ entries << 2) }
  public static func - (a: Self, entries: UInt32) -> Self { Self(raw: a.raw &- entries << 2) }
  /// Entries from `b` up to `a`.
  public static func - (a: Self, b: Self) -> UInt32 { (a.raw &- b.raw) >> 2 }
  public var previous: Self { Self(raw: raw &- 4) }
  public var asVirtual: VirtualAddress { VirtualAddress(raw) }
  /// The first byte that this entry maps. NT: MiGetVirtualAddressMappedByPte
  public var mapped: VirtualAddress { VirtualAddress(raw << 10) }
  /// Of a directory entry: the first entry of the page table it names.
  public var table: PteAddress { PteAddress(raw: mapped.raw) }
  /// The entry that maps the page table this entry is in.
  public var container: PteAddress { asVirtual.pte }
}

/// A byte of the 4 GB that a non-PAE processor can address.
public struct PhysicalAddress: Equatable, Comparable, Sendable {
  public let raw: UInt32
  public init(_ raw: UInt32) { self.raw = raw }
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
  public var frame: PageFrameNumber { PageFrameNumber(raw >> 12) }
}

/// The number of a physical page. NT: PFN_NUMBER
public struct PageFrameNumber: Equatable, Comparable, Hashable, Sendable {
  public let raw: UInt32
  public init(_ raw: UInt32) { self.raw = raw }
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
  public static func + (a: Self, pages: UInt32) -> Self { Self(a.raw &+ pages) }
  public var address: PhysicalAddress { PhysicalAddress(raw << 12) }
  /// The end of a page list. NT: MM_EMPTY_LIST
  public static let none = PageFrameNumber(0xFFFF_FFFF)
}
