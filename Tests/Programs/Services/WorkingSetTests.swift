#if os(none)
  import Native

  func testWorkingSet(_ t: inout TestRun) {
    t.run("working set: limits are kept", testLimits)
    t.run("working set: emptied pages come back with their bytes", testEmptying)
    t.run("working set: a page at the limit replaces one", testReplacement)
  }

  private func testLimits(_ t: inout TestRun) {
    var (before, limits) = (QuotaLimits(), QuotaLimits())
    t.expect(process.quotaLimits(&before), .success, "query")
    limits = before
    limits.minimumWorkingSet = 30 << 12
    limits.maximumWorkingSet = 80 << 12
    t.expect(process.setQuotaLimits(limits), .success, "set")
    t.expect(process.quotaLimits(&limits), .success, "query again")
    t.expect(limits.minimumWorkingSet, equals: 30 << 12, "minimum")
    t.expect(limits.maximumWorkingSet, equals: 80 << 12, "maximum")
    limits.maximumWorkingSet = 10 << 12
    t.expect(!process.setQuotaLimits(limits).isSuccess, "a maximum below the minimum is refused")
    t.expect(process.setQuotaLimits(before), .success, "set back")
  }

  private func testEmptying(_ t: inout TestRun) {
    let region = t.allocate(0x10_0000, [.reserve, .commit])
    let marks = PageMarks(seed: 1)
    region.forEachPage { marks.write($0) }
    var (limits, counters) = (QuotaLimits(), VmCounters())
    t.expect(process.counters(&counters), .success, "counters")
    t.expect(counters.workingSet > region.size, "the pages are in the working set")
    t.expect(process.quotaLimits(&limits), .success, "limits")
    limits.minimumWorkingSet = 0xFFFF_FFFF
    limits.maximumWorkingSet = 0xFFFF_FFFF
    t.expect(process.setQuotaLimits(limits), .success, "empty")
    t.expect(process.counters(&counters), .success, "counters again")
    t.expect(counters.workingSet < region.size, "they are not any more")
    let faults = counters.pageFaults
    region.forEachPage { t.expect(marks.areIn($0), "the bytes of a page") }
    t.expect(process.counters(&counters), .success, "counters at the end")
    t.expect(counters.pageFaults - faults >= region.size >> 12, "a fault for each page")
    t.release(region.base)
  }

  /// More pages than the maximum of the working set: none is refused, and all keep their bytes.
  private func testReplacement(_ t: inout TestRun) {
    let region = t.allocate(0x40_0000, [.reserve, .commit])
    let marks = PageMarks(seed: 2)
    region.forEachPage { marks.write($0) }
    region.forEachPage { t.expect(marks.areIn($0), "the bytes of a page") }
    t.release(region.base)
  }
#endif
