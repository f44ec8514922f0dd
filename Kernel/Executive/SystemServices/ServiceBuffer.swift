#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Nonpaged memory in which a service keeps what it cannot put directly where the caller wants it: while it holds a lock of the memory manager,
  /// or is in another address space.
  struct ServiceBuffer: ~Copyable {
    let address: VirtualAddress
    let words: UInt32

    /// Throws STATUS_INSUFFICIENT_RESOURCES.
    init(words: UInt32) throws(Status) {
      guard let address = allocatePool(.nonpaged, bytes: max(words, 1) << 2, tag: .serviceBuffer) else { throw .insufficientResources }
      self.address = address
      self.words = words
    }

    func free() { freePool(address, tag: .serviceBuffer) }

    subscript(index: UInt32) -> UInt32 {
      get { cpu_load32(address.raw + index << 2) }
      nonmutating set { cpu_store32(address.raw + index << 2, newValue) }
    }

    /// Copies the first `count` words to the caller's buffer from `offset` on.
    func copyOut(_ count: UInt32, to buffer: UserBuffer, at offset: UInt32) throws(Status) {
      try buffer.copyIn(from: address, bytes: count << 2, at: offset)
    }
  }

  extension PoolTag {
    /// "Serv"
    fileprivate static var serviceBuffer: PoolTag { PoolTag(raw: 0x7672_6553) }
  }
#endif
