#if os(none)
  import Machine

  /// Whether a read of `address` cannot fault. It looks at the page tables through the self-map and needs nothing else, so that a bug
  /// check can ask it at any time. NT: MmIsAddressValid
  func isAddressValid(_ address: VirtualAddress) -> Bool {
    let pde = Machine()[address.pde]
    guard pde.isValid else { return false }
    return pde.isLarge || Machine()[address.pte].isValid
  }

  /// Whether none of `bytes` bytes, at most a page, from `address` on can fault.
  func isAddressValid(_ address: VirtualAddress, bytes: UInt32) -> Bool {
    isAddressValid(address) && isAddressValid(address + (bytes &- 1))
  }
#endif
