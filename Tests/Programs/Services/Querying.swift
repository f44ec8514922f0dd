#if os(none)
  import CNative
  import Native

  func testQuerying(_ t: inout TestRun) {
    t.run("query: a page of a reservation", testQueryOfAPage)
    t.run("query: every byte of the user half", testQueryOfEverything)
    t.run("query: which pages are in the working set", testWorkingSetEx)
    t.run("query: bad arguments", testBadQueries)
  }

  private func testQueryOfAPage(_ t: inout TestRun) {
    var region = Region(arena, 0x10000)
    t.expect(process.allocate(&region, .reserve, .noAccess), .success, "64 KB")
    var page = Region(arena + 0xF000, pageSize)
    t.expect(process.allocate(&page, .commit, .readWrite), .success, "its last page")
    var found = MemoryInformation()
    t.expect(process.query(arena + 0xF700, &found), .success, "query")
    t.expect(found.base.raw, equals: arena.raw + 0xF000, "base")
    t.expect(found.allocationBase.raw, equals: arena.raw, "allocation base")
    t.expect(found.allocationProtection.rawValue, equals: Protection.noAccess.rawValue, "allocation protection")
    t.expect(found.size, equals: pageSize, "size")
    t.expect(found.type, equals: 0x2_0000, "type")
    t.release(arena)
  }

  /// Each answer ends where the next begins, up to the end.
  private func testQueryOfEverything(_ t: inout TestRun) {
    var (address, answers, found) = (Address.null, UInt32(0), MemoryInformation())
    while process.query(address, &found).isSuccess {
      t.expect(found.base.raw, equals: address.raw, "the base of an answer")
      t.expect(found.size > 0 && found.size & (pageSize - 1) == 0, "the size of an answer is whole pages")
      if found.size == 0 { break }
      address = address + found.size
      answers += 1
    }
    t.expect(answers > 4, "several answers")
    t.expect(address.raw & 0xFFFF, equals: 0, "where the answers end")
  }

  private func testWorkingSetEx(_ t: inout TestRun) {
    let region = t.allocate(0x2000, [.reserve, .commit])
    region.base.store(1)
    var pages: (touched: (UInt32, UInt32), untouched: (UInt32, UInt32)) = ((region.base.raw, 0), (region.base.raw + pageSize, 0))
    t.expect(Status(unsafe NtQueryVirtualMemory(process.handle, 0, 4, &pages, 16, nil)), .success, "query")
    t.expect(pages.touched.1 & 1, equals: 1, "the page that was touched")
    t.expect(pages.untouched.1 & 1, equals: 0, "the page that was not")
    t.release(region.base)
  }

  private func testBadQueries(_ t: inout TestRun) {
    var found = MemoryInformation()
    t.expect(process.query(.kernel, &found), .invalidParameter, "an address of the kernel")
    t.expect(process.query(Address(0xFFFF_FFFF), &found), .invalidParameter, "the last address")
    t.expect(Process(handle: 0).query(arena, &found), .invalidHandle, "no handle")
    t.expect(Status(unsafe NtQueryVirtualMemory(process.handle, 0, 0, &found, 27, nil)), .infoLengthMismatch, "one byte too few")
    t.expect(Status(NtQueryVirtualMemory(process.handle, 0, 0, nil, 28, nil)), .accessViolation, "no buffer")
    t.expect(Status(unsafe NtQueryVirtualMemory(process.handle, 0, 99, &found, 28, nil)), .invalidInfoClass, "no such class")
  }
#endif
