#if os(none)
  import Machine
  import MemoryManager

  /// Whether a read of the byte at `address` cannot fault. This only looks at the page tables, and so can be asked at any time.
  func isAddressValid(_ address: VirtualAddress) -> Bool { memoryManager.isAddressValid(address) }

  /// Whether none of `bytes` bytes, at most a page, from `address` on can fault.
  func isAddressValid(_ address: VirtualAddress, bytes: UInt32) -> Bool {
    isAddressValid(address) && isAddressValid(address + (bytes &- 1))
  }
#endif
