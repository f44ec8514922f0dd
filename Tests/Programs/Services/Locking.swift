#if os(none)
  import Native

  func testLocking(_ t: inout TestRun) {
    t.run("lock: locks and unlocks", testLockAndUnlock)
    t.run("lock: more than the minimum of the working set", testLockOfTooMuch)
    t.run("lock: what cannot be locked", testBadLocks)
  }

  private func testLockAndUnlock(_ t: inout TestRun) {
    let region = t.allocate(0x3000, [.reserve, .commit])
    region.base.store(4)
    var pages = Region(region.base + 0x800, 0x1000)
    t.expect(process.lock(&pages), .success, "lock")
    t.expect(pages, region.base.raw, 0x2000, "the pages that were locked")
    t.expect(process.lock(&pages), .wasLocked, "lock again")
    t.expect(region.base.load(), equals: 4, "bytes of a locked page")
    t.expect(process.unlock(&pages), .success, "unlock")
    t.expect(process.unlock(&pages), .notLocked, "unlock again")
    t.expect(process.lock(&pages), .success, "lock once more")
    t.release(region.base)
  }

  private func testLockOfTooMuch(_ t: inout TestRun) {
    var region = t.allocate(0x10_0000, [.reserve, .commit])
    t.expect(process.lock(&region), .workingSetQuota, "1 MB")
    t.expect(process.unlock(&region), .notLocked, "nothing was locked")
    t.release(region.base)
  }

  private func testBadLocks(_ t: inout TestRun) {
    var region = t.allocate(pageSize, .reserve)
    t.expect(!process.lock(&region).isSuccess, "reserved pages")
    t.release(region.base)
    t.expect(!process.lock(&region).isSuccess, "free pages")
    region = t.allocate(pageSize, [.reserve, .commit], .noAccess)
    t.expect(!process.lock(&region).isSuccess, "pages without access")
    t.release(region.base)
    t.expect(Process(handle: 0).lock(&region), .invalidHandle, "no handle")
  }
#endif
