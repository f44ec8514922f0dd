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

  func testPartitionsMustLieOnTheDisk(_ t: inout TestContext) {
    guard let place = allocatePool(.nonpaged, bytes: 512, tag: .disk) else { return t.expect(false, "memory for a sector") }
    func isValid(_ start: UInt32, _ sectors: UInt32, type: UInt32 = 6, status: UInt32 = 0, signature: UInt32 = 0xAA55) -> Bool {
      let machine = memoryManager.machine
      machine.zero(place, bytes: 512)
      machine.store16(place + 446, UInt16(status))
      machine.store16(place + 450, UInt16(type))
      machine.store16(place + 454, UInt16(truncatingIfNeeded: start))
      machine.store16(place + 456, UInt16(truncatingIfNeeded: start >> 16))
      machine.store16(place + 458, UInt16(truncatingIfNeeded: sectors))
      machine.store16(place + 460, UInt16(truncatingIfNeeded: sectors >> 16))
      machine.store16(place + 510, UInt16(signature))
      guard let found = DiskPartition(at: place, diskSectors: 1_000_000) else { return false }
      return found.start == start && found.sectors == sectors && UInt32(found.type) == type
    }
    t.expect(isValid(2048, 997_952), "a partition up to the end of the disk")
    t.expect(isValid(1, 1, status: 0x80), "one to be booted from, of a sector")
    t.expect(!isValid(2048, 997_953), "past the end of the disk")
    t.expect(!isValid(1_000_000, 1), "behind the disk")
    t.expect(!isValid(2, .max), "around the end of all numbers")
    t.expect(!isValid(0, 100), "over the partition table")
    t.expect(!isValid(63, 0), "empty")
    t.expect(!isValid(63, 100, type: 0), "an unused entry")
    t.expect(!isValid(63, 100, status: 0x7F), "a status that there is not")
    t.expect(!isValid(63, 100, signature: 0x55AA), "no signature")
    freePool(place, tag: .disk)
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
