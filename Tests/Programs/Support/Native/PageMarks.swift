#if os(none)
  /// Bytes by which a page is known again: dwords that each know their own address, whose they are, and which writing of them it was.
  package struct PageMarks {
    private let seed: UInt32
    private static let spacing = 32
    package init(seed: UInt32) { self.seed = seed }
    package init(seed: UInt32, pass: UInt32) { self.seed = seed ^ pass &* 0xC2B2_AE35 }

    package func write(_ page: Address) {
      for offset in stride(from: UInt32(0), to: pageSize, by: Self.spacing) { (page + offset).store(mark(page + offset)) }
    }

    package func areIn(_ page: Address) -> Bool { firstWrong(in: page) == nil }

    /// Where something else is than was written.
    package func firstWrong(in page: Address) -> Address? {
      for offset in stride(from: UInt32(0), to: pageSize, by: Self.spacing) where (page + offset).load() != mark(page + offset) {
        return page + offset
      }
      return nil
    }

    package func mark(_ address: Address) -> UInt32 { (address.raw ^ seed &* 0x85EB_CA6B) &* 0x9E37_79B1 }
  }
#endif
