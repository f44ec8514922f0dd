#if os(none)
  import Executive
  import Machine
  import MemoryManager

  func testPartitionIsFound(_ t: inout TestContext) {
    t.expect(Disk.sectorCount, equals: 133_120, "sectors of the disk")
    t.expect(Disk.partition != nil, "a partition")
  }

  func testSectorsOfTheHostAreRead(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 64 * 512) { t, buffer in
      t.expectDone(buffer.read(DiskPlaces.fromHost), "reading")
      t.expect(buffer.differences(DiskPlaces.fromHost, seed: DiskPlaces.hostSeed), equals: 0, "wrong dwords")
    }
  }

  func testScatteredFramesAreWrittenAndRead(_ t: inout TestContext) {
    let bytes = DiskRequest.largestBytes
    t.withDiskBuffer(bytes: bytes, first: 3, step: 7) { t, source in
      t.expect(source.mdl[1] != source.mdl[0] + 1, "the frames are not one behind the other")
      source.fill(DiskPlaces.scratch, seed: 1)
      t.expectDone(source.write(DiskPlaces.scratch), "writing")
      t.withDiskBuffer(offset: 0x200, bytes: bytes, first: 9, step: 10) { t, target in
        target.fillAll(0)
        t.expectDone(target.read(DiskPlaces.scratch), "reading")
        t.expect(target.differences(DiskPlaces.scratch, seed: 1), equals: 0, "wrong dwords")
      }
    }
  }

  func testBuffersOfAllLengthsAndOffsets(_ t: inout TestContext) {
    var seed: UInt32 = 100
    let lengths: InlineArray<_, UInt32> = [1, 2, 7, 8, 9, 63, 128, 255, 256]
    let offsets: InlineArray<_, UInt32> = [0, 4, 0x200, 0xE04, 0xFFC]
    for length in lengths.indices {
      for offset in offsets.indices {
        seed += 1
        t.withDiskBuffer(offset: offsets[offset], bytes: lengths[length] * 512) { t, buffer in
          buffer.fill(DiskPlaces.scratch, seed: seed)
          t.expectDone(buffer.write(DiskPlaces.scratch), "writing")
          buffer.fillAll(0)
          t.expectDone(buffer.read(DiskPlaces.scratch), "reading")
          t.expect(buffer.differences(DiskPlaces.scratch, seed: seed), equals: 0, "wrong dwords")
        }
      }
    }
  }

  func testNothingAroundABufferIsTouched(_ t: inout TestContext) {
    let outside: UInt32 = 0xA5A5_1111
    t.withDiskBuffer(offset: 0xE04, bytes: 3 * 512) { t, buffer in
      buffer.fillAll(outside)
      t.expectDone(buffer.read(DiskPlaces.fromHost), "reading")
      t.expect(buffer.differences(DiskPlaces.fromHost, seed: DiskPlaces.hostSeed), equals: 0, "wrong dwords")
      t.expect(buffer.count(outside), equals: DiskBuffer.pages * 1024 - 3 * 128, "dwords around it that are as they were")
    }
  }

  func testLastSectorIsRead(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 1024) { t, buffer in
      let last = Disk.sectorCount - 2
      buffer.fill(last, seed: 8)
      t.expectDone(buffer.write(last), "writing the last two sectors")
      buffer.fillAll(0)
      t.expectDone(buffer.read(last), "reading them")
      t.expect(buffer.differences(last, seed: 8), equals: 0, "wrong dwords")
    }
  }

  func testWrongRequestsAreRefused(_ t: inout TestContext) {
    let end = Disk.sectorCount
    let ends: InlineArray<_, (UInt32, UInt32)> = [(1024, end - 1), (512, end), (512, .max), (1024, .max)]
    for index in ends.indices {
      t.withDiskBuffer(bytes: ends[index].0) { t, buffer in
        t.expect(buffer.read(ends[index].1) == .outOfRange, "a read past the end")
        t.expect(buffer.write(ends[index].1) == .outOfRange, "a write past the end")
      }
    }
    let bad: InlineArray<_, (UInt32, UInt32)> = [(0, 0), (0, 511), (0, 513), (2, 512), (1, 512), (0, DiskRequest.largestBytes + 512)]
    for index in bad.indices {
      t.withDiskBuffer(offset: bad[index].0, bytes: bad[index].1) { t, buffer in
        t.expect(buffer.write(DiskPlaces.scratch) == .badBuffer, "a bad buffer")
      }
    }
    t.withDiskBuffer(bytes: 512) { t, buffer in
      buffer.mdl.flags = []
      t.expect(buffer.read(DiskPlaces.scratch) == .badBuffer, "a buffer whose frames nobody holds")
    }
    do throws(DiskError) { try Disk.perform(.read, nil) } catch { return t.expect(error == .badBuffer, "why no buffer is refused") }
    t.expect(false, "a read without a buffer is refused")
  }

  func testFlushIsDone(_ t: inout TestContext) {
    do throws(DiskError) { try Disk.perform(.flush, nil) } catch { t.expect(false, "a flush") }
  }

  /// The last of each group: the disk still works, and the host finds it on the image.
  func testResultsForTheHostAreWritten(_ t: inout TestContext) {
    for sector in stride(from: UInt32(0), to: 300, by: 100) {
      t.withDiskBuffer(offset: 0x800, bytes: 100 * 512, first: sector) { t, buffer in
        buffer.fill(DiskPlaces.toHost + sector, seed: DiskPlaces.kernelSeed)
        t.expectDone(buffer.write(DiskPlaces.toHost + sector), "writing")
      }
    }
    testFlushIsDone(&t)
  }

  func testSectorsBeyond28Bits(_ t: inout TestContext) {
    let limit: UInt32 = 1 << 28
    t.expect(Disk.sectorCount > limit + 1000, "the disk is large")
    let sectors: InlineArray<_, UInt32> = [limit - 256, limit - 100, limit, limit + 5, limit - 1]
    for index in sectors.indices {
      let sector = sectors[index]
      t.withDiskBuffer(bytes: 256 * 512) { t, buffer in
        buffer.fill(sector, seed: sector)
        t.expectDone(buffer.write(sector), "writing")
        buffer.fillAll(0)
        t.expectDone(buffer.read(sector), "reading")
        t.expect(buffer.differences(sector, seed: sector), equals: 0, "wrong dwords")
      }
    }
    expectLowSectorsAreEmpty(&t)
  }

  /// Had the upper bits of the numbers been lost, it would be here.
  private func expectLowSectorsAreEmpty(_ t: inout TestContext) {
    t.withDiskBuffer(bytes: 256 * 512) { t, buffer in
      buffer.fillAll(1)
      t.expectDone(buffer.read(1), "reading")
      t.expect(buffer.count(0), equals: 256 * 128, "zeroes")
    }
  }
#endif
