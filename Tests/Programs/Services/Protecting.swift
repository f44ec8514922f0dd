#if os(none)
  import CNative
  import Native

  func testProtecting(_ t: inout TestRun) {
    t.run("protect: a page of three and back", testProtectOnePageOfThree)
    t.run("protect: a guard is met once", testGuardIsMetOnce)
    t.run("protect: execute rights", testExecuteRights)
    t.run("protect: bad arguments", testBadProtections)
  }

  private func testProtectOnePageOfThree(_ t: inout TestRun) {
    let region = t.allocate(0x3000, [.reserve, .commit])
    region.base.fill(5, bytes: region.size)
    var page = Region(region.base + 0x1800, 1)
    var old = Protection()
    t.expect(process.protect(&page, .noAccess, old: &old), .success, "no access")
    t.expect(page, region.base.raw + 0x1000, pageSize, "the page that was protected")
    t.expect(old.rawValue, equals: Protection.readWrite.rawValue, "the protection before")
    t.expect(!isReadable(page.base), "it cannot be read")
    t.expect(isReadable(region.base), "the page before it can")
    t.expectPages(page.base, pageSize, PageState.committed, .noAccess, "the page")
    t.expect(process.protect(&page, .readOnly, old: &old), .success, "read only")
    t.expect(old.rawValue, equals: Protection.noAccess.rawValue, "the protection between")
    t.expect(page.base.load(), equals: 5, "its bytes are still there")
    t.expect(process.protect(&page, .readWrite, old: &old), .success, "back")
    page.base.store(6)
    t.expectPages(region.base, 0x3000, PageState.committed, .readWrite, "three pages of one kind")
    t.release(region.base)
  }

  private func testGuardIsMetOnce(_ t: inout TestRun) {
    let region = t.allocate(pageSize, [.reserve, .commit], [.readWrite, .guarded])
    t.expectPages(region.base, pageSize, PageState.committed, [.readWrite, .guarded], "a guarded page")
    var page = region
    t.expect(process.lock(&page), .guardPageViolation, "the first touch")
    t.expectPages(region.base, pageSize, PageState.committed, .readWrite, "the page afterwards")
    t.expect(region.base.load(), equals: 0, "the second touch")
    t.release(region.base)
  }

  /// The processor knows no right to execute: code may be read, and a page that says nothing of it runs all the same.
  private func testExecuteRights(_ t: inout TestRun) {
    let region = t.allocate(pageSize, [.reserve, .commit], .executeReadWrite)
    region.base.store(0xC3)  // ret
    let protections: InlineArray<_, Protection> = [.execute, .executeRead, .readOnly, .executeReadWrite]
    for index in protections.indices {
      var (page, old) = (region, Protection())
      t.expect(process.protect(&page, protections[index], old: &old), .success, "the protection")
      t.expectPages(region.base, pageSize, PageState.committed, protections[index], "the protection as it is told")
      t.expect(region.base.load(), equals: 0xC3, "the code is read")
      native_jump(region.base.raw)
    }
    t.release(region.base)
  }

  private func testBadProtections(_ t: inout TestRun) {
    let region = t.allocate(0x2000, .reserve)
    var old = Protection()
    var page = region
    t.expect(process.protect(&page, .readOnly, old: &old), .notCommitted, "reserved pages")
    t.expect(process.allocate(&page, .commit, .readWrite), .success, "commit")
    t.expect(process.protect(&page, [.readOnly, .readWrite], old: &old), .invalidPageProtection, "two protections")
    t.expect(process.protect(&page, [], old: &old), .invalidPageProtection, "no protection")
    page.size = 0x3000
    t.expect(process.protect(&page, .readOnly, old: &old), .conflictingAddresses, "beyond the end")
    page = Region(.kernel, pageSize)
    t.expect(process.protect(&page, .readOnly, old: &old), .invalidParameter2, "an address of the kernel")
    t.expectPages(region.base, 0x2000, PageState.committed, .readWrite, "nothing changed")
    t.release(region.base)
  }
#endif
