#if os(none)
  import Executive
  import Machine
  import MemoryManager

  /// Page files on the volume: what Scripts/tests/volume.py looks at afterwards is PAGEFILE.SYS with a pattern in all its pages but the first.
  private enum TestFile {
    static let seed: UInt32 = 0x0BAD_F00D
    static let pages: UInt32 = 256
    static let largest: UInt32 = 1024
    static let sectorsPerPage: UInt32 = 8
  }

  /// The first page file, which is made if there is none yet.
  private func openTestFile(_ t: inout TestContext) -> Reference<OpenPageFile>? {
    if PageFiles.count == 0 {
      do throws(Status) {
        try createPagingFile(VolumePath("\\pagefile.sys"), PagingFileSizes(minimum: TestFile.pages, maximum: TestFile.largest))
      } catch {
        t.expect(error.raw, equals: 0, "the status of a new page file")
        return nil
      }
    }
    return PageFiles[0]
  }

  private func perform(_ kind: PageFileIo.Kind, _ slot: UInt32, _ pages: UInt32, _ buffer: DiskBuffer) -> DiskError? {
    do throws(DiskError) {
      try PageFileIo.perform(kind, index: 7, file: 0, firstSlot: slot, pages: pages, buffer.mdl)
    } catch { return error }
    return nil
  }

  /// Writes the pattern to slots, 16 pages at a time, and finds it again in pieces of all lengths.
  private func writeAndRead(_ t: inout TestContext, from first: UInt32, to end: UInt32) {
    var slot = first
    while slot < end {
      let pages = min(16, end - slot)
      t.withDiskBuffer(bytes: pages * pageSize) { t, buffer in
        buffer.fill(slot * TestFile.sectorsPerPage, seed: TestFile.seed)
        t.expectDone(perform(.write, slot, pages, buffer), "writing pages")
      }
      slot += pages
    }
    readBack(&t, from: first, to: end)
  }

  private func readBack(_ t: inout TestContext, from first: UInt32, to end: UInt32) {
    var (slot, length): (UInt32, UInt32) = (first, 1)
    while slot < end {
      let pages = min(length, end - slot)
      t.withDiskBuffer(bytes: pages * pageSize) { t, buffer in
        buffer.fillAll(0)
        t.expectDone(perform(.read, slot, pages, buffer), "reading pages")
        t.expect(buffer.differences(slot * TestFile.sectorsPerPage, seed: TestFile.seed), equals: 0, "wrong dwords")
      }
      slot += pages
      length = length % 16 + 1
    }
  }

  // MARK: Tests

  func testPageFileIsInManyPieces(_ t: inout TestContext) {
    guard let file = openTestFile(&t) else { return }
    t.expect(file.object.pieces > 100, "more than 100 pieces")
  }

  func testPagesAreWhereTheFileIs(_ t: inout TestContext) {
    guard let file = openTestFile(&t) else { return }
    t.expect(file.object.pages, equals: TestFile.pages, "its pages")
    t.expect(memoryManager.pfnDatabase.withLock { $0.pageFiles[0]?.size ?? 0 }, equals: TestFile.pages, "slots that the memory manager knows of")
    writeAndRead(&t, from: 1, to: TestFile.pages)
  }

  /// A page each, in an order that follows no pattern, of one buffer.
  func testAllTransfersAtOnce(_ t: inout TestContext) {
    guard openTestFile(&t) != nil else { return }
    let mdlBytes: UInt32 = 64
    guard let place = allocatePool(.nonpaged, bytes: PageFileIo.transfers * mdlBytes, tag: .disk) else { return t.expect(false, "memory for MDLs") }
    t.withDiskBuffer(bytes: PageFileIo.transfers * pageSize) { t, buffer in
      buffer.fill(32 * TestFile.sectorsPerPage, seed: TestFile.seed)
      for kind in UInt32(0)..<2 {
        if kind == 1 { buffer.fillAll(0) }
        for index in 0..<PageFileIo.transfers {
          let page = index * 13 % PageFileIo.transfers
          guard let mdl = Mdl(memoryManager.machine, place + index * mdlBytes, for: VirtualAddress(0), bytes: pageSize) else { return }
          mdl[0] = buffer.mdl[page]
          mdl.flags.insert(.pagesLocked)
          PageFileIo.begin(kind == 0 ? .write : .read, index: index, file: 0, firstSlot: 32 + page, pages: 1, mdl)
        }
        for index in 0..<PageFileIo.transfers { t.expectDone(finish(PageFileIo.transfers - 1 - index), "a transfer") }
      }
      t.expect(buffer.differences(32 * TestFile.sectorsPerPage, seed: TestFile.seed), equals: 0, "wrong dwords")
    }
    freePool(place, tag: .disk)
  }

  private func finish(_ index: UInt32) -> DiskError? {
    do throws(DiskError) { try PageFileIo.finish(index) } catch { return error }
    return nil
  }

  func testSlotsPastTheEndAreRefused(_ t: inout TestContext) {
    guard let file = openTestFile(&t) else { return }
    t.withDiskBuffer(bytes: 2 * pageSize) { t, buffer in
      t.expectDone(perform(.read, file.object.pages - 2, 2, buffer), "the last two pages")
      t.expect(perform(.read, file.object.pages - 1, 2, buffer) == .outOfRange, "one of two past the end")
      t.expect(perform(.read, file.object.pages, 1, buffer) == .outOfRange, "a page past the end")
      t.expect(perform(.write, 0x10_0000 - 1, 1, buffer) == .outOfRange, "the last slot there can be")
    }
  }

  func testPageFilesGrow(_ t: inout TestContext) {
    guard let file = openTestFile(&t) else { return }
    let limit = memoryManager.commitment.withLock { $0.limit }
    let grown = extendPageFiles(by: 100)
    t.expect(grown >= 100, "at least 100 pages")
    t.expect(file.object.pages, equals: TestFile.pages + grown, "its pages")
    t.expect(memoryManager.commitment.withLock { $0.limit }, equals: limit + grown, "the commit limit")
    readBack(&t, from: 1, to: TestFile.pages)
    writeAndRead(&t, from: TestFile.pages, to: file.object.pages)
    while extendPageFiles(by: 1) > 0 { t.expect(file.object.pages <= TestFile.largest, "no more than its maximum") }
    writeAndRead(&t, from: 1, to: file.object.pages)
  }

  /// The host looks whether FULL.SYS is there.
  func testPageFilesThatCannotBeLeaveNothingBehind(_ t: inout TestContext) {
    let before = PageFiles.count
    t.expectStatus(.diskFull, "\\full.sys", 500 << 8, 500 << 8)
    t.expectStatus(.sharingViolation, "\\PAGEFILE.SYS", 256, 512)
    t.expectStatus(.objectPathNotFound, "\\none\\full.sys", 256, 512)
    t.expectStatus(.objectNameInvalid, "\\name too long.sys", 256, 512)
    t.expectStatus(.fileIsADirectory, "\\", 256, 512)
    t.expect(PageFiles.count, equals: before, "page files")
  }

  func testThereAreSixteenPageFilesAtMost(_ t: inout TestContext) {
    let paths: InlineArray<16, StaticString> = [
      "\\p1", "\\p2", "\\p3", "\\p4", "\\p5", "\\p6", "\\p7", "\\p8", "\\p9", "\\p10", "\\p11", "\\p12", "\\p13", "\\p14", "\\p15", "\\p16",
    ]
    var index = 0
    while PageFiles.count < PageFiles.capacity && index < 16 {
      t.expectStatus(.success, paths[index], 256, 256)
      index += 1
    }
    t.expect(PageFiles.count, equals: 16, "page files")
    t.expectStatus(.tooManyPagingFiles, "\\full.sys", 256, 256)
  }

  /// Which pages they are in the host need not know: each has eight sectors, and one of them is bad.
  func testBadSectorsAreErrorsOfTheirPagesAlone(_ t: inout TestContext) {
    guard openTestFile(&t) != nil else { return }
    var (unreadable, unwritable): (UInt32, UInt32) = (0, 0)
    for slot in 1..<TestFile.pages {
      t.withDiskBuffer(bytes: pageSize) { t, buffer in
        buffer.fill(slot * TestFile.sectorsPerPage, seed: TestFile.seed)
        if let error = perform(.write, slot, 1, buffer) {
          t.expectDeviceError(error, "the drive says that it cannot write")
          unwritable += 1
        }
        if let error = perform(.read, slot, 1, buffer) {
          t.expectDeviceError(error, "the drive says that it cannot read")
          unreadable += 1
        }
      }
    }
    t.expect(unreadable, equals: 1, "pages that cannot be read")
    t.expect(unwritable, equals: 1, "pages that cannot be written")
  }

  extension TestContext {
    fileprivate mutating func expectStatus(_ expected: Status, _ path: StaticString, _ minimum: UInt32, _ maximum: UInt32) {
      var status = Status.success
      do throws(Status) {
        try createPagingFile(VolumePath(path), PagingFileSizes(minimum: minimum, maximum: maximum))
      } catch { status = error }
      expect(status.raw, equals: expected.raw, path)
    }
  }
#endif
