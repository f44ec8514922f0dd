import Machine

@testable import MemoryManager

/// What is compared besides the answers themselves.
extension ServicesActor {
  func comparePromises() throws {
    guard !subjects.isEmpty else { return }
    let model = model
    let (charge, size) = process.space.creation.withLock { ($0.commitCharge, $0.virtualPages) }
    try expect(model.commitCharge, charge, "commit charge")
    try expect(model.virtualPages, size, "virtual size")
  }

  /// Every page that the model knows, and what surrounds it.
  func compareEverything() throws {
    let model = model
    try expect(model.lockedPages, process.space.memory.withLock { $0.workingSet.locked }, "locked pages")
    for (number, page) in model.pages {
      let attributes = process.attributes(number << 12)
      let (isValid, protect, isLocked) = (attributes & 1 != 0, attributes >> 4 & 0x7FF, attributes & 1 << 22 != 0)
      try expect(page.locks != 0, isLocked, "page \(number) locked")
      if isValid { try expect(page.protect, protect, "protection of page \(number)") }
    }
    try compareWorkingSetList(model)
    if model.tables.isEmpty { try expect(0, process.pageTables, "page tables of a process without memory") }
  }

  /// The list names each resident page once, with its protection.
  private func compareWorkingSetList(_ model: ProcessModel) throws {
    let words = process.workingSetList
    try expect(process.residentPages, UInt32(words.count), "length of the working set list")
    try expect(words.count, Set(words.map { $0 >> 12 }).count, "no page twice")
    for word in words {
      let protect = model.pages[word >> 12].map { Protection(nt: $0.protect) }
      try expect(protect, Protection(raw: word & 31), "page \(word >> 12) of the working set list")
    }
  }

  func query() throws {
    let address = address()
    try expect(model.query(address), process.query(address), "query of \(String(address, radix: 16))")
    guard model.pages[address >> 12] == nil else { return }
    try expect(0, process.attributes(address), "attributes of \(String(address, radix: 16))")
  }
}

extension Protection {
  init(nt protect: UInt32) { self = try! Protection(win32: protect) }
}
