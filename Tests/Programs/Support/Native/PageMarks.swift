#if os(none)
  /// Bytes by which a page is known again: dwords that each know their own address, whose they are, and which writing of them it was. They lie 32 bytes
  /// apart, and where differs from page to page: of eight pages in a row every dword of a page is one of them.
  package struct PageMarks {
    private let seed: UInt32
    private static let spacing = 32
    package init(seed: UInt32) { self.seed = seed }
    package init(seed: UInt32, pass: UInt32) { self.seed = seed ^ pass &* 0xC2B2_AE35 }

    package func write(_ page: Address) {
      for offset in Self.offsets(page) { (page + offset).store(mark(page + offset)) }
    }

    private static func offsets(_ page: Address) -> StrideTo<UInt32> { stride(from: (page.raw >> 12 & 7) << 2, to: pageSize, by: spacing) }

    package func areIn(_ page: Address) -> Bool { firstWrong(in: page) == nil }

    /// Where something else is than was written.
    package func firstWrong(in page: Address) -> Address? {
      for offset in Self.offsets(page) where (page + offset).load() != mark(page + offset) {
        return page + offset
      }
      return nil
    }

    package func mark(_ address: Address) -> UInt32 { (address.raw ^ seed &* 0x85EB_CA6B) &* 0x9E37_79B1 }
  }
#endif
