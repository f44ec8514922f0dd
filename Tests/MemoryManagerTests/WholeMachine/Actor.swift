import Machine
import Testing

@testable import MemoryManager

/// Does random things to a machine and to the model of it, and compares.
struct Actor {
  let bed: TestBed
  /// Where the page file is, if there is one.
  let disk: PagingDisk?
  var model = Model()
  var random: Random
  private let tags: [PoolTag] = ["Aaaa", "Bbbb", "Cccc"]

  init(_ bed: TestBed, seed: UInt64, disk: PagingDisk? = nil) {
    self.bed = bed
    self.disk = disk
    random = Random(seed: seed)
  }

  /// One random step; its name, for the report of a failure.
  mutating func step() throws -> String {
    if let disk, random.oneIn(3) { try page(disk) }
    switch random.next(100) {
    case 0..<30: try allocate()
    case 30..<52: try freeBlock()
    case 52..<56: reserve()
    case 56..<60: try release()
    case 60..<63: try allocateContiguous()
    case 63..<66: try freeContiguous()
    case 66..<69: createStack()
    case 69..<72: try deleteStack()
    case 72..<74: mapIo()
    case 74..<76: try unmapIo()
    case 76..<82: try touchBlocks()
    case 82..<86: zero()
    case 86..<89: age()
    case 89..<93: trim()
    case 93..<95: manageWorkingSet()
    case 95..<97: try misuse()
    case 97: bed.mm.adjustLookasideDepths()
    case 98: try exhaust()
    default: try freeMany()
    }
    return "\(model.blocks.count) blocks"
  }

  // MARK: Pools

  private mutating func size() -> UInt32 {
    switch random.next(12) {
    case 0: random.next(1...60_000)
    case 1: random.next(4000...4200)
    case 2...4: random.next(257...4080)
    default: random.next(1...256)
    }
  }
  private mutating func allocate() throws {
    let (type, bytes, tag): (PoolType, UInt32, PoolTag) = (random.oneIn(2) ? .paged : .nonpaged, size(), tags[Int(random.next(3))])
    switch bed.mm.allocatePool(type, bytes: bytes, tag: tag) {
    case .block(let address):
      let block = Model.Block(address: address, bytes: bytes, type: type, tag: tag, pattern: random.next(.max))
      // Paged pool of whole pages may stay untouched: promised only.
      if type == .nonpaged || bytes < 4081 || random.oneIn(2) {
        fill(block)
        model.blocks.append(block)
      } else {
        model.blocks.append(Model.Block(address: address, bytes: 0, type: type, tag: tag, pattern: 0))
      }
    case .failed: break
    case .misuse(let misuse): Issue.record("\(misuse)")
    }
  }
  private func fill(_ block: Model.Block) {
    bed.fill(block.address, block.bytes, block.pattern, stride: 256)
    if block.bytes >= 8 { bed.machine.write32(lastWord(block), ~block.pattern) }
  }
  private func lastWord(_ block: Model.Block) -> VirtualAddress { VirtualAddress((block.address + (block.bytes - 4)).raw & ~3) }
  private func holds(_ block: Model.Block) -> Bool {
    guard block.bytes >= 8 else { return bed.holds(block.address, block.bytes, block.pattern) }
    let last = lastWord(block)
    for offset in stride(from: 0, to: block.bytes & ~3, by: 256) where block.address + offset != last {
      if bed.machine.read32(block.address + offset) != block.pattern &+ offset { return false }
    }
    return bed.machine.read32(last) == ~block.pattern
  }
  private mutating func freeBlock() throws {
    guard let block = random.take(&model.blocks) else { return }
    let isIntact = holds(block)
    try #require(isIntact, "\(block)")
    let misuse = bed.mm.freePool(block.address, tag: random.oneIn(4) ? nil : block.tag)
    try #require(misuse == nil, "\(block)")
  }
  private mutating func freeMany() throws { for _ in 0..<random.next(1...60) { try freeBlock() } }
  private mutating func touchBlocks() throws {
    for _ in 0..<random.next(1...8) where !model.blocks.isEmpty {
      let block = model.blocks[Int(random.next(UInt32(model.blocks.count)))]
      let isIntact = holds(block)
      try #require(isIntact, "\(block)")
      if random.oneIn(3) { fill(block) }
    }
  }
  private mutating func exhaust() throws {
    let type: PoolType = random.oneIn(2) ? .paged : .nonpaged
    let bytes = random.oneIn(2) ? random.next(2000...9000) : random.next(20_000...90_000)
    while case .block(let address) = bed.mm.allocatePool(type, bytes: bytes, tag: tags[0]) {
      let block = Model.Block(address: address, bytes: bytes, type: type, tag: tags[0], pattern: address.raw)
      fill(block)
      model.blocks.append(block)
    }
    for _ in 0..<model.blocks.count / 2 { try freeBlock() }
  }
  private mutating func misuse() throws {
    guard let block = model.blocks.last else { return }
    let misuses = [
      bed.mm.freePool(block.address, tag: "Evil"), bed.mm.freePool(block.address + 4, tag: nil),
      bed.mm.freePool(VirtualAddress(random.next(0x8000_0000)), tag: nil),
    ]
    try #require(!misuses.contains(nil))
    if case .misuse = bed.mm.allocatePool(.paged, bytes: 0, tag: block.tag) { return }
    Issue.record("zero bytes allocated")
  }

  // MARK: System space

  private mutating func reserve() {
    let count = random.oneIn(4) ? random.next(17...200) : random.next(1...16)
    let first =
      random.oneIn(3) ? bed.mm.reserveSystemPtes(count, alignment: 1 << random.next(5), .system) : bed.mm.reserveSystemPtes(count, .system)
    if let first { model.reservations.append(Model.Reservation(first: first, count: count)) }
  }
  private mutating func release() throws {
    guard let reservation = random.take(&model.reservations) else { return }
    let misuse = bed.release(reservation.first, reservation.count)
    try #require(misuse == nil)
    let again = bed.release(reservation.first, reservation.count)
    try #require(again == .notReserved)
  }
  private mutating func allocateContiguous() throws {
    var request = ContiguousRequest(pages: random.next(1...(random.oneIn(4) ? 40 : 5)))
    request.alignment = 4096 << random.next(5)
    if random.oneIn(2) { request.boundary = 65_536 }
    if random.oneIn(3) { request.highest = PhysicalAddress(0x2F_FFFF) }
    guard let address = bed.mm.allocateContiguous(request) else { return }
    let physical = try #require(bed.mm.physicalAddress(of: address))
    let last = physical.raw + request.pages << 12 - 1
    try #require(physical.raw % request.alignment == 0 && last <= request.highest.raw, "\(request)")
    try #require(request.boundary == 0 || physical.raw / 65_536 == last / 65_536, "\(request)")
    let contiguous = Model.Contiguous(address: address, pages: request.pages, pattern: random.next(.max))
    bed.fill(address, request.pages << 12, contiguous.pattern, stride: 1024)
    model.contiguous.append(contiguous)
  }
  private mutating func freeContiguous() throws {
    guard let contiguous = random.take(&model.contiguous) else { return }
    let isIntact = bed.holds(contiguous.address, contiguous.pages << 12, contiguous.pattern, stride: 1024)
    try #require(isIntact)
    let misuse = bed.mm.freeContiguous(contiguous.address)
    try #require(misuse == nil)
  }
  private mutating func createStack() {
    guard let top = try? bed.mm.createKernelStack() else { return }
    let pattern = random.next(.max)
    bed.fill(VirtualAddress(top.raw - MemoryManager.kernelStackPages << 12), MemoryManager.kernelStackPages << 12, pattern, stride: 1024)
    model.stacks.append((top, pattern))
  }
  private mutating func deleteStack() throws {
    guard let (top, pattern) = random.take(&model.stacks) else { return }
    let bytes = MemoryManager.kernelStackPages << 12
    bringIn(top)
    let isIntact = bed.holds(VirtualAddress(top.raw - bytes), bytes, pattern, stride: 1024)
    try #require(isIntact)
    bed.mm.deleteKernelStack(top: top)
  }
  private mutating func mapIo() {
    let (physical, bytes) = (0xFEC0_0000 + random.next(20_000), random.next(1...30_000))
    if let address = bed.mm.mapIoSpace(PhysicalAddress(physical), bytes: bytes) {
      model.mappings.append(Model.IoMapping(address: address, bytes: bytes))
    }
  }
  private mutating func unmapIo() throws {
    guard let mapping = random.take(&model.mappings) else { return }
    let misuse = bed.mm.unmapIoSpace(mapping.address, bytes: mapping.bytes)
    try #require(misuse == nil)
  }

  // MARK: What the system threads do

  private mutating func zero() { for _ in 0..<random.next(1...60) { _ = bed.mm.zeroPageStep() } }
  private func age() { bed.ageSystemWorkingSet() }
  private mutating func trim() {
    _ = bed.mm.trimSystemWorkingSet(random.next(80), age: random.next(4))
    if random.oneIn(3) { squeeze() }
  }
  /// For a moment someone has every free page and some of the standby ones: their owners must find them as they were, zeroes.
  private mutating func squeeze() {
    let some = random.next(20)
    bed.database { database in
      let count = database.free.count + database.zeroed.count + min(some, database.standby.count)
      let frames = (0..<count).map { _ in database.removeAnyPage()! }
      for frame in frames { database.insertFree(frame) }
    }
  }
  private mutating func manageWorkingSet() { bed.mm.workingSetManagerStep(periodic: random.oneIn(2)) }

  // MARK: Paging

  /// What the disk and the threads that page do meanwhile.
  private mutating func page(_ disk: PagingDisk) throws {
    switch random.next(10) {
    case 0..<3: disk.endOne()
    case 3..<5: _ = disk.startWrite()
    case 5: disk.runSystemThreads()
    case 6: bed.reuseStandby()
    default: try swapStack()
    }
  }

  /// A thread begins to wait for long, or its wait ends.
  private mutating func swapStack() throws {
    guard !model.stacks.isEmpty else { return }
    let index = Int(random.next(UInt32(model.stacks.count)))
    let (top, pattern) = model.stacks[index]
    if model.stacksOut.contains(top) {
      bringIn(top)
      try runOn(top, pattern)
      model.stacks[index].pattern = ~pattern
    } else {
      bed.mm.outPageKernelStack(top: top)
      model.stacksOut.insert(top)
    }
  }

  /// The thread goes on with what it had on its stack, and changes all of it.
  private func runOn(_ top: VirtualAddress, _ pattern: UInt32) throws {
    let bytes = MemoryManager.kernelStackPages << 12
    let isIntact = bed.holds(VirtualAddress(top.raw - bytes), bytes, pattern, stride: 1024)
    try #require(isIntact)
    bed.fill(VirtualAddress(top.raw - bytes), bytes, ~pattern, stride: 1024)
  }

  private mutating func bringIn(_ top: VirtualAddress) {
    guard model.stacksOut.remove(top) != nil else { return }
    while true {
      do throws(Restart) { return try bed.mm.inPageKernelStack(top: top) } catch { _ = bed.settle(error.resolution) }
    }
  }

  // MARK: The end

  /// Gives everything back, which must be as it was left.
  mutating func freeEverything() throws {
    while !model.blocks.isEmpty { try freeBlock() }
    while !model.reservations.isEmpty { try release() }
    while !model.contiguous.isEmpty { try freeContiguous() }
    while !model.stacks.isEmpty { try deleteStack() }
    while !model.mappings.isEmpty { try unmapIo() }
  }
  /// What the tags say is what the model has.
  func checkTags() throws {
    for tag in tags {
      for type in [PoolType.nonpaged, .paged] {
        let (count, bytes) = model.holding(tag, type)
        let usage = bed.usage(tag, type) ?? PoolTags.Usage(allocations: 0, frees: 0, bytes: 0)
        try #require(usage.allocations - usage.frees == count && usage.bytes >= bytes, "\(tag) \(usage) \(count) \(bytes)")
      }
    }
  }
}
