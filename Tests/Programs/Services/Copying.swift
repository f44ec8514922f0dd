#if os(none)
  import Native

  func testCopying(_ t: inout TestRun) {
    t.run("copy: bytes from page to page", testCopyOfPages)
    t.run("copy: what is not there", testCopyOfWhatIsNotThere)
  }

  /// At odd addresses, over page boundaries.
  private func testCopyOfPages(_ t: inout TestRun) {
    let (from, to) = (t.allocate(0x9000, [.reserve, .commit]), t.allocate(0x9000, [.reserve, .commit]))
    for offset in stride(from: UInt32(0), to: from.size, by: 4) { (from.base + offset).store(offset &* 0x0101_0101) }
    var copied: UInt32 = 0
    t.expect(process.read(from.base + 1, into: to.base + 1, bytes: 0x8001, copied: &copied), .success, "read")
    t.expect(copied, equals: 0x8001, "bytes read")
    for offset in stride(from: UInt32(4), to: 0x8000, by: 4) {
      t.expect((to.base + offset).load(), equals: offset &* 0x0101_0101, "a dword that was read")
    }
    t.expect(UInt32(to.base.loadByte()), equals: 0, "the byte before")
    t.expect(UInt32((to.base + 0x8002).loadByte()), equals: 0, "the byte behind")
    t.expect(process.write(to.base, from: from.base + 0x1000, bytes: 0x1000, copied: &copied), .success, "write")
    t.expect((to.base + 8).load(), equals: 0x1008 &* 0x0101_0101, "a dword that was written")
    t.expect(process.read(.null, into: .null, bytes: 0, copied: &copied), .success, "no bytes")
    t.expect(copied, equals: 0, "no bytes read")
    t.release(from.base)
    t.release(to.base)
  }

  private func testCopyOfWhatIsNotThere(_ t: inout TestRun) {
    let (buffer, region) = (t.allocate(0x2000, [.reserve, .commit]), t.allocate(0x2000, .reserve))
    var (page, copied) = (Region(region.base, pageSize), UInt32(0))
    t.expect(process.allocate(&page, .commit, .readWrite), .success, "the first of two pages")
    t.expect(process.read(region.base + 0xF00, into: buffer.base, bytes: 0x200, copied: &copied), .partialCopy, "a read beyond it")
    t.expect(process.read(.kernel, into: buffer.base, bytes: 4, copied: &copied), .accessViolation, "a read of the kernel")
    t.expect(process.read(buffer.base, into: .kernel, bytes: 4, copied: &copied), .accessViolation, "a read into the kernel")
    t.expect(process.write(.kernel, from: buffer.base, bytes: 4, copied: &copied), .accessViolation, "a write to the kernel")
    t.expect(Process(handle: 0).read(buffer.base, into: buffer.base, bytes: 4, copied: &copied), .invalidHandle, "no handle")
    t.release(buffer.base)
    t.release(region.base)
  }
#endif
