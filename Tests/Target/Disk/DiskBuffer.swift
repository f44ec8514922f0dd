#if os(none)
  import Executive
  import Machine
  import MemoryManager

  /// Memory for the tests of the disk: single pages of nonpaged pool, which a buffer uses in any order, and an MDL for it.
  struct DiskBuffer {
    static let pages: UInt32 = 33
    private var places = InlineArray<33, VirtualAddress>(repeating: VirtualAddress(0))
    private let mdlPlace: VirtualAddress
    /// The page that is the first of the buffer, and how far the next one is from it.
    private let (first, step): (UInt32, UInt32)
    let mdl: Mdl

    /// `bytes` from `offset` on; its pages are every third of those there are, from `first` on, so that their frames are scattered. nil without memory.
    init?(offset: UInt32 = 0, bytes: UInt32, first: UInt32 = 0, step: UInt32 = 5) {
      let machine = memoryManager.machine
      guard let size = Mdl.size(of: VirtualAddress(offset), bytes: bytes), let mdlPlace = allocatePool(.nonpaged, bytes: size, tag: .disk),
        let mdl = Mdl(machine, mdlPlace, for: VirtualAddress(offset), bytes: bytes)
      else { return nil }
      (self.mdlPlace, self.mdl, self.first, self.step) = (mdlPlace, mdl, first, step)
      for index in 0..<Int(Self.pages) {
        guard let place = allocatePool(.nonpaged, bytes: pageSize, tag: .disk) else { return nil }
        places[index] = place
      }
      for page in 0..<mdl.pageCount { mdl[page] = machine[address(ofPage: page).pte].frame }
      mdl.flags.insert(.pagesLocked)
    }

    func free() {
      for index in 0..<Int(Self.pages) { freePool(places[index], tag: .disk) }
      freePool(mdlPlace, tag: .disk)
    }

    private func address(ofPage page: UInt32) -> VirtualAddress { places[Int((first + page * step) % Self.pages)] }

    func address(of byte: UInt32) -> VirtualAddress {
      let place = mdl.byteOffset + byte
      return address(ofPage: place / pageSize) + place % pageSize
    }

    /// What is outside the buffer in its pages.
    func fillAll(_ value: UInt32) {
      for index in 0..<Int(Self.pages) { for offset in 0..<pageSize / 4 { memoryManager.machine.store32(places[index] + offset * 4, value) } }
    }

    /// Dwords of `value` in all pages.
    func count(_ value: UInt32) -> UInt32 {
      var count: UInt32 = 0
      for index in 0..<Int(Self.pages) {
        for offset in 0..<pageSize / 4 where memoryManager.machine.load32(places[index] + offset * 4) == value { count += 1 }
      }
      return count
    }

    // MARK: Patterns, which Scripts/tests/disk.py knows too

    /// Dword `index` of what a sector holds.
    static func word(_ sector: UInt32, _ index: UInt32, _ seed: UInt32) -> UInt32 { (sector &* 128 &+ index) &* 0x9E37_79B1 &+ seed }

    /// Fills the buffer with what its sectors hold, the first of which is `sector`.
    func fill(_ sector: UInt32, seed: UInt32) {
      for index in 0..<mdl.byteCount / 4 {
        memoryManager.machine.store32(address(of: index * 4), Self.word(sector + index / 128, index % 128, seed))
      }
    }

    /// Dwords that are not as `fill` made them.
    func differences(_ sector: UInt32, seed: UInt32) -> UInt32 {
      var count: UInt32 = 0
      for index in 0..<mdl.byteCount / 4
      where memoryManager.machine.load32(address(of: index * 4)) != Self.word(sector + index / 128, index % 128, seed) { count += 1 }
      return count
    }

    func read(_ sector: UInt32) -> DiskError? { perform(.read, sector) }
    func write(_ sector: UInt32) -> DiskError? { perform(.write, sector) }

    private func perform(_ operation: DiskRequest.Operation, _ sector: UInt32) -> DiskError? {
      do throws(DiskError) { try Disk.perform(operation, sector: sector, mdl) } catch { return error }
      return nil
    }
  }

  extension TestContext {
    /// Runs `body` with a buffer, and gives it back.
    mutating func withDiskBuffer(
      offset: UInt32 = 0, bytes: UInt32, first: UInt32 = 0, step: UInt32 = 5, _ body: (inout TestContext, DiskBuffer) -> Void
    ) {
      guard let buffer = DiskBuffer(offset: offset, bytes: bytes, first: first, step: step) else { return expect(false, "memory for a buffer") }
      body(&self, buffer)
      buffer.free()
    }

    mutating func expectDone(_ error: DiskError?, _ what: StaticString) { expect(error == nil, what) }

    /// An error that the drive itself reported, with the registers that say so.
    mutating func expectDeviceError(_ error: DiskError?, _ what: StaticString) {
      guard case .device(let registers) = error else { return expect(false, what) }
      expect(UInt32(registers.status & 0x89), equals: 0x01, "the status: an error, not busy, no data")
      expect(UInt32(registers.error & 0x04), equals: 0x04, "the error: aborted")
    }
  }
#endif
