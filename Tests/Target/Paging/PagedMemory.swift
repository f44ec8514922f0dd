#if os(none)
  import CMachine
  import Executive
  import Machine
  import MemoryManager

  /// A process with pages that are made to go to the page file and to come back. The benchmark's thread is in it.
  struct PagedMemory: ~Copyable {
    let pages: UInt32
    /// Only every so manieth page of the range is touched: with 8 no two of them are read together.
    let stride: UInt32
    let space: AddressSpace
    private let process: Reference<Process>
    private let previous: Attachment
    private let base: UInt32

    init?(pages: UInt32, stride: UInt32 = 1) {
      guard let process = try? createProcess(name: ImageName("paged")), let previous = try? attach(to: process), let space = currentAddressSpace,
        let options = try? AllocationOptions(zeroBits: 0, type: 0x3000, protect: 4)
      else { return nil }
      var region = MemoryRegion(base: 0, size: pages * stride << 12)
      let status = restarting { () throws(Restart) in try memoryManager.allocateVirtualMemory(space, options, &region) }
      guard status.isSuccess else { return nil }
      (self.pages, self.stride, self.space, self.process, self.previous, base) = (pages, stride, space, process, previous, region.base)
    }

    deinit {
      detach(to: previous)
      terminateProcess(process, .success)
      process.dereference()
      delay(milliseconds: 100)
    }

    @inline(__always)
    func address(_ page: UInt32) -> UInt32 { base + (page * stride) << 12 }

    /// First touches, or touches that make pages modified.
    func write() { for page in 0..<pages { cpu_store32_may_fault(address(page), page) } }
    func read(from first: UInt32 = 0) { for page in first..<pages { _ = cpu_load32_may_fault(address(page)) } }
    /// In an order that follows no pattern: the number of pages is no multiple of 509, a prime.
    func readScattered() { for index in 0..<pages { _ = cpu_load32_may_fault(address(index &* 509 % pages)) } }

    func trim() { _ = memoryManager.trim(space, .max, age: 0) }

    /// Every page is in the page file and nowhere else.
    func moveOut() {
      trim()
      writeModifiedPages()
      FrameHoard.reuseStandby()
    }

    /// Until there are none.
    func writeModifiedPages() {
      unsafe modifiedPageWriterEvent.set()
      while memoryManager.pfnDatabase.withLock({ $0.modified.count + $0.beingWritten }) > 0 { delay(milliseconds: 10) }
    }
  }

  /// Frames that are taken away, linked through their entries.
  struct FrameHoard: ~Copyable {
    private var first = PageFrameNumber.none

    mutating func take() -> Bool {
      memoryManager.pfnDatabase.withLock { database in
        guard let frame = database.removeAnyPage() else { return false }
        database.entry(frame).next = first
        first = frame
        return true
      }
    }

    mutating func take(untilAvailable count: UInt32) {
      while memoryManager.pfnDatabase.withLock({ $0.available }) > count, take() {}
    }
    /// All pages that are nobody's.
    mutating func takeFree() {
      while memoryManager.pfnDatabase.withLock({ $0.zeroed.count + $0.free.count }) > 0, take() {}
    }
    mutating func takeStandby() {
      while memoryManager.pfnDatabase.withLock({ $0.standby.count }) > 0, take() {}
    }

    mutating func giveBack() {
      while first != .none {
        memoryManager.pfnDatabase.withLock { database in
          let frame = first
          first = database.entry(frame).next
          database.insertFree(frame)
        }
      }
    }

    /// The pages on standby lose their frames.
    static func reuseStandby() {
      var hoard = FrameHoard()
      hoard.takeFree()
      hoard.takeStandby()
      hoard.giveBack()
    }
  }
#endif
