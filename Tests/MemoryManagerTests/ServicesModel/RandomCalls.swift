import Machine

@testable import MemoryManager

extension ServicesActor {
  // MARK: Arguments

  /// 1.5 MB: so small that calls meet each other's memory. With page files, where two page tables meet: either may be out.
  private var window: ClosedRange<UInt32> { disk == nil ? 0x1_0000...0x18_FFFF : 0x34_0000...0x4B_FFFF }
  private static let places: [UInt32] = [
    0, 0xFFFF, 0x3F_F000, 0x4000_0000, 0x403F_E000, 0x7FFD_0000, 0x7FFD_F000, 0x7FFE_0000, 0x7FFE_FFFF, 0x7FFF_0000, 0x8000_0000, 0xFFFF_FFFF,
  ]

  /// In or near memory that there is, or where there may be some, or at one of the places where something ends.
  func address() -> UInt32 {
    switch random.next(20) {
    case 0..<13:
      guard let region = region() else { return random.next(window) }
      let pages = min(region.end - region.start, 20) + 2
      return (region.start + random.next(pages)) << 12 | (random.oneIn(3) ? 0 : random.next(0x1000))
    case 13..<19: return random.next(window)
    default: return Self.places[Int(random.next(UInt32(Self.places.count)))]
    }
  }
  func region() -> ProcessModel.Region? {
    model.regions.isEmpty ? nil : model.regions[Int(random.next(UInt32(model.regions.count)))]
  }

  private func size() -> UInt32 {
    switch random.next(100) {
    case 0..<55: random.next(1...0x4000)
    case 55..<94: random.next(1...0x2_0000)
    case 94: 0
    case 95..<98: random.next(1...0x40_0000)
    default: random.next(.max)
    }
  }
  private func someRegion() -> MemoryRegion { MemoryRegion(base: address(), size: size()) }

  private static let protections: [UInt32] = [
    PAGE.readWrite, PAGE.readWrite, PAGE.readWrite, PAGE.readWrite, PAGE.readOnly, PAGE.noAccess, PAGE.execute, PAGE.executeRead,
    PAGE.executeReadWrite, PAGE.readWrite | PAGE.guardPage, PAGE.readOnly | PAGE.guardPage, PAGE.readWrite | PAGE.noCache,
    PAGE.readOnly | PAGE.writeCombine, PAGE.executeReadWrite | PAGE.guardPage,
  ]
  private static let wrongProtections: [UInt32] = [0, 3, 0x101, PAGE.writeCopy, 0x80, 0x304, 0x804, 0x8000_0004]
  private func protection() -> UInt32 {
    let list = random.oneIn(60) ? Self.wrongProtections : Self.protections
    return list[Int(random.next(UInt32(list.count)))]
  }

  /// Something that the service needs could not be read: all is as it was, as the next comparisons find.
  private func expectNothing(_ found: Answer, _ region: MemoryRegion) throws {
    try expect(region, MemoryRegion(base: found.base, size: found.size), "the region of a service that could not be done")
  }

  // MARK: Allocating and freeing

  private static let types: [UInt32] = [
    MEM.reserve, MEM.reserve, MEM.reserve | MEM.commit, MEM.reserve | MEM.commit, MEM.commit, MEM.commit, MEM.commit, MEM.commit, MEM.reset,
    MEM.reserve | MEM.physical, MEM.reserve | MEM.writeWatch, MEM.reserve | MEM.commit | MEM.writeWatch, MEM.reserve | MEM.topDown,
    MEM.reserve | MEM.commit | MEM.topDown,
  ]
  private static let wrongTypes: [UInt32] = [
    0, MEM.topDown, MEM.commit | MEM.reset, MEM.commit | MEM.writeWatch, MEM.reserve | MEM.largePages, MEM.reserve | MEM.commit | MEM.largePages,
    MEM.physical, MEM.physical | MEM.commit, 0x4000_3000, MEM.commit | MEM.reserve | MEM.largePages | MEM.writeWatch,
  ]

  func allocate() throws {
    let type =
      random.oneIn(40) ? Self.wrongTypes[Int(random.next(UInt32(Self.wrongTypes.count)))] : Self.types[Int(random.next(UInt32(Self.types.count)))]
    var call = Allocation(region: someRegion(), type: type, protect: protection())
    if random.oneIn(4) && type != MEM.commit && type != MEM.reset { call.region.base = 0 }
    if random.oneIn(30) { call.zeroBits = random.next(24) }
    if call.has(MEM.physical) { call.protect = PAGE.readWrite }
    if call.has(MEM.largePages) && random.oneIn(2) { call.region = MemoryRegion(base: 0, size: 0x40_0000) }
    let left = left
    let found = process.allocate(call.region.base, call.region.size, call.type, call.protect, zeroBits: call.zeroBits)
    if found.status == .inPageError { return try expectNothing(found, call.region) }
    // Where promises run out a page for the pool may not be had, or it takes what the model thinks is left.
    let isNarrow = left.promises < 300 || left.resident < 40
    let before = isNarrow ? model : ProcessModel()
    let expected = model.allocate(call, left: left)
    guard isNarrow, found.status != expected.status,
      found.status == .insufficientResources || found.status == .commitmentLimit
    else {
      return try expect(expected, found, "allocate \(call) with \(left) left")
    }
    // A bitmap takes a page for 32,768 pages.
    let forBitmap = call.has(MEM.writeWatch) ? call.region.size >> 27 + 1 : 0
    let isRefusable = left.promises < forBitmap + model.commitCharge - before.commitCharge + 8 || left.resident < forBitmap + 20
    try expect(true, isRefusable, "allocate \(call) refused (\(found.status)) with \(left) left")
    try expect(call.region, MemoryRegion(base: found.base, size: found.size), "allocate \(call) refused")
    model = before
  }

  func free() throws {
    var (region, type) = (someRegion(), random.oneIn(2) ? MEM.decommit : MEM.release)
    if random.oneIn(50) { type = [0, 0x2000, MEM.decommit | MEM.release, .max][Int(random.next(4))] }
    if let whole = self.region(), random.oneIn(model.regions.count > 25 ? 1 : 3) { region = MemoryRegion(base: whole.start << 12, size: 0) }
    let isNarrow = left.promises < 8 || left.resident < 8
    let found = process.free(region.base, region.size, type)
    if found.status == .inPageError { return try expectNothing(found, region) }
    let before = isNarrow ? model : ProcessModel()
    let expected = model.free(region, type)
    if isNarrow && expected.status == .success && found.status == .insufficientResources {
      model = before
      return
    }
    try expect(expected, found, "free \(region) \(String(type, radix: 16))")
  }

  // MARK: The other services

  func protect() throws {
    let (region, protect) = (someRegion(), protection())
    let found = process.protect(region.base, region.size, protect)
    if found.status == .inPageError { return try expectNothing(found, region) }
    try expect(model.protect(region, protect), found, "protect \(region) \(String(protect, radix: 16))")
  }

  func lock() throws {
    let (region, options) = (someRegion(), random.oneIn(50) ? random.next(8) : random.next(1...3))
    if available < 150 { giveBack() }
    let found = process.lock(region.base, region.size, options)
    if found.status == .inPageError { return try expectNothing(found, region) }
    try expect(model.lock(region, options), found, "lock \(region) \(options)")
    try compareEverything()
  }

  func unlock() throws {
    var (region, options) = (someRegion(), random.oneIn(50) ? random.next(8) : random.next(1...3))
    if let (page, state) = model.pages.first(where: { $0.value.locks != 0 }), random.oneIn(2) {
      (region, options) = (MemoryRegion(base: page << 12, size: 1), state.locks)
    }
    let found = process.unlock(region.base, region.size, options)
    if found.status == .inPageError { return try expectNothing(found, region) }
    try expect(model.unlock(region, options), found, "unlock \(region) \(options)")
    try compareEverything()
  }

  /// Addresses and sizes that the door has judged.
  private func judgedRegion() -> MemoryRegion? {
    var region = someRegion()
    if let watched = model.regions.first(where: { $0.watchesWrites }), random.oneIn(2) {
      region = MemoryRegion(base: watched.start << 12, size: (watched.end - watched.start + 1) << 12)
    }
    return ProcessModel.judge(region) == nil ? region : nil
  }

  func getWritten() throws {
    guard let region = judgedRegion() else { return }
    let (resets, capacity) = (random.oneIn(2), random.oneIn(2) ? UInt32.max : random.next(1...4))
    let (status, found) = process.written(region.base, region.size, resets: resets, capacity: capacity)
    try expect(model.isWatched(region) ? .success : .invalidParameter, status, "pages written in \(region)")
    guard status == .success else { return }
    let isRight = model.judgeWritten(found.map { $0 >> 12 }, region, resets: resets, capacity: capacity)
    try expect(true, isRight, "pages written in \(region), at most \(capacity): \(found), \(model.written.sorted())")
  }

  func resetWritten() throws {
    guard let region = judgedRegion() else { return }
    try expect(model.resetWritten(region), process.resetWritten(region.base, region.size), "resetting writes of \(region)")
  }
}
