#if os(none)
  import CNative
  import Native

  func readNull() { _ = Address.null.load() }
  func writeNull() { Address.null.store(1) }
  func executeNull() { native_jump(0) }

  func readKernel() { _ = Address.kernel.load() }
  func writeKernel() { Address(0x8010_1000).store(1) }
  func executeKernel() { native_jump(0x8010_1000) }
  /// The entry that maps the page table window itself: there while any process runs.
  func readPageTables() { _ = Address(0xC030_0C00).load() }
  func readLastByte() { _ = Address(0xFFFF_FFFF).loadByte() }
#endif
