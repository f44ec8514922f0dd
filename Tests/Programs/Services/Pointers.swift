#if os(none)
  import CNative
  import Native

  func testPointers(_ t: inout TestRun) {
    t.run("arguments: services that do not exist", testServicesThatDoNotExist)
    t.run("arguments: the arguments themselves are not there", testArgumentsThatAreNotThere)
    t.run("arguments: pointers that must not be written through", testBadPointers)
    t.run("arguments: buffers that end in the wrong place", testHalfBuffers)
  }

  private func testServicesThatDoNotExist(_ t: inout TestRun) {
    let cell = t.allocate(pageSize, [.reserve, .commit])
    let numbers: InlineArray<_, UInt32> = [native_services(), 0x0FFF, 0x1000, 0x7FFF_FFFF, 0xFFFF_FFFF]
    for index in numbers.indices {
      t.expect(Status(native_call(numbers[index], cell.base.raw)), .invalidSystemService, "a number without a service")
    }
    t.release(cell.base)
  }

  private func testArgumentsThatAreNotThere(_ t: inout TestRun) {
    let places: InlineArray<_, Address> = [.null, .kernel, Address(0xFFFF_FFFC), Address(0x8000_0000)]
    for index in places.indices { t.expect(Status(native_call(0, places[index].raw)), .accessViolation, "arguments in the wrong place") }
    var region = t.allocate(0x2000, .reserve)
    region.size = pageSize
    t.expect(process.allocate(&region, .commit, .readWrite), .success, "one page of two")
    t.expect(Status(native_call(0, region.end.raw - 4)), .accessViolation, "arguments half in the wrong place")
    t.release(region.base)
  }

  private func testBadPointers(_ t: inout TestRun) {
    let readOnly = t.allocate(pageSize, [.reserve, .commit], .readOnly)
    var size = pageSize
    let places: InlineArray<_, Address> = [.null, .kernel, Address(0xFFFF_FFFC), readOnly.base]
    for index in places.indices {
      let pointer = unsafe UnsafeMutablePointer<UInt32>(bitPattern: UInt(places[index].raw))
      t.expect(Status(unsafe NtAllocateVirtualMemory(process.handle, pointer, 0, &size, 0x2000, 4)), .accessViolation, "a base")
      t.expect(Status(unsafe NtFreeVirtualMemory(process.handle, pointer, &size, 0x8000)), .accessViolation, "a base to free")
      t.expect(Status(unsafe NtQueryVirtualMemory(process.handle, 0, 0, pointer, 28, nil)), .accessViolation, "an answer")
      let status = Status(unsafe NtQueryInformationProcess(process.handle, 1, pointer, QuotaLimits.size, nil))
      t.expect(status, .accessViolation, "an answer about the process")
    }
    t.expect(size, equals: pageSize, "the size as it was")
    t.release(readOnly.base)
  }

  private func testHalfBuffers(_ t: inout TestRun) {
    var region = t.allocate(0x2000, .reserve)
    region.size = pageSize
    t.expect(process.allocate(&region, .commit, .readWrite), .success, "one page of two")
    let pointer = unsafe UnsafeMutableRawPointer(bitPattern: UInt(region.end.raw - 8))
    t.expect(Status(unsafe NtQueryVirtualMemory(process.handle, 0, 0, pointer, 28, nil)), .accessViolation, "an answer")
    t.expect(Status(unsafe NtSetInformationProcess(process.handle, 1, pointer, QuotaLimits.size)), .accessViolation, "limits")
    t.release(region.base)
  }
#endif
