#if os(none)
  import CNative
  import Native

  /// `services`: asks each virtual memory service for what it can do and for what it must refuse.
  @c(services) public func services(_ text: UInt32, _ length: UInt32) -> UInt32 {
    var t = TestRun("services")
    testAllocating(&t)
    testFreeing(&t)
    testProtecting(&t)
    testQuerying(&t)
    testCopying(&t)
    testLocking(&t)
    testWriteWatch(&t)
    testWorkingSet(&t)
    testPointers(&t)
    return t.finish()
  }

  let process = Process.current
  /// Where tests that want a certain address make their regions; everything there is released at the end of a test.
  let arena = Address(0x5000_0000)

  // MARK: What the tests share

  extension TestRun {
    /// New memory, wherever there is room.
    @inline(never) mutating func allocate(_ size: UInt32, _ type: AllocationType, _ protection: Protection = .readWrite) -> Region {
      var region = Region(size: size)
      expect(process.allocate(&region, type, protection), .success, "memory for the test")
      return region
    }

    @inline(never) mutating func release(_ base: Address) { expect(process.release(base), .success, "release") }

    /// That the allocation of `region` is refused, and that nothing is handed back.
    @inline(never) mutating func expectRefusal(
      _ region: Region, _ type: AllocationType, _ protection: Protection, _ expected: Status, _ what: StaticString, zeroBits: UInt32 = 0
    ) {
      var changed = region
      expect(process.allocate(&changed, type, protection, zeroBits: zeroBits), expected, what)
      expect(changed == region, "a refused region is not changed")
    }

    /// What NtQueryVirtualMemory says of a page: a run of this state and protection.
    @inline(never) mutating func expectPages(_ base: Address, _ size: UInt32, _ state: UInt32, _ protection: Protection, _ what: StaticString) {
      var found = MemoryInformation()
      expect(process.query(base, &found), .success, what)
      expect(found.base.raw, equals: base.raw, what)
      expect(found.size, equals: size, what)
      expect(found.state, equals: state, what)
      expect(found.protection.rawValue, equals: protection.rawValue, what)
    }
  }

  /// Whether a dword of the program's own memory could be read: asked of the kernel, which answers with a status.
  @inline(never) func isReadable(_ address: Address) -> Bool {
    var (word, copied) = (UInt32(0), UInt32(0))
    return unsafe withUnsafeMutablePointer(to: &word) { word in
      process.read(address, into: Address(UInt32(UInt(bitPattern: word))), bytes: 4, copied: &copied).isSuccess
    }
  }

  /// How many dwords of a region are not `value`.
  @inline(never) func differences(_ region: Region, from value: UInt32) -> UInt32 {
    var count: UInt32 = 0
    for offset in stride(from: UInt32(0), to: region.size, by: 4) where (region.base + offset).load() != value { count &+= 1 }
    return count
  }
#endif
