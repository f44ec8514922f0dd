#if os(none)
  import CNative
  import Native

  /// New memory of the program, one granule; its first page is what the fault is about.
  private func allocate(_ type: AllocationType, _ protection: Protection) -> Region {
    var region = Region(size: allocationGranularity)
    let status = Process.current.allocate(&region, type, protection)
    if !status.isSuccess { print("FAIL faults: no memory: \(status)") }
    return region
  }

  func readFree() {
    let region = allocate(.reserve, .readWrite)
    Process.current.release(region.base)
    _ = region.base.load()
  }

  func readNoAccess() { _ = allocate([.reserve, .commit], .noAccess).base.load() }

  /// It can be read, and is zero.
  func writeReadOnly() {
    let page = allocate([.reserve, .commit], .readOnly).base
    if page.load() == 0 { (page + 8).store(1) }
  }

  func readReserved() { _ = allocate(.reserve, .readWrite).base.load() }
  func writeReserved() { allocate(.reserve, .readWrite).base.store(1) }

  /// The page is touched while it is there.
  func readDecommitted() {
    let region = allocate([.reserve, .commit], .readWrite)
    region.base.store(1)
    var page = Region(region.base, pageSize)
    _ = Process.current.free(&page, .decommit)
    _ = region.base.load()
  }

  func readReleased() {
    let region = allocate([.reserve, .commit], .readWrite)
    region.base.store(1)
    Process.current.release(region.base)
    _ = region.base.load()
  }

  func touchGuard() { _ = allocate([.reserve, .commit], [.readWrite, .guarded]).base.load() }

  // MARK: The stack

  /// Recurses without end; each level has something to do after the next, so that it is no loop.
  @inline(never) func overflowStack() {
    var mark = native_esp()
    unsafe withUnsafeMutablePointer(to: &mark) { mark in
      overflowStack()
      Address(UInt32(UInt(bitPattern: mark))).store(0)
    }
  }

  func pushOnKernel() { native_push_on(Address.kernel.raw &+ 0x1000) }
#endif
