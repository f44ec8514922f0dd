#if os(none)
  import Native

  func testAllocating(_ t: inout TestRun) {
    t.run("allocate: a reservation is rounded to 64 KB and to pages", testReservationIsRounded)
    t.run("allocate: new memory is zero and keeps what is written", testNewMemoryIsZero)
    t.run("allocate: commits after a reservation", testCommitAfterReservation)
    t.run("allocate: a second reservation is refused", testSecondReservation)
    t.run("allocate: top down", testTopDown)
    t.run("allocate: zero bits", testZeroBits)
    t.run("allocate: reset", testReset)
    t.run("allocate: more than there is", testMoreThanThereIs)
    t.run("allocate: bad arguments", testBadAllocations)
  }

  private func testReservationIsRounded(_ t: inout TestRun) {
    var (region, next) = (Region(arena + 0x8000, 1), Region(arena + 0x1000_0000, 1))
    t.expect(process.allocate(&next, .reserve, .noAccess), .success, "1 byte at 60000000")
    t.expect(process.allocate(&region, .reserve, .noAccess), .success, "1 byte at 50008000")
    t.expect(region, arena.raw, 0x9000, "it begins at a multiple of 64 KB")
    t.expectPages(arena, 0x9000, PageState.reserved, [], "reserved pages")
    t.expect(!isReadable(arena), "reserved pages cannot be read")
    t.release(arena)
    t.expectPages(arena, 0x1000_0000, PageState.free, .noAccess, "free pages up to the next allocation")
    t.release(next.base)
  }

  private func testNewMemoryIsZero(_ t: inout TestRun) {
    let region = t.allocate(0x3000, [.reserve, .commit])
    t.expect(differences(region, from: 0), equals: 0, "dwords that are not zero")
    region.base.fill(0xA5A5_A5A5, bytes: region.size)
    t.expect(differences(region, from: 0xA5A5_A5A5), equals: 0, "dwords that were not kept")
    t.release(region.base)
    let again = t.allocate(0x3000, .commit)
    t.expect(differences(again, from: 0), equals: 0, "dwords of a former owner")
    t.release(again.base)
  }

  /// One page in three, then all of them: what was committed before keeps its bytes.
  private func testCommitAfterReservation(_ t: inout TestRun) {
    let region = t.allocate(0x30000, .reserve)
    for offset in stride(from: UInt32(0), to: region.size, by: 0x3000) {
      var page = Region(region.base + offset + 5, 1)
      t.expect(process.allocate(&page, .commit, .readWrite), .success, "commit of a page")
      t.expect(page, region.base.raw + offset, pageSize, "the page that was committed")
      page.base.store(offset | 1)
    }
    t.expectPages(region.base, pageSize, PageState.committed, .readWrite, "the first page")
    t.expectPages(region.base + pageSize, 0x2000, PageState.reserved, [], "two pages behind it")
    var whole = region
    t.expect(process.allocate(&whole, .commit, .readWrite), .success, "commit of the whole")
    for offset in stride(from: UInt32(0), to: region.size, by: 0x3000) {
      t.expect((region.base + offset).load(), equals: offset | 1, "a page that was there before")
      t.expect((region.base + offset + pageSize).load(), equals: 0, "a page that was not")
    }
    t.expectPages(region.base, region.size, PageState.committed, .readWrite, "one run of pages")
    t.release(region.base)
  }

  private func testSecondReservation(_ t: inout TestRun) {
    var first = Region(arena, 0x3000)
    t.expect(process.allocate(&first, .reserve, .readWrite), .success, "three pages")
    t.expectRefusal(Region(arena, 0x1000), .reserve, .readWrite, .conflictingAddresses, "the same pages")
    t.expectRefusal(Region(arena + 0x8000, 0x1000), .reserve, .readWrite, .conflictingAddresses, "the same 64 KB")
    t.expectRefusal(Region(arena + 0x2000, 0x2000), .commit, .readWrite, .conflictingAddresses, "a commit beyond the end")
    t.expectRefusal(Region(arena + 0x10000, 0x1000), .commit, .readWrite, .conflictingAddresses, "a commit of what is free")
    t.release(arena)
  }

  private func testTopDown(_ t: inout TestRun) {
    let low = t.allocate(0x10000, .reserve)
    let high = t.allocate(0x10000, [.reserve, .topDown])
    t.expect(high.base.raw > 0x7000_0000, "top down is high")
    t.expect(low.base.raw < 0x1000_0000, "bottom up is low")
    let next = t.allocate(0x10000, [.reserve, .topDown])
    t.expect(next.base < high.base, "the next one is lower")
    t.release(low.base)
    t.release(high.base)
    t.release(next.base)
  }

  private func testZeroBits(_ t: inout TestRun) {
    var region = Region(size: pageSize)
    t.expect(process.allocate(&region, [.reserve, .commit, .topDown], .readWrite, zeroBits: 6), .success, "six zero bits")
    t.expect(region.base.raw >> 26, equals: 0, "upper bits of the address")
    t.release(region.base)
    t.expectRefusal(Region(size: pageSize), .reserve, .readWrite, .invalidParameter3, "22 zero bits", zeroBits: 22)
    t.expectRefusal(Region(size: 0x20_0000), .reserve, .readWrite, .noMemory, "2 MB below 1 MB", zeroBits: 12)
  }

  private func testReset(_ t: inout TestRun) {
    let region = t.allocate(0x2000, [.reserve, .commit])
    region.base.store(7)
    var whole = region
    t.expect(process.allocate(&whole, .reset, .readWrite), .success, "reset")
    t.expectPages(region.base, region.size, PageState.committed, .readWrite, "pages stay committed")
    region.base.store(8)
    t.expect(region.base.load(), equals: 8, "a dword that was written afterwards")
    t.release(region.base)
  }

  /// A status, not a wait without end.
  private func testMoreThanThereIs(_ t: inout TestRun) {
    t.expectRefusal(Region(size: 0x6000_0000), [.reserve, .commit], .readWrite, .commitmentLimit, "1.5 GB of memory")
    t.expectRefusal(Region(size: 0x7FC0_0000), .reserve, .readWrite, .noMemory, "2 GB of addresses")
    let region = t.allocate(0x6000_0000, .reserve)
    t.expectRefusal(region, .commit, .readWrite, .commitmentLimit, "1.5 GB of what is reserved")
    t.release(region.base)
  }

  private func testBadAllocations(_ t: inout TestRun) {
    t.expectRefusal(Region(size: 0), .reserve, .readWrite, .invalidParameter4, "no bytes")
    t.expectRefusal(Region(size: 0xFFFF_FFFF), .reserve, .readWrite, .invalidParameter4, "all bytes")
    t.expectRefusal(Region(.kernel, pageSize), .reserve, .readWrite, .invalidParameter2, "an address of the kernel")
    t.expectRefusal(Region(size: pageSize), [], .readWrite, .invalidParameter5, "no type")
    t.expectRefusal(Region(size: pageSize), AllocationType(rawValue: 0xFFFF_FFFF), .readWrite, .invalidParameter5, "all types")
    t.expectRefusal(Region(size: pageSize), [.commit, .reset], .readWrite, .invalidParameter5, "commit and reset")
    t.expectRefusal(Region(size: pageSize), .reserve, [], .invalidPageProtection, "no protection")
    t.expectRefusal(Region(size: pageSize), .reserve, [.readOnly, .readWrite], .invalidPageProtection, "two protections")
    t.expectRefusal(Region(size: pageSize), .reserve, .writeCopy, .invalidPageProtection, "copy on write of private memory")
    t.expectRefusal(Region(size: pageSize), .reserve, [.noAccess, .guarded], .invalidPageProtection, "a guard of nothing")
    var region = Region(size: pageSize)
    t.expect(Process(handle: 0).allocate(&region, .reserve, .readWrite), .invalidHandle, "no handle")
    t.expect(Process(handle: 0xDEAD_BEE0).allocate(&region, .reserve, .readWrite), .invalidHandle, "a handle of nothing")
  }
#endif
