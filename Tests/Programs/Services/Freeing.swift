#if os(none)
  import Native

  func testFreeing(_ t: inout TestRun) {
    t.run("free: decommitted pages are gone and come back zero", testDecommit)
    t.run("free: the middle of an allocation", testReleaseOfTheMiddle)
    t.run("free: bad arguments", testBadFrees)
  }

  private func testDecommit(_ t: inout TestRun) {
    let region = t.allocate(0x4000, [.reserve, .commit])
    region.base.fill(9, bytes: region.size)
    var middle = Region(region.base + 0x1FFF, 2)
    t.expect(process.free(&middle, .decommit), .success, "decommit of two bytes in two pages")
    t.expect(middle, region.base.raw + 0x1000, 0x2000, "the pages that were decommitted")
    t.expect(!isReadable(middle.base), "decommitted pages cannot be read")
    t.expectPages(middle.base, 0x2000, PageState.reserved, [], "they are reserved")
    t.expect(process.free(&middle, .decommit), .success, "decommit again")
    t.expect(process.allocate(&middle, .commit, .readWrite), .success, "commit again")
    t.expect(differences(middle, from: 0), equals: 0, "dwords that are not zero")
    t.expect(region.base.load(), equals: 9, "the page before")
    t.expect((region.base + 0x3000).load(), equals: 9, "the page behind")
    t.release(region.base)
  }

  private func testReleaseOfTheMiddle(_ t: inout TestRun) {
    var region = Region(arena, 0x10000)
    t.expect(process.allocate(&region, [.reserve, .commit], .readWrite), .success, "64 KB")
    region.base.fill(3, bytes: region.size)
    var middle = Region(arena + 0x4001, 0xFFF)
    t.expect(process.free(&middle, .release), .success, "release of one page")
    t.expect(middle, arena.raw + 0x4000, pageSize, "the page that was released")
    t.expectPages(arena, 0x4000, PageState.committed, .readWrite, "pages before")
    t.expectPages(arena + 0x4000, pageSize, PageState.free, .noAccess, "the page itself")
    t.expectPages(arena + 0x5000, 0xB000, PageState.committed, .readWrite, "pages behind")
    t.expect((arena + 0x5000).load(), equals: 3, "a byte behind")
    t.release(arena)
    t.expect((arena + 0xF000).load(), equals: 3, "a byte of the second part")
    t.release(arena + 0x5000)
  }

  private func testBadFrees(_ t: inout TestRun) {
    var region = Region(arena, 0x3000)
    t.expect(process.allocate(&region, .reserve, .readWrite), .success, "three pages")
    t.expectRefusal(ofFreeing: Region(arena, 0x4000), .release, .unableToFreeVm, "a release beyond the end")
    t.expectRefusal(ofFreeing: Region(arena, 0x4000), .decommit, .unableToFreeVm, "a decommit beyond the end")
    t.expectRefusal(ofFreeing: Region(arena + 0x1001, 0), .release, .freeVmNotAtBase, "a release of all, not at the base")
    t.expectRefusal(ofFreeing: Region(arena + 0x1001, 0), .decommit, .freeVmNotAtBase, "a decommit of all, not at the base")
    t.expectRefusal(ofFreeing: Region(arena + 0x8000, 0x1000), .release, .memoryNotAllocated, "a release of what is free")
    t.expectRefusal(ofFreeing: Region(arena, 0), FreeType(0), .invalidParameter4, "no type")
    t.expectRefusal(ofFreeing: Region(arena, 0), FreeType(0xC000), .invalidParameter4, "both types")
    t.expectRefusal(ofFreeing: Region(.kernel, pageSize), .release, .invalidParameter2, "an address of the kernel")
    t.expect(Process(handle: 0).release(arena), .invalidHandle, "no handle")
    t.release(arena)
    t.expectRefusal(ofFreeing: Region(arena, 0), .release, .memoryNotAllocated, "a second release")
  }

  extension TestRun {
    @inline(never) fileprivate mutating func expectRefusal(ofFreeing region: Region, _ type: FreeType, _ expected: Status, _ what: StaticString) {
      var changed = region
      expect(process.free(&changed, type), expected, what)
      expect(changed == region, "a refused region is not changed")
    }
  }
#endif
