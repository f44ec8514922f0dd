import Machine

@testable import MemoryManager

extension ServicesActor {
  /// What a program does with a word of a page: the first or the last, or one that nobody writes.
  struct Access {
    enum Kind {
      case read
      case write(UInt32)
    }
    let page: UInt32
    let offset: UInt32
    let kind: Kind
    var address: UInt32 { page << 12 + offset }
  }

  /// A program touches a page.
  func access() throws {
    let page = address() >> 12
    guard page < 0x8_0000 else { return try accessSystem(page) }
    try begin(someAccess(page))
  }

  func someAccess(_ page: UInt32) -> Access {
    switch random.next(5) {
    case 0: Access(page: page, offset: 0, kind: .write(random.next(.max)))
    case 1: Access(page: page, offset: 0xFFC, kind: .write(random.next(.max)))
    case 2: Access(page: page, offset: random.next(1...0x3FE) << 2, kind: .read)
    case 3: Access(page: page, offset: 0, kind: .read)
    default: Access(page: page, offset: 0xFFC, kind: .read)
    }
  }

  private func accessSystem(_ page: UInt32) throws {
    try expect(nil, process.read(page << 12), "reading the system's page \(page)")
    try expect(.accessViolation, bed.resolutions.last, "reading the system's page \(page)")
  }

  /// False if the thread has to wait for a page: then nothing has happened.
  func perform(_ access: Access) throws -> Bool {
    if model.pages[access.page]?.isForgettable == true {
      switch try look(access.page) {
      case .seen: break
      case .refused: return true
      case .waits: return false
      }
    }
    switch access.kind {
    case .read: return try read(access)
    case .write(let value): return try write(access, value)
    }
  }

  /// The last fault was one that takes time.
  private var isWaiting: Bool {
    switch bed.resolutions.last {
    case .pageIn, .collided, .noPage: disk != nil
    default: false
    }
  }

  private func read(_ access: Access) throws -> Bool {
    let found = process.read(access.address)
    if found == nil && isWaiting { return false }
    let page = model.pages[access.page]
    let value = access.offset == 0 ? page?.first ?? 0 : access.offset == 0xFFC ? page?.last ?? 0 : 0
    let expected = model.touch(access.page, isWrite: false)
    try compareFault(expected, found, value, "reading \(String(access.address, radix: 16))")
    return true
  }

  private func write(_ access: Access, _ value: UInt32) throws -> Bool {
    let found = process.write(access.address, value) ? value : nil
    if found == nil && isWaiting { return false }
    let expected = model.touch(access.page, isWrite: true)
    try compareFault(expected, found, value, "writing \(String(access.address, radix: 16))")
    guard expected == .resolved else { return true }
    model.pages[access.page]!.isForgettable = false
    if access.offset == 0 { model.pages[access.page]!.first = value } else { model.pages[access.page]!.last = value }
    return true
  }

  private func compareFault(_ expected: FaultResolution, _ found: UInt32?, _ value: UInt32, _ what: @autoclosure () -> String) throws {
    try expect(expected == .resolved ? value : nil, found, what())
    if expected != .resolved { try expect(expected, bed.resolutions.last, what()) }
  }

  private enum Sight { case seen, refused, waits }
  /// Finds out whether a page whose bytes may be gone still has them.
  private func look(_ page: UInt32) throws -> Sight {
    let first = process.read(page << 12)
    if first == nil && isWaiting { return .waits }
    let expected = model.touch(page, isWrite: false)
    guard expected == .resolved else {
      try compareFault(expected, first, 0, "looking at page \(page)")
      return .refused
    }
    guard let first, let last = process.read(page << 12 + 0xFFC) else {
      throw Difference(what: "looking at page \(page)", expected: "values", found: "\(bed.resolutions.last!)")
    }
    try expect(true, model.noteSeen(page, first: first, last: last), "bytes of page \(page): \(first), \(last); \(model.pages[page]!)")
    return .seen
  }
}
