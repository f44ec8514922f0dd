#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// What a flat program says of itself in its first five dwords: 'SUSR', entry, end of what the file holds, end of the zeroes behind that, flags.
  struct ProgramHeader {
    static let bytes: UInt32 = 20
    /// Where all programs are loaded.
    static let base = VirtualAddress(0x0040_0000)
    private static let signature: UInt32 = 0x5253_5553
    private static let largeAddressAware: UInt32 = 1 << 0

    let entry: VirtualAddress
    let fileEnd: VirtualAddress
    let end: VirtualAddress
    let isLargeAddressAware: Bool

    /// Reads a file of `bytes` that is mapped at `file`. Throws STATUS_INVALID_IMAGE_FORMAT unless all of it makes sense.
    init(_ file: VirtualAddress, bytes: UInt32) throws(Status) {
      guard bytes >= Self.bytes, cpu_load32(file.raw) == Self.signature else { throw .invalidImageFormat }
      entry = VirtualAddress(cpu_load32(file.raw + 4))
      fileEnd = VirtualAddress(cpu_load32(file.raw + 8))
      end = VirtualAddress(cpu_load32(file.raw + 12))
      let flags = cpu_load32(file.raw + 16)
      isLargeAddressAware = flags & Self.largeAddressAware != 0
      guard flags & ~Self.largeAddressAware == 0, fileEnd > Self.base, fileEnd - Self.base <= bytes else { throw .invalidImageFormat }
      guard entry >= Self.base + Self.bytes, entry < fileEnd, end >= fileEnd, end < Self.highestEnd else { throw .invalidImageFormat }
    }

    /// Room must be left in the smallest address space.
    private static var highestEnd: VirtualAddress { VirtualAddress(0x7000_0000) }
  }
#endif
