import Machine
import Testing

@testable import MemoryManager

/// A simulated computer with a memory manager in it. Accesses to pageable memory behave as the processor does: fault, resolve, retry.
final class TestBed: @unchecked Sendable {
  let machine: Machine
  let mm: MemoryManager
  private let state: UnsafeMutableRawPointer
  private let hasTlb: Bool
  /// What became of the page faults so far, newest last; not kept where several threads fault.
  private(set) var resolutions: [FaultResolution] = []

  /// Who moves its pages from and to page files, if it has any.
  var pager: (any Pager)?

  /// The address space in force; nil is the system process's.
  var current: AddressSpace? {
    let directory = machine.directory
    return mm.addressSpaces.withLock { list in
      var next = list.first
      while let space = next, space.directory != directory { next = list.next(space) }
      return next
    }
  }

  /// `frames` of RAM from 0 on, less the hole below 1 MB of every PC, or what `memory` says instead.
  init?(
    booting frames: UInt32, options: String = "", hasTlb: Bool = true, modules: [FrameRun] = [],
    memory ranges: [MemoryRange]? = nil
  ) {
    self.hasTlb = hasTlb
    machine = Machine(frames: frames, hasTlb: hasTlb)
    let boot = Self.boot(ranges ?? MemoryRange.pc(frames), options, modules)
    state = .allocate(byteCount: MemoryManager.stateBytes, alignment: 16)
    mm = MemoryManager(machine: machine, state: UInt(bitPattern: state))
    guard mm.initialize(boot) else { return nil }
    machine.faultHandler = { [unowned self] fault in resolve(fault) }
    _ = SoftwareInterrupts.take()
  }

  convenience init(
    frames: UInt32 = 2048, options: String = "", hasTlb: Bool = true, modules: [FrameRun] = [], memory: [MemoryRange]? = nil
  ) {
    self.init(booting: frames, options: options, hasTlb: hasTlb, modules: modules, memory: memory)!
  }
  deinit { state.deallocate() }

  private static func boot(_ ranges: [MemoryRange], _ options: String, _ modules: [FrameRun]) -> BootInformation {
    let parsed = BootOptions(BootText(options))
    let memory = PhysicalMemoryMap(LoaderRanges(ranges), maximum: parsed.maximumMegabytes.map { UInt64($0) << 20 })
    var boot = BootInformation(memory: memory, options: parsed, image: image)
    for module in modules { precondition(boot.addModule(module)) }
    return boot
  }

  /// The image's text is at 1 MB, its data behind it.
  static let image = KernelImage(
    text: FrameRun(start: PageFrameNumber(0x100), count: 40), data: FrameRun(start: PageFrameNumber(0x128), count: 20))

  private func resolve(_ fault: PageFault) -> Bool {
    if let pager { return pager.resolve(fault, in: current) }
    let resolution = mm.accessFault(fault, in: current)
    note(resolution)
    return resolution == .resolved
  }
  /// False if something cannot be read.
  func settle(_ resolution: FaultResolution) -> Bool {
    guard let pager else { fatalError("without a page file nothing can be done about \(resolution)") }
    return pager.settle(resolution)
  }
  func note(_ resolution: FaultResolution) { if hasTlb { resolutions.append(resolution) } }
}

// MARK: Short ways to say what tests do often

extension TestBed {
  func allocate(_ type: PoolType, _ bytes: UInt32, tag: PoolTag = "Test") -> VirtualAddress? {
    if case .block(let address) = mm.allocatePool(type, bytes: bytes, tag: tag) { return address }
    return nil
  }
  func free(_ address: VirtualAddress, tag: PoolTag? = "Test") -> PoolMisuse? { mm.freePool(address, tag: tag) }
  func reserve(_ count: UInt32) -> PteAddress? { mm.reserveSystemPtes(count, .system) }
  func release(_ first: PteAddress, _ count: UInt32) -> SystemPtes.Misuse? { mm.releaseSystemPtes(first, count, .system) }

  var violation: Violation? { machine.observe { mm.checkInvariants() } }
  /// The same of the page lists and the address space in force alone, in a tenth of the time.
  var violationInForce: Violation? {
    machine.observe { database { $0.checkInvariants() } ?? current.flatMap(mm.checkAddressSpace) }
  }
  var available: UInt32 { database { $0.available } }
  var charged: UInt32 { mm.commitment.withLock { $0.charged } }
  var residentCharged: UInt32 { mm.commitment.withLock { $0.residentCharged } }
  var systemPtesInUse: UInt32 { mm.systemPtes.withLock { $0.inUse } }
  /// Pages that either pool has, in use or kept for the next who needs one.
  var poolPages: UInt32 { mm.withPool(.nonpaged) { pool, _ in pool.pages } + mm.withPool(.paged) { pool, _ in pool.pages } }
  var counts: PageCounts { database { $0.countedFrames() } }
  func database<Result>(_ body: (inout PfnDatabase) -> Result) -> Result { mm.pfnDatabase.withLock(body) }
  func location(_ frame: PageFrameNumber) -> PageLocation { database { $0.entry(frame).state.location } }
  func entry(_ frame: PageFrameNumber) -> PfnEntry { PfnEntry(machine, frame) }
  func usage(_ tag: PoolTag, _ type: PoolType) -> PoolTags.Usage? {
    mm.poolTags.withLock { tags in
      for index in 0..<PoolTags.count {
        if let entry = tags.entry(index, type), entry.tag == tag { return entry.usage }
      }
      return nil
    }
  }

  /// The first of them are there: what that takes stays.
  func growSystemPtes() throws { #expect(release(try #require(reserve(1)), 1) == nil) }

  /// Fills `bytes` (a multiple of 4) at `address` with words that follow from `pattern`.
  func fill(_ address: VirtualAddress, _ bytes: UInt32, _ pattern: UInt32, stride step: UInt32 = 64) {
    for offset in stride(from: 0, to: bytes & ~3, by: UInt32.Stride(step)) { machine.write32(address + offset, pattern &+ offset) }
  }
  func holds(_ address: VirtualAddress, _ bytes: UInt32, _ pattern: UInt32, stride step: UInt32 = 64) -> Bool {
    for offset in stride(from: 0, to: bytes & ~3, by: UInt32.Stride(step)) where machine.read32(address + offset) != pattern &+ offset {
      return false
    }
    return true
  }
  /// Promises all there is to promise: nothing that needs a page can succeed. Returns the blocks of paged pool that hold the promises.
  @discardableResult
  func promiseEverything() -> [VirtualAddress] {
    var blocks: [VirtualAddress] = []
    for pages in [32, 1] as [UInt32] {
      while let block = allocate(.paged, pages * pageSize) { blocks.append(block) }
    }
    return blocks
  }
  /// Every word of the frame, looked at in RAM itself.
  func isZero(_ frame: PageFrameNumber) -> Bool {
    for offset in stride(from: 0, to: pageSize, by: 4)
    where machine.loadPhysical(PhysicalAddress(frame.address.raw + offset)) != 0 { return false }
    return true
  }
  /// Consecutive frames, in use as the loader's are: without a PTE.
  func takeContiguous(_ request: ContiguousRequest) -> PageFrameNumber? {
    database { database in
      guard let start = database.removeContiguous(request) else { return nil }
      for page in 0..<request.pages {
        let entry = database.entry(start + page)
        entry.pte = PteAddress(raw: 0)
        entry.shareCount = 1
        entry.original = .zero
        entry.state = PfnState(.active, references: 1)
      }
      return start
    }
  }
  func ageSystemWorkingSet(times: Int = 1) {
    for _ in 0..<times { mm.systemWorkingSet.withLock { $0.age($0.capacity) } }
  }
  /// Trims every page of paged pool.
  func trimAll() { _ = mm.trimSystemWorkingSet(.max, age: 0) }
  func zeroAll() { while mm.zeroPageStep() {} }
  /// For a moment someone has every page that can be had: those on the standby list lose their owners.
  func reuseStandby() {
    database { database in
      var frames: [PageFrameNumber] = []
      while let frame = database.removeAnyPage() { frames.append(frame) }
      for frame in frames { database.insertFree(frame) }
    }
  }
  /// Takes pages away until so many are available.
  func leaveAvailable(_ count: UInt32) { database { database in while database.available > count { _ = database.removeAnyPage() } } }
  /// The free list's frames go the way of the zeroed ones and back, so that none is known to be zero.
  func dirtyEveryFreePage() {
    database { database in
      while database.zeroed.count > 0, let taken = database.removeZeroedPage() { database.insertFree(taken.frame) }
    }
  }
}
