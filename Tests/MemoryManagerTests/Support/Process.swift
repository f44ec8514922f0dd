import Machine

@testable import MemoryManager

/// A process of a test bed: its nouns' memory, and ring 3's way to its bytes.
final class Process: @unchecked Sendable {
  let bed: TestBed
  let space: AddressSpace
  private let state: UnsafeMutableRawPointer
  /// The manager's list of address spaces has it, also when the test has lost sight of it.
  private var isListed = false

  /// Nil if there is no memory for it.
  init?(_ bed: TestBed, isLargeAddressAware: Bool = false) {
    self.bed = bed
    state = .allocate(byteCount: AddressSpace.bytes, alignment: 16)
    space = AddressSpace(at: UInt(bitPattern: state))
    do { try bed.mm.createAddressSpace(space, isLargeAddressAware: isLargeAddressAware) } catch { return nil }
    isListed = true
  }
  deinit { if !isListed { state.deallocate() } }

  /// If the process is out it comes in, as for anyone who wants to go there. What cannot be read is read again.
  func bringIn() {
    while true {
      do throws(Restart) { return try bed.mm.inSwap(space) } catch { _ = bed.settle(error.resolution) }
    }
  }

  /// Does something as a thread of this process.
  func run<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let (machine, old) = (bed.machine, bed.machine.directory)
    guard old != space.directory else { return try body() }
    bringIn()
    machine.switchDirectory(to: space.directory)
    defer { machine.switchDirectory(to: old) }
    return try body()
  }

  /// Runs a service of the process until everything that it needs is in memory; it ends with `inPageError` if something cannot be read.
  func restarting<Result>(_ service: () throws(Restart) -> Result) throws(Status) -> Result {
    try run { () throws(Status) in
      while true {
        do throws(Restart) { return try service() } catch {
          guard bed.settle(error.resolution) else { throw .inPageError }
        }
      }
    }
  }

  /// The same, and what cannot be read is read again.
  func settling<Result>(_ service: () throws(Restart) -> Result) -> Result {
    while true {
      do throws(Status) { return try restarting(service) } catch {}
    }
  }

  /// Everything below the system's half is freed.
  func clean() { settling { () throws(Restart) in try bed.mm.cleanAddressSpace(space) } }

  /// The process ends.
  func end() {
    clean()
    bed.mm.deleteAddressSpace(space)
    isListed = false
  }

  // MARK: Services

  func allocate(_ base: UInt32, _ size: UInt32, _ type: UInt32, _ protect: UInt32 = PAGE.readWrite, zeroBits: UInt32 = 0) -> Answer {
    var region = MemoryRegion(base: base, size: size)
    do {
      let options = try AllocationOptions(zeroBits: zeroBits, type: type, protect: protect)
      try options.check(region)
      let status = try restarting { () throws(Restart) in try bed.mm.allocateVirtualMemory(space, options, &region) }
      return Answer(status, region)
    } catch {
      return Answer(error, region)
    }
  }

  func free(_ base: UInt32, _ size: UInt32, _ type: UInt32) -> Answer {
    var region = MemoryRegion(base: base, size: size)
    do {
      let type = try FreeType(type)
      try type.check(region)
      let status = try restarting { () throws(Restart) in try bed.mm.freeVirtualMemory(space, type, &region) }
      return Answer(status, region)
    } catch {
      return Answer(error, region)
    }
  }

  func protect(_ base: UInt32, _ size: UInt32, _ protect: UInt32) -> Answer {
    var region = MemoryRegion(base: base, size: size)
    var old: UInt32 = 0
    do {
      let protection = try Protection(win32: protect)
      try region.check()
      let status = try restarting { () throws(Restart) in try bed.mm.protectVirtualMemory(space, protection, &region, old: &old) }
      return Answer(status, region, old)
    } catch {
      return Answer(error, region)
    }
  }

  func lock(_ base: UInt32, _ size: UInt32, _ options: UInt32 = 1) -> Answer { lockOrUnlock(base, size, options, isLock: true) }
  func unlock(_ base: UInt32, _ size: UInt32, _ options: UInt32 = 1) -> Answer { lockOrUnlock(base, size, options, isLock: false) }
  private func lockOrUnlock(_ base: UInt32, _ size: UInt32, _ options: UInt32, isLock: Bool) -> Answer {
    var region = MemoryRegion(base: base, size: size)
    do {
      let options = try LockOptions(options)
      try region.check()
      let status = try restarting { () throws(Restart) in
        try isLock ? bed.mm.lockVirtualMemory(space, &region, options) : bed.mm.unlockVirtualMemory(space, &region, options)
      }
      return Answer(status, region)
    } catch {
      return Answer(error, region)
    }
  }

  func query(_ address: UInt32) -> MemoryBasicInformation? {
    settling { () throws(Restart) in try bed.mm.queryVirtualMemory(space, VirtualAddress(address)) }
  }
  func attributes(_ address: UInt32) -> UInt32 { run { bed.mm.workingSetAttributes(space, VirtualAddress(address)) } }
  func written(_ base: UInt32, _ size: UInt32, resets: Bool = false, capacity: UInt32 = .max) -> (Status, [UInt32]) {
    var pages: [UInt32] = []
    let status = settling { () throws(Restart) in
      try bed.mm.getWriteWatch(space, MemoryRegion(base: base, size: size), resets: resets, capacity: capacity) { pages.append($0.raw) }
    }
    return (status, pages)
  }

  func resetWritten(_ base: UInt32, _ size: UInt32) -> Status {
    settling { () throws(Restart) in try bed.mm.resetWriteWatch(space, MemoryRegion(base: base, size: size)) }
  }
  func setLimits(_ minimum: UInt32, _ maximum: UInt32) -> Status {
    run { bed.mm.setWorkingSetLimits(space, minimum: minimum, maximum: maximum) }
  }

  // MARK: What its programs do

  /// Nil, and `bed.lastStatus` says why, if the processor's fault could not be resolved.
  func read(_ address: UInt32) -> UInt32? { run { bed.machine.userRead32(VirtualAddress(address)) } }
  func write(_ address: UInt32, _ value: UInt32) -> Bool { run { bed.machine.userWrite32(VirtualAddress(address), value) } }

  // MARK: What the system does to it

  func trim(_ count: UInt32 = .max, age: UInt32 = 0) -> UInt32 { run { bed.mm.trim(space, count, age: age) } }
  func age(times: Int = 1) { for _ in 0..<times { run { space.memory.withLock { $0.workingSet.age($0.workingSet.capacity) } } } }
  func empty() { run { bed.mm.emptyWorkingSet(space) } }
  var residentPages: UInt32 { space.memory.withLock { $0.workingSet.size } }
  var workingSetList: [UInt32] {
    var words: [UInt32] = []
    _ = run { bed.mm.workingSetList(space, capacity: .max) { words.append($0) } }
    return words
  }
  /// Page tables that are there.
  var pageTables: Int { run { (0..<0x200 as Range<UInt32>).count { bed.machine[VirtualAddress($0 << 22).pde].isValid } } }
}

/// What a service answered.
struct Answer: Equatable {
  let status: Status
  let base: UInt32
  let size: UInt32
  let old: UInt32
  init(_ status: Status, _ region: MemoryRegion, _ old: UInt32 = 0) {
    self.status = status
    base = region.base
    size = region.size
    self.old = old
  }
}

enum PAGE {
  static let noAccess: UInt32 = 1
  static let readOnly: UInt32 = 2
  static let readWrite: UInt32 = 4
  static let writeCopy: UInt32 = 8
  static let execute: UInt32 = 0x10
  static let executeRead: UInt32 = 0x20
  static let executeReadWrite: UInt32 = 0x40
  static let guardPage: UInt32 = 0x100
  static let noCache: UInt32 = 0x200
  static let writeCombine: UInt32 = 0x400
}

enum MEM {
  static let commit: UInt32 = 0x1000
  static let reserve: UInt32 = 0x2000
  static let decommit: UInt32 = 0x4000
  static let release: UInt32 = 0x8000
  static let reset: UInt32 = 0x8_0000
  static let topDown: UInt32 = 0x10_0000
  static let writeWatch: UInt32 = 0x20_0000
  static let physical: UInt32 = 0x40_0000
  static let largePages: UInt32 = 0x2000_0000
}
