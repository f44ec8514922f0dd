#if os(none)
  import Executive
  import Machine
  import MemoryManager

  /// What needs no disk.

  func testRegionsFollowThePagesOfABuffer(_ t: inout TestContext) {
    guard let place = allocatePool(.nonpaged, bytes: pageSize, tag: .disk) else { return t.expect(false, "memory for a table") }
    let cases: InlineArray<5, (UInt32, UInt32, UInt32)> = [
      (0, 512, 1), (0, 4096, 1), (0xE04, 512, 2), (0x200, 0x20000, 33), (0xFFC, 0x20000, 33),
    ]
    for index in cases.indices {
      let (offset, bytes, regions) = cases[index]
      t.withDiskBuffer(offset: offset, bytes: bytes) { t, buffer in
        PrdTable(at: place).describe(buffer.mdl)
        expectRegions(&t, place, buffer.mdl, regions)
      }
    }
    freePool(place, tag: .disk)
  }

  private func expectRegions(_ t: inout TestContext, _ place: VirtualAddress, _ mdl: Mdl, _ regions: UInt32) {
    t.expect(mdl.pageCount, equals: regions, "pages of the buffer")
    var sum: UInt32 = 0
    for region in 0..<regions {
      let (start, bytes) = (memoryManager.machine.load32(place + region * 8), memoryManager.machine.load32(place + region * 8 + 4))
      t.expect(start >> 12, equals: mdl[region].raw, "the frame of a region")
      t.expect(start & 0xFFF, equals: region == 0 ? mdl.byteOffset : 0, "where in its page it begins")
      t.expect(start >> 16, equals: (start + (bytes & 0xFFFF) - 1) >> 16, "multiples of 64 KB below its first and its last byte")
      t.expect(bytes >> 31, equals: region == regions - 1 ? 1 : 0, "the mark of the last")
      sum += bytes & 0xFFFF
    }
    t.expect(sum, equals: mdl.byteCount, "bytes of all regions")
  }

  func testRequestsWithoutADiskAreRefused(_ t: inout TestContext) {
    t.expect(Disk.sectorCount, equals: 0, "sectors")
    t.expect(Disk.partition == nil, "no partition")
    t.withDiskBuffer(bytes: 4096) { t, buffer in
      t.expect(buffer.read(0) == .noDisk, "a read")
      t.expect(buffer.write(0) == .noDisk, "a write")
    }
    do throws(DiskError) { try Disk.perform(.flush, nil) } catch { return t.expect(error == .noDisk, "why a flush is refused") }
    t.expect(false, "a flush is refused")
  }
#endif
