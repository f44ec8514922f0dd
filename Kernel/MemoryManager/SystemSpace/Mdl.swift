import Machine

/// A buffer, described by the page frames it lies in, so that a device can reach it: a view on nonpaged memory. NT: MDL
///
/// | offset | what |
/// |---|---|
/// | 00 | the next MDL of a chain |
/// | 04 | bytes of the MDL itself (16 bits), flags (16 bits) |
/// | 08 | the process that the buffer belongs to; 0 for the system's |
/// | 0C | where the system sees the buffer, if a flag says that it does |
/// | 10 | the address of the page that the buffer begins in |
/// | 14 | bytes of the buffer |
/// | 18 | the offset of its first byte in that page |
/// | 1C | the page frame numbers, a dword each |
package struct Mdl {
  package static var headerBytes: UInt32 { 0x1C }
  /// The size of the MDL has 16 bits.
  package static var largestPages: UInt32 { (0xFFFF - headerBytes) / 4 }
  private let machine: Machine
  package let address: VirtualAddress

  /// The MDL that was initialized at `address`.
  package init(_ machine: Machine, _ address: VirtualAddress) {
    self.machine = machine
    self.address = address
  }

  /// Makes an MDL at `address`, which has `size(of:bytes:)` bytes, for a buffer whose frames are not filled in yet. Of a buffer that no one maps, only
  /// the offset of `buffer` in its page counts. nil if no MDL can describe it. NT: MmInitializeMdl
  package init?(_ machine: Machine, _ address: VirtualAddress, for buffer: VirtualAddress, bytes: UInt32) {
    guard let size = Self.size(of: buffer, bytes: bytes) else { return nil }
    self.init(machine, address)
    next = VirtualAddress(0)
    machine.store16(address + 4, UInt16(truncatingIfNeeded: size))
    flags = []
    process = VirtualAddress(0)
    mappedSystemAddress = VirtualAddress(0)
    machine.store32(address + 0x10, buffer.pageBase.raw)
    machine.store32(address + 0x14, bytes)
    machine.store32(address + 0x18, buffer.pageOffset)
  }

  /// The bytes of an MDL for `bytes` from `buffer` on; nil if that wraps around or is too much for one. NT: MmSizeOfMdl
  package static func size(of buffer: VirtualAddress, bytes: UInt32) -> UInt32? {
    guard bytes == 0 || bytes - 1 <= UInt32.max - buffer.raw else { return nil }
    let pages = pages(offset: buffer.pageOffset, bytes: bytes)
    return pages <= largestPages ? headerBytes + pages * 4 : nil
  }

  /// NT: ADDRESS_AND_SIZE_TO_SPAN_PAGES
  private static func pages(offset: UInt32, bytes: UInt32) -> UInt32 {
    bytes >> 12 + (bytes & (pageSize - 1) + offset + (pageSize - 1)) >> 12
  }

  // MARK: Fields

  package var next: VirtualAddress {
    get { VirtualAddress(machine.load32(address)) }
    nonmutating set { machine.store32(address, newValue.raw) }
  }
  /// Bytes of the MDL itself.
  package var size: UInt16 { machine.load16(address + 4) }
  package var flags: MdlFlags {
    get { MdlFlags(rawValue: machine.load16(address + 6)) }
    nonmutating set { machine.store16(address + 6, newValue.rawValue) }
  }
  package var process: VirtualAddress {
    get { VirtualAddress(machine.load32(address + 8)) }
    nonmutating set { machine.store32(address + 8, newValue.raw) }
  }
  package var mappedSystemAddress: VirtualAddress {
    get { VirtualAddress(machine.load32(address + 0xC)) }
    nonmutating set { machine.store32(address + 0xC, newValue.raw) }
  }
  package var start: VirtualAddress { VirtualAddress(machine.load32(address + 0x10)) }
  package var byteCount: UInt32 { machine.load32(address + 0x14) }
  package var byteOffset: UInt32 { machine.load32(address + 0x18) }

  /// The first byte of the buffer. NT: MmGetMdlVirtualAddress
  package var buffer: VirtualAddress { start + byteOffset }
  /// How many frames the buffer lies in.
  package var pageCount: UInt32 { Self.pages(offset: byteOffset, bytes: byteCount) }

  /// The frame of a page of the buffer, from 0 up to `pageCount`. NT: MmGetMdlPfnArray
  package subscript(page: UInt32) -> PageFrameNumber {
    get { PageFrameNumber(machine.load32(address + Self.headerBytes + page * 4)) }
    nonmutating set { machine.store32(address + Self.headerBytes + page * 4, newValue.raw) }
  }
}

/// NT: MDL_MAPPED_TO_SYSTEM_VA and so on
package struct MdlFlags: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static var mappedToSystemAddress: Self { Self(rawValue: 0x0001) }
  /// The frames are filled in, and stay the buffer's until someone takes the flag away.
  package static var pagesLocked: Self { Self(rawValue: 0x0002) }
  /// The frames are filled in, and the buffer is seen where it is.
  package static var sourceIsNonpagedPool: Self { Self(rawValue: 0x0004) }
  package static var allocatedFixedSize: Self { Self(rawValue: 0x0008) }
  package static var partial: Self { Self(rawValue: 0x0010) }
  package static var partialHasBeenMapped: Self { Self(rawValue: 0x0020) }
  package static var ioPageRead: Self { Self(rawValue: 0x0040) }
  package static var writeOperation: Self { Self(rawValue: 0x0080) }
  package static var parentMappedSystemAddress: Self { Self(rawValue: 0x0100) }
  package static var freeExtraPtes: Self { Self(rawValue: 0x0200) }
  package static var describesAwe: Self { Self(rawValue: 0x0400) }
  package static var ioSpace: Self { Self(rawValue: 0x0800) }
  package static var networkHeader: Self { Self(rawValue: 0x1000) }
  package static var mappingCanFail: Self { Self(rawValue: 0x2000) }
  package static var allocatedMustSucceed: Self { Self(rawValue: 0x4000) }
}

extension MemoryManager {
  /// Fills in the frames of a buffer that is always there. False, and the MDL says nothing of frames, when a page of it is not.
  /// NT: MmBuildMdlForNonPagedPool
  package func buildMdlForNonpagedPool(_ mdl: Mdl) -> Bool {
    for page in 0..<mdl.pageCount {
      guard let physical = physicalAddress(of: mdl.start + page * pageSize) else { return false }
      mdl[page] = physical.frame
    }
    mdl.process = VirtualAddress(0)
    mdl.mappedSystemAddress = mdl.buffer
    mdl.flags.insert(.sourceIsNonpagedPool)
    return true
  }
}
