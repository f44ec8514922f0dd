#if os(none)
  /// Bytes by which a page is known again: dwords that each know their own address, and whose they are.
  package struct PageMarks {
    private let seed: UInt32
    private static let spacing = 32
    package init(seed: UInt32) { self.seed = seed }

    package func write(_ page: Address) {
      for offset in stride(from: UInt32(0), to: pageSize, by: Self.spacing) { (page + offset).store(mark(page + offset)) }
    }

    package func areIn(_ page: Address) -> Bool {
      for offset in stride(from: UInt32(0), to: pageSize, by: Self.spacing) where (page + offset).load() != mark(page + offset) { return false }
      return true
    }

    private func mark(_ address: Address) -> UInt32 { (address.raw ^ seed &* 0x85EB_CA6B) &* 0x9E37_79B1 }
  }
#endif
