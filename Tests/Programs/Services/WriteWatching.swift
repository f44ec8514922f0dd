#if os(none)
  import CNative
  import Native

  func testWriteWatch(_ t: inout TestRun) {
    t.run("write watch: tells which pages were written", testWriteWatchTells)
    t.run("write watch: bad arguments", testBadWriteWatches)
  }

  /// Room for the answer, and how it came out.
  private struct Watch {
    var addresses: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var count: UInt32 = 4
    var status = Status.success

    init(_ region: Region, isResetting: Bool = false) {
      var granularity: UInt32 = 0
      unsafe withUnsafeMutablePointer(to: &addresses) { buffer in
        let address = UInt32(UInt(bitPattern: buffer))
        status = Status(unsafe NtGetWriteWatch(process.handle, isResetting ? 1 : 0, region.base.raw, region.size, address, &count, &granularity))
      }
    }
  }

  private func testWriteWatchTells(_ t: inout TestRun) {
    let region = t.allocate(0x8000, [.reserve, .commit, .writeWatch])
    t.expect(Watch(region).count, equals: 0, "written pages of new memory")
    _ = (region.base + 0x1000).load()
    (region.base + 0x2004).store(1)
    (region.base + 0x4FFE).store(1)
    let watch = Watch(region, isResetting: true)
    t.expect(watch.status, .success, "get")
    t.expect(watch.count, equals: 3, "written pages")
    t.expect(watch.addresses.0, equals: region.base.raw + 0x2000, "the first of them")
    t.expect(watch.addresses.1, equals: region.base.raw + 0x4000, "the second")
    t.expect(watch.addresses.2, equals: region.base.raw + 0x5000, "the third")
    t.expect(Watch(region).count, equals: 0, "written pages after a reset")
    (region.base + 0x2004).store(2)
    t.expect(Watch(region).count, equals: 1, "written pages after a further write")
    t.expect(Status(NtResetWriteWatch(process.handle, region.base.raw, region.size)), .success, "reset")
    t.expect(Watch(region).count, equals: 0, "written pages at the end")
    t.release(region.base)
  }

  private func testBadWriteWatches(_ t: inout TestRun) {
    let region = t.allocate(pageSize, [.reserve, .commit])
    t.expect(Watch(region).status, .invalidParameter, "memory that is not watched")
    t.expect(Status(NtResetWriteWatch(process.handle, region.base.raw, region.size)), .invalidParameter, "a reset of it")
    t.release(region.base)
  }
#endif
