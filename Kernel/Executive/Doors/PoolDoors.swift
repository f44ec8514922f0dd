#if os(none)
  import CMachine
  import Machine
  import MemoryManager

  /// Pool for the kernel's own use: nil when there is none, a bug check when the caller is wrong. Where no more could be promised page files grow, for the next
  /// who asks.
  @inline(__always)
  package func allocatePool(_ type: PoolType, bytes: UInt32, tag: PoolTag) -> VirtualAddress? {
    switch memoryManager.allocatePool(type, bytes: bytes, tag: tag) {
    case .block(let address): return address
    case .failed:
      PageFileExtension.requestForPromise()
      return nil
    case .misuse(let misuse): stop(misuse)
    }
  }

  /// Gives back what `allocatePool` returned.
  @inline(__always)
  package func freePool(_ address: VirtualAddress, tag: PoolTag?) {
    if let misuse = memoryManager.freePool(address, tag: tag) { stop(misuse) }
  }

  @inline(never)
  private func stop(_ misuse: PoolMisuse) -> Never { stopSystem(misuse.code, misuse.p1, misuse.p2, misuse.p3, misuse.p4) }

  // MARK: NT's names

  /// Type 0 nonpaged, 1 paged; 0 when there is no memory. With 2 added (NonPagedPoolMustSucceed) it is a bug check instead.
  @c(ExAllocatePoolWithTag) public func exAllocatePoolWithTag(_ type: UInt32, _ bytes: UInt32, _ tag: UInt32) -> UInt32 {
    if let block = allocatePool(type & 1 == 0 ? .nonpaged : .paged, bytes: bytes, tag: PoolTag(raw: tag)) { return block.raw }
    if type & 2 != 0 { stopForMustSucceed(bytes) }
    return 0
  }

  @inline(never)
  private func stopForMustSucceed(_ bytes: UInt32) -> Never {
    let (pages, available) = (memoryManager.nonpagedPool.withLock { $0.pool.pages }, memoryManager.pfnDatabase.withLock { $0.available })
    bugCheck(.mustSucceedPoolEmpty, bytes, pages, 0, available)
  }

  /// Tag 0 frees whatever the tag.
  @c(ExFreePoolWithTag) public func exFreePoolWithTag(_ address: UInt32, _ tag: UInt32) {
    freePool(VirtualAddress(address), tag: tag == 0 ? nil : PoolTag(raw: tag))
  }
#endif
